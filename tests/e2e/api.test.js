// @ts-check
/** Attributes, properties, methods and events of the element, as its contract in www/element/contract.js has them. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";
import { SCRIPT, STRUCTURED, compiledStory, heard, listen, openPage } from "./support/pages.js";

/** @typedef {import("./support/checker.js").Checker} Checker */

const CLAIM = "Doubao was launched in August 2023";
const OTHER = "ByteDance ordered 200,000 Huawei chips";

/**
 * Runs something on the element of the page.
 * @template T, A
 * @param {Checker} checker
 * @param {(element: any, argument: A) => T} body
 * @param {A} [argument]
 * @returns {Promise<Awaited<T>>}
 */
function on({ page }, body, argument) {
  return page.locator("claim-check").evaluate(/** @type {any} */ (body), argument);
}

/** @param {Checker} checker @param {string} [attributes] @param {string} [more] */
async function open(checker, attributes = "", more = "") {
  await listen(checker.page);
  await openPage(checker, `<claim-check ${attributes}></claim-check>${more}${SCRIPT}`);
  await checker.page.waitForFunction(() => document.querySelector("claim-check:state(ready)"));
  await heard(checker.page);
}

/** @param {Checker} checker @returns {Promise<string[]>} what was heard, the names only, once all that is due has been told */
async function names(checker) {
  await checker.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  return (await heard(checker.page)).map(({ name }) => name);
}

check("every attribute has a property, with its default and its values", { opened: false }, async (checker) => {
  await open(checker);
  const found = await on(checker, (element) => {
    const defaults = Object.fromEntries(
      ["story", "theme", "claim", "loading", "reveal", "view", "recents", "worker", "select", "permalink", "structured"].map((name) => [
        name,
        element[name],
      ]),
    );
    for (const [name, value] of Object.entries({
      theme: "dark",
      loading: "lazy",
      reveal: "auto",
      view: "explore",
      recents: "off",
      worker: "off",
      select: "p",
      permalink: true,
      structured: true,
    })) {
      element[name] = value;
    }
    const attributes = Object.fromEntries(element.getAttributeNames().map((/** @type {string} */ name) => [name, element.getAttribute(name)]));
    element.theme = "no theme";
    const unknown = element.theme;
    element.theme = null;
    element.permalink = false;
    return { defaults, attributes, unknown, gone: [element.hasAttribute("theme"), element.hasAttribute("permalink")] };
  });
  assert.deepEqual(found, {
    defaults: {
      story: "",
      theme: "system",
      claim: "",
      loading: "auto",
      reveal: "interaction",
      view: "ask",
      recents: "visit",
      worker: "auto",
      select: "",
      permalink: false,
      structured: false,
    },
    attributes: {
      theme: "dark",
      loading: "lazy",
      reveal: "auto",
      view: "explore",
      recents: "off",
      worker: "off",
      select: "p",
      permalink: "",
      structured: "",
    },
    unknown: "system",
    gone: [false, false],
  });
});

check("the page's own doing is no news to it; the reader's is", { opened: false }, async (checker) => {
  const { page } = checker;
  await open(checker);
  await on(checker, (element, claim) => (element.claim = claim), CLAIM);
  await checker.full.waitFor();
  assert.equal(await on(checker, (element) => element.report.claim), CLAIM);
  await on(checker, (element, claim) => element.check(claim), OTHER);
  await page.waitForFunction((claim) => /** @type {any} */ (document.querySelector("claim-check")).report?.claim === claim, OTHER);
  await on(checker, (element) => (element.view = "explore"));
  await checker.overview.waitFor();
  await on(checker, (element) => (element.view = "ask"));
  await checker.input.waitFor();
  await on(checker, (element) => element.reset());
  await checker.invitation.waitFor();
  assert.deepEqual(await names(checker), []);

  await checker.input.fill(CLAIM);
  await checker.summary.waitFor();
  await checker.input.press("Enter");
  await checker.full.waitFor();
  await checker.explore();
  await checker.question();
  await checker.clear();
  await page.waitForFunction(() => !document.querySelector("claim-check:state(answered)"));
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const told = await heard(page);
  assert.deepEqual(
    told.map(({ name, claim, full, view, composed }) => [name, claim ?? view, full, composed]),
    [
      ["result", CLAIM, false, true],
      ["result", CLAIM, true, true],
      ["view", "explore", undefined, true],
      ["view", "ask", undefined, true],
      ["clear", undefined, undefined, true],
    ],
  );
});

check("`view` follows the reader, and turns the widget again after that", { opened: false }, async (checker) => {
  await open(checker, 'view="explore"');
  await checker.overview.waitFor();
  await checker.question();
  await checker.page.waitForFunction(() => /** @type {any} */ (document.querySelector("claim-check")).view === "ask");
  await on(checker, (element) => (element.view = "explore"));
  await checker.overview.waitFor();
});

check("`check` answers with a typed report and shows it, `reset` takes all away", { opened: false }, async (checker) => {
  await open(checker);
  const report = await on(checker, (element, claim) => element.check(claim), CLAIM);
  assert.equal(report.version, 1);
  assert.deepEqual(report.tally, { support: 2, dispute: 0, both: 0, omit: 3 });
  await checker.full.waitFor();
  assert.equal(await checker.input.inputValue(), CLAIM);
  assert.equal(await on(checker, (element) => element.text), CLAIM);
  await on(checker, (element) => element.reset());
  await checker.invitation.waitFor();
  assert.equal(await checker.input.inputValue(), "");
  assert.deepEqual(await on(checker, (element) => [element.text, element.report]), ["", null]);
  assert.equal(await checker.page.locator(".cc-steps").count(), 0, "nothing of before is remembered");
});

check("language and theme change while it runs", { opened: false }, async (checker) => {
  await open(checker);
  await checker.ask(CLAIM);
  await on(checker, (element) => {
    element.lang = "it";
    element.theme = "dark";
  });
  await checker.page.locator('section.claim-check[lang="it"][data-theme="dark"]').waitFor();
  assert.match(await checker.page.locator(".cc-summary").innerText(), /articoli/);
});

check("the language is that of what the element is in", { opened: false }, async (checker) => {
  await openPage(checker, `<div lang="it-CH"><claim-check></claim-check></div>${SCRIPT}`);
  await checker.page.locator('section.claim-check[lang="it"]').waitFor();
});

check("`reveal` says when the full answer shows", { opened: false }, async (checker) => {
  const { page } = checker;
  await open(checker, 'reveal="auto"');
  await checker.input.fill(CLAIM);
  await checker.full.waitFor();
  await on(checker, (element) => (element.reveal = "manual"));
  await checker.invitation.waitFor();
  await checker.input.fill(OTHER);
  await checker.input.press("Enter");
  await page.waitForFunction((claim) => /** @type {any} */ (document.querySelector("claim-check")).report?.claim === claim, OTHER);
  assert.equal(await checker.summary.count(), 0, "kept back");
  await on(checker, (element) => element.showAnswer());
  await checker.full.waitFor();
});

check("`recents` off leaves no way back", { opened: false }, async (checker) => {
  await open(checker, 'recents="off"');
  await checker.ask(CLAIM);
  await checker.ask(OTHER);
  assert.equal(await checker.page.locator(".cc-steps").count(), 0);
  await checker.input.press("Alt+ArrowUp");
  assert.equal(await checker.input.inputValue(), OTHER);
  await on(checker, (element) => (element.recents = "visit"));
  await checker.page.locator(".cc-steps").waitFor();
});

check("`select` lets text of the page be checked, and can be taken away", { opened: false }, async (checker) => {
  const { page } = checker;
  await open(checker, 'select="#text"', `<p id="text">${CLAIM}</p>`);
  const choose = () =>
    page.evaluate(() => getSelection()?.selectAllChildren(/** @type {Element} */ (document.getElementById("text"))));
  await choose();
  await page.locator("[data-selection]").getByRole("button").click();
  await checker.full.waitFor();
  await on(checker, (element) => element.removeAttribute("select"));
  await page.waitForFunction(() => !inside.one("[data-selection]"));
});

check("`permalink` names what was asked in the address", { opened: false }, async (checker) => {
  await open(checker, "permalink");
  await checker.ask(CLAIM);
  await checker.page.waitForFunction(() => location.hash.includes("Doubao"));
});

check("`structured` puts the claim where machines find it, by a policy of its own", { opened: false }, async (checker) => {
  const { page } = checker;
  await openPage(checker, `<claim-check structured></claim-check>${SCRIPT}`, { policy: STRUCTURED });
  await checker.ask(CLAIM);
  const data = page.locator('claim-check > script[type="application/ld+json"]');
  await data.waitFor({ state: "attached" });
  assert.equal(JSON.parse((await data.textContent()) ?? "")["@type"], "Claim");
  await on(checker, (element) => (element.structured = false));
  await data.waitFor({ state: "detached" });
});

check("properties that were set before the script came are honoured", { opened: false }, async (checker) => {
  const { page } = checker;
  const scripts = {
    "early.js": `const element = document.querySelector("claim-check");
      element.examples = [{ en: "An example of the page" }];
      element.theme = "dark";
      import("./claim-check.js");`,
  };
  await openPage(checker, "<claim-check></claim-check>", { scripts });
  await page.getByRole("button", { name: "An example of the page" }).waitFor();
  assert.equal(await page.locator("claim-check").getAttribute("theme"), "dark");
  await on(checker, (element) => (element.examples = [{ en: "Another one" }]));
  await page.getByRole("button", { name: "Another one" }).waitFor();
});

check("evidence leads to the sentence where the page is the article", { opened: false }, async (checker) => {
  await open(checker, "", "<article><p>It rained.</p></article>");
  await on(checker, (element) => (element.host = { article: "000", within: "article" }));
  await checker.ask(CLAIM);
  await checker.page.locator("[data-follow]").first().click();
  await checker.page.getByText("That sentence is not on this page.").waitFor();
  assert.equal(await checker.page.evaluate(() => document.adoptedStyleSheets.length), 1, "the rule that marks it");
  await on(checker, (element) => (element.host = null));
  await checker.page.waitForFunction(() => !inside.one("[data-follow]"));
});

check("a property that is not what it should be is told, and nothing stops", { opened: false }, async (checker) => {
  await open(checker);
  await on(checker, (element) => (element.host = { article: 3 }));
  await checker.page.waitForFunction(() => /** @type {any} */ (globalThis).heard.length > 0);
  const [{ name, code }] = await heard(checker.page);
  assert.deepEqual([name, code], ["error", "bad-options"]);
  await on(checker, (element) => (element.host = null));
  await checker.ask(CLAIM);
});

check("a story is loaded by address or as bytes, once for all elements, and exchanged", { opened: false }, async (checker) => {
  const { page, watch } = checker;
  const story = await compiledStory();
  const instead = { "**/a.story": (/** @type {any} */ route) => route.fulfill({ contentType: "application/octet-stream", body: story }) };
  const two = '<claim-check story="a.story"></claim-check><claim-check story="a.story"></claim-check>';
  await listen(page);
  await openPage(checker, `${two}${SCRIPT}`, { instead });
  await page.waitForFunction(() => document.querySelectorAll("claim-check:state(ready)").length === 2);
  const requests = () => watch.requests.filter((address) => address.endsWith(".story")).length;
  assert.equal(requests(), 1);
  assert.deepEqual((await heard(page)).map(({ name, story }) => [name, story]), Array(2).fill(["ready", "bytedance-huawei"]));
  await page.locator("claim-check").nth(1).evaluate((element) => element.remove());
  await checker.ask(CLAIM);
  assert.equal(await checker.verdicts(), "SOOOS");
  const info = await on(checker, async (element) => {
    const bytes = await (await fetch("a.story")).blob();
    return element.loadStory(bytes);
  });
  assert.equal(info.articles.length, 5);
  assert.equal(await on(checker, (element) => element.storyData instanceof Uint8Array), true);
  await checker.full.waitFor();
  assert.equal(await checker.input.inputValue(), CLAIM, "the text stays, and is answered again");
  const code = await on(checker, (element) => element.loadStory("no.story").catch((/** @type {any} */ error) => error.code));
  assert.equal(code, "story-not-found");
  await on(checker, (element) => element.removeAttribute("story"));
  await page.waitForFunction(() => document.querySelector("claim-check:state(ready)"));
  assert.equal(await checker.input.inputValue(), CLAIM, "nor does a failure take it away");
  watch.problems.length = 0;
});

check("methods of an element that is nowhere say so", { opened: false }, async (checker) => {
  await open(checker);
  const code = await checker.page.evaluate(() =>
    /** @type {any} */ (document.createElement("claim-check")).check("a claim").catch((/** @type {any} */ error) => error.code),
  );
  assert.equal(code, "not-connected");
});
