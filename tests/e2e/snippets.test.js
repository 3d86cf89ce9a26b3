// @ts-check
/**
 * The snippets of the documentation run, each as a reader would copy it from the page.
 *
 * What a snippet is stands in its `data-run`. What a script writes to the console has to be what stands behind the arrows in
 * its comments.
 */

import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { check } from "./support/check.js";
import { PAGES } from "./support/docs.js";
import { PACKAGE, SCRIPT, compiledStory, openPage } from "./support/pages.js";

/** @typedef {import("./support/checker.js").Checker} Checker */
/** @typedef {{id: string, run: string, demo: boolean, fails: boolean, text: string}} Snippet */

/** What to see of a page or a style sheet that was copied. @type {Record<string, (checker: Checker) => Promise<void>>} */
const SEEN = {
  "snippet-start": async ({ page }) => {
    assert.match(await page.locator("claim-check").evaluate((element) => element.textContent ?? ""), /without JavaScript/);
  },
  "snippet-claim": async (checker) => {
    await checker.full.waitFor();
    assert.equal(await checker.verdicts(), "DODOO");
  },
  "snippet-explore": (checker) => checker.overview.waitFor(),
  "snippet-slots": async ({ page }) => {
    for (const text of ["Who says so?", "Type what you have heard", "corrections"])
      assert.ok(await page.getByText(text).isVisible(), text);
    assert.equal(await page.getByText("Read the articles").isVisible(), false, "the fallback");
  },
  "snippet-integrity": async () => {},
  "theme-plain": async ({ page }) => assert.equal(await property(page, "--cc-radius"), "10px"),
  "theme-newsprint": async ({ page }) => {
    assert.equal(await property(page, "--cc-radius"), "0");
    assert.equal(await styled(page, ".cc-summary", "font-style"), "italic");
  },
  "theme-harbour": async ({ page }) => {
    assert.equal(await property(page, "--cc-radius"), "22px");
    assert.notEqual(await styled(page, ".cc-button", "letter-spacing"), "normal");
  },
  "theme-large": async ({ page }) => {
    assert.equal(await styled(page, ".cc-base", "font-size"), "20px");
    assert.equal(await styled(page, ".cc-question", "border-bottom-style"), "solid");
  },
  "snippet-reserve": async ({ page }) => assert.equal(await styled(page, "claim-check", "min-height"), `${35 * 16}px`),
};

/** @param {import("playwright-core").Page} page @param {string} name of a custom property, as it arrives inside */
function property(page, name) {
  return page.evaluate(
    (name) => getComputedStyle(/** @type {Element} */ (inside.one(".claim-check"))).getPropertyValue(name).trim(),
    name,
  );
}

/** @param {import("playwright-core").Page} page @param {string} selector @param {string} name */
function styled(page, selector, name) {
  return page.evaluate(
    ([selector, name]) => getComputedStyle(/** @type {Element} */ (inside.one(selector))).getPropertyValue(name),
    [selector, name],
  );
}

/** How each kind of snippet is used. @type {Record<string, (checker: Checker, snippet: Snippet) => Promise<void>>} */
const KINDS = {
  page: async (checker, { id, text }) => {
    await openPage(checker, text.includes("<script") ? text : `${SCRIPT}${text}`);
    await checker.page.evaluate(() => /** @type {any} */ (document.querySelector("claim-check")).start());
    await SEEN[id](checker);
  },
  style: async (checker, { id, text }) => {
    const body = `<claim-check id="themed" claim="ByteDance ordered 200,000 Huawei chips"></claim-check>${SCRIPT}`;
    await openPage(checker, body, { styles: { "theirs.css": text } });
    await checker.full.waitFor();
    await SEEN[id](checker);
  },
  script: async (checker, { text }) => {
    const { page } = checker;
    const written = /** @type {string[]} */ ([]);
    const note = (/** @type {import("playwright-core").ConsoleMessage} */ message) =>
      void (message.type() === "log" && written.push(message.text()));
    page.on("console", note);
    const expected = [...text.matchAll(/\/\/ → (.+)/g)].map(([, line]) => line);
    assert.ok(expected.length > 0, "it says what it writes");
    const wasm = (await readdir(PACKAGE)).find((name) => name.endsWith(".wasm")) ?? "";
    await openPage(checker, "<claim-check></claim-check>", {
      scripts: { "theirs.js": text },
      instead: {
        "**/assets/claim-check.wasm": async (route) =>
          route.fulfill({ contentType: "application/wasm", body: await readFile(PACKAGE + wasm) }),
        "**/my-story.bin": async (route) =>
          route.fulfill({ contentType: "application/octet-stream", body: await compiledStory() }),
      },
    });
    // What waits for a reader gets one.
    if (text.includes("claim-check-result")) await checker.ask("ByteDance ordered 200,000 Huawei chips");
    const late = Date.now() + 30_000;
    while (written.length < expected.length && Date.now() < late) await page.evaluate(() => new Promise(requestAnimationFrame));
    page.off("console", note);
    assert.deepEqual(written, expected);
  },
  policy: async (checker, { text }) => {
    const policy = text.replace(/^Content-Security-Policy: /, "");
    assert.notEqual(policy, text, "it names the header");
    const structured = policy.includes("trusted-types claim-check");
    await openPage(checker, `<claim-check ${structured ? "structured" : ""}></claim-check>${SCRIPT}`, { policy });
    await checker.ask("Doubao was launched in August 2023");
    assert.equal(await checker.page.locator('script[type="application/ld+json"]').count(), structured ? 1 : 0);
  },
  disk: async (checker, { text }) => {
    const folder = await mkdtemp(join(tmpdir(), "claim-check-"));
    try {
      await copyFile(`${PACKAGE}claim-check.inline.js`, join(folder, "claim-check.inline.js"));
      await writeFile(join(folder, "page.html"), text);
      await checker.page.goto(pathToFileURL(join(folder, "page.html")).href);
      await checker.ask("Doubao was launched in August 2023");
      assert.equal(await checker.verdicts(), "SOOOS");
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

for (const name of PAGES) {
  check(`every snippet of ${name} runs`, { opened: false, mishaps: true }, async (checker) => {
    const { page, url, watch } = checker;
    await page.goto(`${url}docs/${name}`);
    const snippets = await page.locator("pre").evaluateAll((all) =>
      all.map((pre) => {
        const { run = "", demo, fails } = /** @type {HTMLElement} */ (pre).dataset;
        return { id: pre.id, run, demo: demo !== undefined, fails: fails !== undefined, text: pre.textContent ?? "" };
      }),
    );
    const demos = await page.locator(".docs-demo").evaluateAll((all) => all.length);
    assert.equal(snippets.filter(({ demo }) => demo).length, name === "styling.html" ? 0 : demos, "a snippet for each demo");
    const written = await (await fetch(`${url}docs/${name}`)).text();
    // The demos of the page itself are let finish: a download cut short would count as a failure of the first snippet.
    await page.waitForLoadState("networkidle");
    for (const snippet of snippets) {
      const what = `${name}#${snippet.id}`;
      assert.ok(snippet.id, `a snippet of ${name} has no id`);
      // What needs a server of its own, or is not run at all.
      if (["none", "types"].includes(snippet.run)) continue;
      if (snippet.demo) assert.ok(written.includes(snippet.text), `${what} is the demo beside it`);
      watch.problems.length = 0;
      assert.ok(KINDS[snippet.run], `${what} says how it is run`);
      try {
        await KINDS[snippet.run](checker, snippet);
      } catch (error) {
        throw new Error(`${what} does not do what it says`, { cause: error });
      }
      const problems = watch.problems.filter((problem) => !problem.startsWith("request to elsewhere: file:"));
      if (!snippet.fails) assert.deepEqual(problems, [], what);
      await page.unrouteAll({ behavior: "wait" });
    }
  });
}

check("the types that the documentation lists are those of the package", { opened: false }, async ({ page, url }) => {
  await page.goto(`${url}docs/api.html`);
  assert.equal(await page.locator("#types-listing").textContent(), await readFile(`${PACKAGE}element.d.ts`, "utf8"));
});
