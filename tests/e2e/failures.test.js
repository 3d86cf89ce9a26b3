// @ts-check
/** What can go wrong, each provoked: the code, the words for readers and owners, the fallback, the event. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { check } from "./support/check.js";
import { SCRIPT, STRICT, heard, listen, openPage } from "./support/pages.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Route} Route */

const CLAIM = "Doubao was launched in August 2023";

/** Bytes that a compiled story starts with, and a version of the format that there will not be for long. */
const FUTURE = Buffer.from([..."CCST"].map((letter) => letter.charCodeAt(0)).concat(Array(60).fill(255)));

/** @param {Buffer | string} body @param {string} contentType @returns {(route: Route) => Promise<void>} */
const sent = (body, contentType) => (route) => route.fulfill({ contentType, body });

/**
 * @typedef {object} Case
 * @property {string} code
 * @property {string} what
 * @property {import("./support/pages.js").Site} [site]
 * @property {string} [attributes] of the element
 * @property {(page: Page) => Promise<unknown>} [before]
 * @property {RegExp} en
 * @property {RegExp} it
 */

/** @type {Case[]} */
const CASES = [
  {
    code: "unsupported-browser",
    what: "a browser without WebAssembly",
    before: (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly")),
    en: /has WebAssembly switched off/,
    it: /ha WebAssembly disattivato/,
  },
  {
    code: "csp-blocked",
    what: "a policy that forbids WebAssembly",
    site: { policy: STRICT.replace(" 'wasm-unsafe-eval'", "") },
    en: /Add 'wasm-unsafe-eval' to script-src/,
    it: /Aggiungere 'wasm-unsafe-eval' a script-src/,
  },
  {
    code: "csp-blocked",
    what: "a policy that forbids loading",
    site: { policy: STRICT.replace("connect-src 'self'", "connect-src 'none'") },
    en: /to connect-src/,
    it: /a connect-src/,
  },
  {
    code: "wasm-not-found",
    what: "a module that is missing",
    site: { instead: { "**/*.wasm": (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "no" }) } },
    en: /Publish the \.wasm file beside claim-check\.js[^]*the server answered 404/,
    it: /Pubblicare il file \.wasm accanto a claim-check\.js/,
  },
  {
    code: "wasm-not-found",
    what: "a network that breaks off",
    site: { instead: { "**/*.wasm": (route) => route.abort() } },
    en: /check that the server can be reached/,
    it: /il server sia raggiungibile/,
  },
  {
    code: "wrong-mime",
    what: "a page in place of the module",
    site: { instead: { "**/*.wasm": sent("<p>Welcome", "text/html") } },
    en: /sends a page in place of the \.wasm file[^]*text\/html/,
    it: /invia una pagina al posto del file \.wasm/,
  },
  {
    code: "integrity-mismatch",
    what: "a module that was changed",
    site: { instead: { "**/*.wasm": sent("no module", "application/wasm") } },
    en: /changed or is of another release/,
    it: /modificato o è di una versione diversa/,
  },
  {
    code: "story-not-found",
    what: "a story that is missing",
    attributes: 'story="nowhere.story"',
    en: /Check the address in the attribute story/,
    it: /Controllare l’indirizzo nell’attributo story/,
  },
  {
    code: "story-invalid",
    what: "a story that is none",
    attributes: 'story="a.story"',
    site: { instead: { "**/a.story": sent("no story", "application/octet-stream") } },
    en: /a file that `claim-check story compile` wrote/,
    it: /un file scritto da `claim-check story compile`/,
  },
  {
    code: "story-version",
    what: "a story of another version",
    attributes: 'story="a.story"',
    site: { instead: { "**/a.story": sent(FUTURE, "application/octet-stream") } },
    en: /with the claim-check of the same version/,
    it: /con il claim-check della stessa versione/,
  },
];

for (const { code, what, site, attributes, before, ...says } of CASES) {
  check(`${code}: ${what}`, { opened: false, mishaps: true }, async (checker) => {
    const { page } = checker;
    await listen(page);
    await before?.(page);
    await openPage(checker, `<claim-check ${attributes ?? ""}><p>Read it yourself.</p></claim-check>${SCRIPT}`, site);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.equal(await alert.getAttribute("data-code"), code);
    assert.match(await alert.innerText(), says.en);
    assert.match(await alert.innerText(), new RegExp(`For the owner of this site:[^]*Code: ${code}`));
    assert.ok(await page.getByText("Read it yourself.").isVisible(), "the fallback");
    assert.deepEqual(
      (await heard(page)).map(({ name, code }) => [name, code]),
      [["error", code]],
    );
    const seen = await page.evaluate(async () => {
      const element = /** @type {any} */ (document.querySelector("claim-check"));
      const rejected = await element.ready.then(
        () => "resolved",
        (/** @type {any} */ failure) => failure.code,
      );
      return [element.status, element.failure.code, element.failure.hint !== "", rejected, element.matches(":state(failed)")];
    });
    assert.deepEqual(seen, ["failed", code, true, code, true]);
    await page.locator("claim-check").evaluate((element) => element.setAttribute("lang", "it"));
    await alert.filter({ hasText: says.it }).waitFor();
  });
}

check("what was wrong and is mended starts with the next call", { opened: false, mishaps: true }, async (checker) => {
  const { page } = checker;
  await openPage(checker, `<claim-check></claim-check>${SCRIPT}`, { instead: { "**/*.wasm": (route) => route.abort() } });
  await page.getByRole("alert").waitFor();
  await page.unroute("**/*.wasm");
  await page.evaluate((claim) => /** @type {any} */ (document.querySelector("claim-check")).check(claim), CLAIM);
  await checker.full.waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
});

check("the owner's own words take the place of ours", { opened: false, mishaps: true }, async (checker) => {
  const body = `<claim-check story="nowhere"><p slot="error">Come back tomorrow.</p></claim-check>${SCRIPT}`;
  await openPage(checker, body);
  await checker.page.getByText("Come back tomorrow.").waitFor();
  assert.equal(await checker.page.getByText("The story could not be loaded.").isVisible(), false);
});

/** Makes the program stumble over the page at its next drawing. @param {Page} page */
function sabotage(page) {
  return page.evaluate(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = () => {
      Node.prototype.insertBefore = insertBefore;
      throw new Error("sabotage");
    };
  });
}

check("crashed: the text stays, and the next check starts a fresh instance", { opened: false, mishaps: true }, async (checker) => {
  const { page, watch } = checker;
  await listen(page);
  await openPage(checker, `<claim-check permalink select="p"></claim-check><p>Doubao was launched in August 2023.</p>${SCRIPT}`);
  await checker.ask("ByteDance ordered 200,000 Huawei chips");
  await heard(page);
  await sabotage(page);
  await checker.input.fill(CLAIM);
  const alert = page.getByRole("alert");
  await alert.waitFor();
  assert.equal(await alert.getAttribute("data-code"), "crashed");
  assert.match(await alert.innerText(), /What you typed is still here/);
  const input = page.getByRole("textbox", { name: "Your claim or question" });
  assert.equal(await input.inputValue(), CLAIM);
  assert.deepEqual(
    (await heard(page)).map(({ name, code }) => [name, code]),
    [["error", "crashed"]],
  );
  // What the stopped program still listens to does nothing more.
  const before = watch.problems.length;
  await page.evaluate(() => getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector("p"))));
  await page.evaluate(() => (location.hash = "#elsewhere"));
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  assert.deepEqual(watch.problems.slice(before), []);
  await page.evaluate(() => (location.hash = ""));
  await page.getByRole("button", { name: "Check again" }).click();
  await checker.full.waitFor();
  assert.equal(await checker.input.inputValue(), CLAIM);
  assert.equal(await checker.verdicts(), "SOOOS");
  assert.equal(watch.requests.filter((address) => address.endsWith(".wasm")).length, 1, "compiled once");
});

check("a crash takes every element of the page, and each comes back with its text", { opened: false, mishaps: true }, async (checker) => {
  const { page } = checker;
  await openPage(checker, `<claim-check id="one"></claim-check><claim-check id="two"></claim-check>${SCRIPT}`);
  await page.locator("#two textarea").fill("A text of the other");
  await page.locator("#two .cc-summary").waitFor();
  await sabotage(page);
  await page.locator("#one textarea").fill(CLAIM);
  await page.locator("#one [role=alert]").waitFor();
  await page.locator("#two [role=alert]").waitFor();
  assert.equal(await page.locator("#two textarea").inputValue(), "A text of the other");
  for (const [id, text] of [
    ["#one", CLAIM],
    ["#two", "A text of the other"],
  ]) {
    await page.locator(id).getByRole("button", { name: "Check again" }).click();
    await page.locator(`${id} .cc-summary[tabindex]`).waitFor();
    assert.equal(await page.locator(`${id} textarea`).inputValue(), text);
  }
});

check("the file that the page names is the one that is loaded", { opened: false }, async (checker) => {
  // That a mismatch is noticed at all rests on the integrity in the loader.
  const loader = await readFile(new URL("../../target/package/claim-check.js", import.meta.url), "utf8");
  assert.match(loader, /sha384-[A-Za-z0-9+/]{64}/);
  await openPage(checker, `<claim-check></claim-check>${SCRIPT}`);
  await checker.input.waitFor();
});
