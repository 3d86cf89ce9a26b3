// @ts-check
/** What www/element/contract.js lists is there: parts, custom properties, states, slots, and attributes that change while it runs. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { check } from "./support/check.js";
import { ROOT } from "./support/browser.js";
import { PACKAGE, SCRIPT, compiledStory, openPage } from "./support/pages.js";

const CLAIM = "Doubao was launched in August 2023";
const OTHER = "ByteDance ordered 200,000 Huawei chips";
const CONTRACT = await readFile(`${ROOT}www/element/contract.js`, "utf8");

/** @param {import("playwright-core").Page} page */
const isReady = (page) => page.waitForFunction(() => document.querySelector("claim-check:state(ready)"));

/** @param {string} from @param {string} to @returns {string[]} the names between two words of the contract */
function listed(from, to) {
  const text = CONTRACT.slice(CONTRACT.indexOf(from) + from.length, CONTRACT.indexOf(to));
  return [...text.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
}

check("every part of the contract is reached by the page's styles", { opened: false, mishaps: true }, async (checker) => {
  const { page } = checker;
  const parts = listed("* Parts:", "* States,");
  assert.ok(parts.length > 15 && parts.includes("verdict") && parts.includes("progress"), parts.join());
  const styles = { "page.css": parts.map((part, at) => `claim-check::part(${part}) { z-index: ${at + 1}; }`).join("\n") };
  /** @type {(() => void)[]} */
  const sending = [];
  const instead = {
    "**/slow.story": async (/** @type {any} */ route) => {
      await new Promise((send) => sending.push(() => send(undefined)));
      await route.fulfill({ status: 404, body: "" });
    },
  };
  await openPage(checker, `<claim-check story="slow.story"></claim-check>${SCRIPT}`, { styles, instead });
  const found = new Set();
  const look = async () => {
    const seen = await page.evaluate((parts) => parts.filter((part, at) =>
      inside.all(`[part~="${part}"]`).some((element) => {
        // An element with two parts has the later rule.
        const last = Math.max(...(element.getAttribute("part") ?? "").split(" ").map((name) => parts.indexOf(name)));
        return last === parts.indexOf(part) || last > at ? getComputedStyle(element).zIndex === String(last + 1) : false;
      }),
    ), parts);
    for (const part of seen) found.add(part);
  };
  await page.getByRole("progressbar").waitFor();
  assert.ok(await page.evaluate(() => document.querySelector("claim-check:state(loading)") !== null));
  await look();
  sending.forEach((send) => send());
  await page.getByRole("alert").waitFor();
  await look();
  await page.locator("claim-check").evaluate((element) => element.removeAttribute("story"));
  await checker.input.waitFor();
  await look();
  await checker.ask(CLAIM);
  await look();
  assert.deepEqual([...found].sort(), [...parts].sort());
});

check("every custom property of the style sheet can be set on the element", { opened: false }, async (checker) => {
  const { page } = checker;
  const base = await readFile(`${ROOT}www/claim-check/base.css`, "utf8");
  const names = [...base.slice(0, base.indexOf("}")).matchAll(/^ {2}(--cc-[\w-]+):/gm)].map(([, name]) => name);
  assert.ok(names.length > 20 && names.includes("--cc-accent"), names.join());
  const css = `claim-check { ${names.map((name, at) => `${name}: ${at + 1}px;`).join(" ")} --cc-reserve: 777px; --cc-size: 31px; }`;
  await openPage(checker, `<claim-check></claim-check>${SCRIPT}`, { styles: { "page.css": css } });
  await checker.input.waitFor();
  const seen = await page.evaluate((names) => {
    const widget = /** @type {Element} */ (inside.one(".claim-check[part=widget]"));
    const style = getComputedStyle(widget);
    const host = /** @type {Element} */ (document.querySelector("claim-check"));
    return [names.map((name) => style.getPropertyValue(name).trim()), style.fontSize, getComputedStyle(host).minBlockSize];
  }, names);
  assert.deepEqual(seen, [names.map((_, at) => `${at + 1}px`), "31px", "777px"]);
});

check("`loading`, `select`, `permalink` and `claim` are honoured when they change", { opened: false }, async (checker) => {
  const { page } = checker;
  const styles = { "tall.css": "div { height: 400vh }" };
  const text = `<p id="one">${CLAIM}</p><p id="two">${OTHER}</p>`;
  await openPage(checker, `${text}<div></div><claim-check loading="lazy"></claim-check>${SCRIPT}`, { styles });
  const set = (/** @type {Record<string, unknown>} */ values) =>
    page.locator("claim-check").evaluate((element, values) => void Object.assign(element, values), values);
  const select = (/** @type {string} */ id) =>
    page.evaluate((id) => getSelection()?.selectAllChildren(/** @type {Element} */ (document.getElementById(id))), id);
  await page.waitForFunction(() => customElements.get("claim-check"));
  assert.equal(await page.evaluate(() => document.querySelector("claim-check:state(ready)")), null);
  await set({ loading: "eager" });
  await isReady(page);
  await set({ select: "#one" });
  await select("one");
  const offer = page.locator("[data-selection]").getByRole("button");
  await offer.waitFor();
  await select("two");
  await offer.waitFor({ state: "detached" });
  await set({ select: "#two", permalink: true });
  await select("one");
  await select("two");
  await offer.click();
  await page.waitForFunction(() => location.hash.includes("200%2C000"));
  await set({ permalink: false });
  const before = page.url();
  await set({ claim: CLAIM });
  await page.waitForFunction((claim) => /** @type {any} */ (document.querySelector("claim-check")).report?.claim === claim, CLAIM);
  assert.equal(page.url(), before, "the address is left alone");
  await set({ claim: "" });
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("claim-check")).report === null);
});

check("the slot `loading` takes the place of our words, and `ready` is a promise at any time", { opened: false }, async (checker) => {
  const { page } = checker;
  /** @type {() => void} */
  let send = () => {};
  const waits = new Promise((go) => (send = () => go(undefined)));
  const instead = {
    "**/*.wasm": async (/** @type {any} */ route) => {
      await waits;
      await route.fallback();
    },
  };
  await openPage(checker, `<claim-check><p slot="loading">One moment</p><p>Fallback</p></claim-check>${SCRIPT}`, { instead });
  await page.getByText("One moment").waitFor();
  assert.equal(await page.getByText("Loading the claim checker…").isVisible(), false);
  assert.equal(await page.getByText("Fallback").isVisible(), false);
  const ready = page.evaluate(async () => (await /** @type {any} */ (document.querySelector("claim-check")).ready).articles.length);
  send();
  assert.equal(await ready, 5);
  await page.getByText("One moment").waitFor({ state: "hidden" });
});

check("without JavaScript the children are what is seen", { opened: false, browser: { javaScriptEnabled: false } }, async (checker) => {
  await openPage(checker, `<claim-check><p>Read it yourself.</p></claim-check>${SCRIPT}`);
  assert.ok(await checker.page.getByText("Read it yourself.").isVisible());
});

check("what was read of a story is shared by all elements", { opened: false }, async (checker) => {
  const { page } = checker;
  const story = await compiledStory();
  const instead = { "**/a.story": (/** @type {any} */ route) => route.fulfill({ contentType: "application/octet-stream", body: story }) };
  await page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    /** @type {any} */ (WebAssembly).instantiate = async (/** @type {any} */ module, /** @type {any} */ imports) => {
      const made = /** @type {any} */ (await instantiate(module, imports));
      Object.assign(globalThis, { memory: (made.instance ?? made).exports.memory });
      return made;
    };
  });
  await openPage(checker, `<claim-check story="a.story"></claim-check>${SCRIPT}`, { instead });
  await isReady(page);
  const bytes = () => page.evaluate(() => /** @type {any} */ (globalThis).memory.buffer.byteLength);
  const before = await bytes();
  await page.evaluate(async () => {
    for (let at = 0; at < 5; at += 1) {
      const element = /** @type {any} */ (document.createElement("claim-check"));
      Object.assign(element, { story: "a.story", loading: "eager" });
      document.body.append(element);
      await element.ready;
    }
  });
  // Read anew, each would take more than its file has.
  assert.ok((await bytes()) - before < 2 * story.length, `${before} then ${await bytes()}`);
});

check("nothing is kept, and no element registers a service worker", { opened: false }, async (checker) => {
  const { page } = checker;
  await openPage(checker, `<claim-check recents="visit" worker="off" permalink></claim-check>${SCRIPT}`);
  await checker.ask(CLAIM);
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    (await indexedDB.databases()).length,
    "caches" in globalThis ? (await caches.keys()).length : 0,
    (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
  ]);
  assert.deepEqual(kept, [0, 0, "", 0, 0, 0]);
});

check("the package has types and source maps, and its types name every attribute", { opened: false }, async () => {
  const { OBSERVED } = await import("../../www/element/contract.js");
  const types = await readFile(`${PACKAGE}element.d.ts`, "utf8");
  for (const name of OBSERVED.filter((name) => name !== "lang")) assert.match(types, new RegExp(`\\b${name}\\b`), name);
  for (const name of ["claim-check.js", "element.js"]) {
    assert.match(await readFile(PACKAGE + name, "utf8"), new RegExp(`sourceMappingURL=${name}\\.map`));
    assert.ok(JSON.parse(await readFile(`${PACKAGE}${name}.map`, "utf8")).sources.length > 5);
  }
});
