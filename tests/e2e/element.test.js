// @ts-check
/** `<claim-check>` on pages of other people: strict ones, hostile ones, pages that move it or have several. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";
import { SCRIPT, STRICT, heard, listen, openPage } from "./support/pages.js";

const CLAIM = "Doubao was launched in August 2023";
const OTHER = "ByteDance ordered 200,000 Huawei chips";

check("one script and one element are enough, under a strict policy with trusted types", { opened: false }, async (checker) => {
  const { page, watch } = checker;
  await listen(page);
  await openPage(checker, `<claim-check permalink select="p"></claim-check>${SCRIPT}<p>Some text of the page.</p>`);
  await checker.input.waitFor();
  await checker.ask(CLAIM);
  assert.equal(await checker.verdicts(), "SOOOS");
  await checker.explore();
  await checker.overview.locator("[data-topic]").nth(1).getByRole("button").first().click();
  await checker.question();
  assert.match(STRICT, /require-trusted-types-for 'script'/);
  const names = watch.requests.map((address) => new URL(address).pathname.replace(/-[0-9a-f]{16}/, ""));
  assert.deepEqual(names, ["/page.html", "/claim-check.js", "/claim-check.wasm"]);
  const events = (await heard(page)).filter(({ name }) => name === "ready");
  assert.deepEqual(events.map(({ story, composed, target }) => [story, composed, target]), [
    ["bytedance-huawei", true, "claim-check"],
  ]);
});

check("two elements on a page share one request, each with a claim of its own", { opened: false }, async (checker) => {
  const { page, watch } = checker;
  await openPage(checker, `<claim-check id="one" lang="en"></claim-check><claim-check id="two" lang="it"></claim-check>${SCRIPT}`);
  const [one, two] = [page.locator("#one"), page.locator("#two")];
  await one.locator("textarea").fill(CLAIM);
  await one.locator("textarea").press("Enter");
  await one.locator(".cc-summary[tabindex]").waitFor();
  await two.locator("textarea").fill(OTHER);
  await two.locator("textarea").press("Enter");
  await two.locator(".cc-summary[tabindex]").waitFor();
  assert.match(await one.locator(".cc-summary").innerText(), /articles report it/);
  assert.match(await two.locator(".cc-summary").innerText(), /articoli/);
  assert.equal(watch.requests.filter((address) => address.endsWith(".wasm")).length, 1);
});

check("a lazy element loads nothing before it is seen", { opened: false }, async (checker) => {
  const { page, watch } = checker;
  const tall = { "tall.css": "div { height: 400vh }" };
  await openPage(checker, `<div></div><claim-check loading="lazy"></claim-check>${SCRIPT}`, { styles: tall });
  await page.waitForFunction(() => customElements.get("claim-check"));
  const status = () => page.evaluate(() => /** @type {any} */ (document.querySelector("claim-check")).status);
  // A frame later an observer would have told.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  assert.equal(await status(), "idle");
  assert.equal(watch.requests.filter((address) => address.endsWith(".wasm")).length, 0);
  await page.locator("claim-check").scrollIntoViewIfNeeded();
  await checker.input.waitFor();
  assert.equal(await status(), "ready");
});

check("a method starts an element that waits", { opened: false }, async (checker) => {
  const tall = { "tall.css": "div { height: 400vh }" };
  await openPage(checker, `<div></div><claim-check loading="lazy"></claim-check>${SCRIPT}`, { styles: tall });
  const summary = await checker.page.evaluate(async (claim) => {
    await customElements.whenDefined("claim-check");
    return (await /** @type {any} */ (document.querySelector("claim-check")).check(claim)).summary;
  }, CLAIM);
  assert.match(summary, /report it/);
});

for (const how of ["append", "moveBefore", "later"]) {
  check(`a node that is moved keeps text and answer (${how})`, { opened: false }, async (checker) => {
    const { page } = checker;
    await openPage(checker, `<main><claim-check></claim-check></main><aside></aside>${SCRIPT}`);
    await checker.ask(CLAIM);
    await page.evaluate(async (how) => {
      const node = /** @type {Element} */ (document.querySelector("claim-check"));
      const aside = /** @type {any} */ (document.querySelector("aside"));
      if (how === "moveBefore") return aside.moveBefore(node, null);
      if (how === "later") {
        node.remove();
        await new Promise((later) => setTimeout(later, 50));
        if (/** @type {any} */ (node).status !== "idle") throw new Error("it is not taken down");
      }
      aside.append(node);
    }, how);
    await page.locator("aside .cc-summary[tabindex]").waitFor();
    assert.equal(await checker.input.inputValue(), CLAIM);
    assert.equal(await checker.verdicts(), "SOOOS");
    await checker.ask(OTHER);
    assert.equal(await checker.verdicts(), "DODOO", "and goes on working");
  });
}

check("a script that is loaded twice does no harm", { opened: false }, async (checker) => {
  await openPage(checker, `<claim-check></claim-check>${SCRIPT}<script type="module" src="claim-check.js?again"></script>`);
  await checker.ask(CLAIM);
  assert.equal(await checker.verdicts(), "SOOOS");
});

check("a name that is taken is left alone, and another can be had", { opened: false, mishaps: true }, async (checker) => {
  const { page, watch } = checker;
  const scripts = {
    "theirs.js": 'customElements.define("claim-check", class extends HTMLElement {});',
    "ours.js": 'import { define } from "./claim-check.js"; document.body.dataset.defined = define("fact-check");',
  };
  await openPage(checker, "<claim-check></claim-check><fact-check></fact-check>", { scripts });
  await checker.ask(CLAIM);
  assert.equal(await page.locator("fact-check").locator(".cc-summary").count(), 1);
  assert.equal(await page.locator("body").getAttribute("data-defined"), "true");
  assert.equal(watch.problems.length, 1, watch.problems.join("\n"));
  assert.match(watch.problems[0], /<claim-check> is another element already/);
});

check("the bare class registers nothing, `define` does", { opened: false }, async (checker) => {
  const { page } = checker;
  await openPage(checker, "<claim-check></claim-check>");
  const before = await page.evaluate(async () => {
    await import(/** @type {any} */ (new URL("element.js", document.baseURI).href));
    return customElements.get("claim-check") === undefined;
  });
  assert.ok(before);
  await page.evaluate(() => import(/** @type {any} */ (new URL("define.js", document.baseURI).href)));
  await checker.input.waitFor();
});

const HOSTILE = `
  * { all: unset !important; color: red !important; font: 60px/3 monospace !important; letter-spacing: 2em !important;
      text-transform: uppercase !important; text-align: right !important; word-spacing: 3em !important; }
  div, p, h2, h3, section, button, textarea, ul, li, form { display: none !important; position: fixed !important; }
  .claim-check, .cc-input, .cc-button, .cc-panel { display: none !important; background: lime !important; }
  .cc-summary { visibility: hidden !important; }
  claim-check { display: block !important; }
  html { font-size: 4px !important; }
`;

check("the styles of a page do not reach in, and ours do not leak out", { opened: false }, async (checker) => {
  const { page } = checker;
  const look = async () => {
    await checker.ask(CLAIM);
    return page.evaluate(() =>
      inside.all(".cc-base, .cc-base *").map((element) => {
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        return [
          element.localName,
          element.getAttribute("class"),
          style.color,
          style.fontSize,
          style.fontFamily,
          style.letterSpacing,
          style.wordSpacing,
          style.textTransform,
          style.textAlign,
          style.display,
          style.backgroundColor,
          style.visibility,
          Math.round(box.width),
          Math.round(box.height),
        ].join(" ");
      }),
    );
  };
  const body = `<claim-check></claim-check>${SCRIPT}`;
  await openPage(checker, body, { styles: { "page.css": "body { margin: 8px } claim-check { width: 900px }" } });
  const alone = await look();
  const outside = await page.evaluate(() => ({
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    ink: getComputedStyle(document.body).getPropertyValue("--cc-ink"),
  }));
  assert.deepEqual(outside, { sheets: 1, ink: "" });
  await page.unrouteAll();
  const hostile = `${HOSTILE} head, script, link, title { display: none !important } html, body { display: block !important; }
    claim-check { width: 900px !important; }`;
  await openPage(checker, body, { styles: { "page.css": hostile } });
  assert.deepEqual(await look(), alone);
});

check("a page colours it with custom properties and parts", { opened: false }, async (checker) => {
  const css =
    "claim-check { --cc-accent: rgb(1, 2, 3); } claim-check::part(summary) { color: rgb(4, 5, 6); } " +
    "claim-check:state(answered) { outline: 7px solid rgb(7, 8, 9); }";
  await openPage(checker, `<claim-check></claim-check>${SCRIPT}`, { styles: { "page.css": css } });
  await checker.input.waitFor();
  const outline = () => checker.page.locator("claim-check").evaluate((element) => getComputedStyle(element).outlineWidth);
  const bare = await outline();
  await checker.ask(CLAIM);
  assert.equal(await checker.checkButton.evaluate((button) => getComputedStyle(button).backgroundColor), "rgb(1, 2, 3)");
  assert.equal(await checker.full.evaluate((summary) => getComputedStyle(summary).color), "rgb(4, 5, 6)");
  await checker.page.waitForFunction(() => document.querySelector("claim-check:state(answered):state(ready)"));
  assert.equal(await outline(), "7px");
  assert.notEqual(bare, "7px");
});

check("slots take the place of heading, invitation and foot; other children are not seen", { opened: false }, async (checker) => {
  const { page } = checker;
  await openPage(
    checker,
    `<claim-check><h2 slot="heading">Check us</h2><p slot="empty">Ask away</p><p slot="footer">By us</p><p>Fallback</p></claim-check>${SCRIPT}`,
  );
  await checker.input.waitFor();
  for (const text of ["Check us", "Ask away", "By us"]) assert.ok(await page.getByText(text).isVisible(), text);
  assert.equal(await page.getByText("Fallback").isVisible(), false);
  assert.equal(await page.getByText(checker.words.invitation).isVisible(), false);
  await checker.ask(CLAIM);
  assert.equal(await page.getByText("Ask away").isVisible(), false);
});
