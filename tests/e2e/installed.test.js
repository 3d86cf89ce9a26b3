// @ts-check
/** The site as an app: installable, there without a network from the first visit on, renewed only when the reader wants it. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { DIST, ROOT, start } from "./support/browser.js";
import { check } from "./support/check.js";
import { Checker } from "./support/checker.js";
import { lookInside } from "./support/inside.js";
import { serve } from "./support/server.js";
import { Watch } from "./support/watch.js";

/** What stands in a build; a new one says something else. */
const HEADING = "What it does not do";
const NEWS = "What it still does not do";

/** @param {string} folder @returns {Promise<string>} a copy of the built site that can be changed */
async function copied(folder) {
  const copy = await mkdtemp(join(tmpdir(), "claim-check-site-"));
  await cp(folder, copy, { recursive: true });
  return copy;
}

/** @returns {Promise<string>} another build of the site, as the hook of the build makes it */
async function renewed() {
  const folder = await copied(DIST);
  const index = await readFile(join(folder, "index.html"), "utf8");
  await writeFile(join(folder, "index.html"), index.replace(HEADING, NEWS));
  await promisify(execFile)(process.execPath, [join(ROOT, "xtask/site/site.mjs"), folder]);
  return folder;
}

/**
 * A visit to a site whose server can be taken away and put back with other files.
 * @param {string} name
 * @param {(visit: {page: import("playwright-core").Page, checker: Checker, url: string, off: () => Promise<void>,
 *   on: (folder: string) => Promise<void>}) => Promise<void>} body
 */
function visit(name, body) {
  test(name, { timeout: 180_000 }, async () => {
    const { browser } = await start();
    let server = await serve(DIST);
    const { url } = server;
    const context = await browser.newContext({ locale: "en" });
    context.setDefaultTimeout(60_000);
    await context.addInitScript(lookInside);
    const page = await context.newPage();
    const off = () => server.close();
    const on = async (/** @type {string} */ folder) => {
      server = await serve(folder, Number(new URL(url).port));
    };
    try {
      await body({ page, checker: new Checker(page, url, "en", new Watch(page, url)), url, off, on });
    } finally {
      await context.close();
      await server.close().catch(() => {});
    }
  });
}

/** @param {import("playwright-core").Page} page whose site is to be kept before the test goes on */
async function kept(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

check("the manifest makes the site an app, with icons that are there", { kept: true }, async ({ page, url }) => {
  await kept(page);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data ?? "");
  assert.deepEqual([manifest.display, manifest.start_url, manifest.scope], ["standalone", "./", "./"]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A window that leaves no traces, as that of a test, can't install anything.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, url + src);
    if (sizes !== "any") assert.equal(size.join("x"), sizes, src);
    assert.ok(size[0] > 0, src);
  }
  assert.ok(manifest.icons.some((/** @type {any} */ { purpose }) => purpose === "maskable"));
});

check("what is kept is every file that the site consists of", { kept: true }, async ({ page, url }) => {
  await kept(page);
  const stored = await page.evaluate(async () => {
    const [name, ...others] = await caches.keys();
    return { others, files: (await (await caches.open(name)).keys()).map(({ url }) => url) };
  });
  const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== "service-worker.js" && !entry.name.endsWith(".map"))
    .map((entry) => url + relative(DIST, join(entry.parentPath ?? entry.path, entry.name)));
  assert.deepEqual(stored.files.sort(), files.sort());
  assert.deepEqual(stored.others, []);
});

visit("after one visit everything is there without a network: demo, claims, documentation", async ({ page, checker, url, off }) => {
  await checker.open();
  await kept(page);
  await off();
  await page.context().setOffline(true);
  await assert.rejects(page.evaluate(() => fetch("no-file-of-the-site")), "the network is off");
  await page.reload();
  await checker.ask("ByteDance ordered 200,000 Huawei chips");
  assert.equal(await checker.verdicts(), "DODOO");
  await page.getByRole("link", { name: "Documentation" }).click();
  await page.getByRole("heading", { level: 1, name: "Getting started" }).waitFor();
  await page.getByRole("link", { name: "How a verdict is made" }).first().click();
  await page.locator("#explained dl").waitFor();
  // Folders and questions in the address lead to the same pages.
  await page.goto(`${url}docs/?from=elsewhere#files`);
  await page.getByRole("heading", { level: 1, name: "Getting started" }).waitFor();
  await page.goto(`${url}?lang=it`);
  await page.getByRole("textbox", { name: "Affermazione o domanda" }).waitFor();
});

visit("the first page may be one of the documentation", async ({ page, url, off }) => {
  await page.goto(`${url}docs/limitations.html`);
  await kept(page);
  await off();
  await page.getByRole("link", { name: "claim-check", exact: true }).click();
  await page.getByRole("textbox", { name: "Your claim or question" }).waitFor();
});

visit("a new version waits until the reader wants it", async ({ page, checker, url, off, on }) => {
  const folder = await renewed();
  try {
    await checker.open();
    await kept(page);
    const notice = page.getByRole("status").filter({ hasText: "new version" });
    assert.equal(await notice.count(), 0, "the first version is no news");
    await off();
    await on(folder);
    await page.reload();
    await notice.waitFor();
    assert.ok(await page.getByRole("heading", { name: HEADING }).isVisible(), "the page is still the old one");
    await notice.getByRole("button", { name: "Later" }).click();
    assert.equal(await notice.count(), 0);
    // Not now is not never: the next page tells it again.
    await page.goto(`${url}docs/index.html`);
    await notice.waitFor();
    await page.goto(`${url}?lang=it`);
    const annuncio = page.getByRole("status").filter({ hasText: "È pronta una nuova versione" });
    await annuncio.waitFor();
    const other = await page.context().newPage();
    await other.goto(`${url}docs/offline.html`);
    await annuncio.getByRole("button", { name: "Aggiorna e ricarica" }).click();
    await page.getByRole("heading", { name: NEWS, includeHidden: true }).waitFor({ state: "attached" });
    await other.getByRole("status").filter({ hasText: "updated in another window" }).waitFor();
    await off();
    await page.goto(`${url}?lang=en`);
    await page.getByRole("heading", { name: NEWS }).waitFor();
    assert.equal((await page.evaluate(() => caches.keys())).length, 1, "the old version is gone");
  } finally {
    await rm(folder, { recursive: true });
  }
});

visit("a version with a file that was changed on the way is not taken", async ({ page, checker, off, on }) => {
  const folder = await renewed();
  try {
    await writeFile(join(folder, "icons/icon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
    await checker.open();
    await kept(page);
    await off();
    await on(folder);
    const failed = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => {});
      const { installing } = registration;
      while (installing && installing.state === "installing") await new Promise((next) => setTimeout(next, 20));
      return [installing?.state, registration.waiting];
    });
    assert.deepEqual(failed, ["redundant", null]);
    await page.reload();
    await page.getByRole("heading", { name: HEADING }).waitFor();
  } finally {
    await rm(folder, { recursive: true });
  }
});

check("the element itself registers nothing", { kept: true, opened: false }, async (checker) => {
  const { openPage, SCRIPT } = await import("./support/pages.js");
  await openPage(checker, `<claim-check></claim-check>${SCRIPT}`);
  await checker.ask("Doubao was launched in August 2023");
  const found = await checker.page.evaluate(async () => [
    (await navigator.serviceWorker.getRegistrations()).length,
    (await caches.keys()).length,
  ]);
  assert.deepEqual(found, [0, 0]);
});
