// @ts-check
/** Everything with the keyboard alone, and that what is pressed is large enough. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";
import { enter } from "./support/states.js";

const CLAIM = "ByteDance ordered 200,000 Huawei chips";

/**
 * @param {import("playwright-core").Page} page
 * @returns {Promise<{name: string, width: number, visible: boolean}>} what has the focus, and how it shows it
 */
function focused(page) {
  return page.evaluate(() => {
    const element = inside.focused() ?? document.body;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const label =
      element instanceof HTMLTextAreaElement
        ? element.labels?.[0]?.innerText
        : /** @type {HTMLElement} */ (element).innerText;
    return {
      name: (element.getAttribute("aria-label") ?? label ?? "").trim(),
      width: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      visible: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    };
  });
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} key that is pressed until the focus leaves the page, or comes round: without a window to leave for,
 *   Chromium does either
 * @returns the stops on the way
 */
async function tour(page, key) {
  const stops = [];
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    const left = await page.evaluate(() => document.activeElement === document.body);
    if (left || stop.name === stops[0]?.name) return stops;
    stops.push(stop);
  }
  throw new Error(
    `a keyboard trap: ${stops
      .slice(-4)
      .map((stop) => stop.name)
      .join(" > ")}`,
  );
}

check("Tab goes through the page in the order in which it reads, and out of it", {}, async (checker) => {
  const stops = await tour(checker.page, "Tab");
  const examples = await checker.examples.allInnerTexts();
  assert.deepEqual(
    stops.map((stop) => stop.name),
    [
      "Documentation",
      "English",
      "Italiano",
      checker.words.ask,
      checker.words.input,
      checker.words.check,
      ...examples,
      "Auto",
      "Light",
      "Dark",
    ],
  );
  for (const stop of stops) {
    assert.ok(stop.width >= 2, `the focus is seen on “${stop.name}”: an outline of ${stop.width} px`);
    assert.ok(stop.visible, `“${stop.name}” is in sight when it has the focus`);
  }
  const back = await tour(checker.page, "Shift+Tab");
  assert.deepEqual(
    back.map((stop) => stop.name),
    stops.map((stop) => stop.name).reverse(),
  );
});

check("a claim is typed, answered with Enter and cleared without the mouse", {}, async (checker) => {
  const { page, words } = checker;
  while ((await focused(page)).name !== words.input) await page.keyboard.press("Tab");
  await page.keyboard.type(CLAIM);
  await page.keyboard.press("Enter");
  await checker.summary.waitFor();
  assert.equal((await focused(page)).name, words.input, "the focus stays where the reader types");
  assert.equal(await checker.input.inputValue(), CLAIM, "Enter asks and adds no line");
  const stops = [];
  while (stops.at(-1) !== words.more && stops.length < 20) {
    await page.keyboard.press("Tab");
    stops.push((await focused(page)).name);
  }
  const taken = ["Copy link", "Copy as text", "Copy as Markdown", "Download JSON"];
  assert.deepEqual(stops, [words.clear, "Earlier claim", "Later claim", words.check, ...taken, words.more]);
  while ((await focused(page)).name !== words.clear) await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await checker.invitation.waitFor();
  assert.equal((await focused(page)).name, words.input);
});

check("with Shift, Enter begins a line and asks nothing", { opened: false }, async (checker) => {
  await checker.page.clock.install();
  await checker.open();
  await checker.page.clock.pauseAt(Date.now() + 60_000);
  await checker.input.focus();
  await checker.page.keyboard.type("one");
  await checker.page.keyboard.press("Shift+Enter");
  await checker.page.keyboard.type("two");
  assert.equal(await checker.input.inputValue(), "one\ntwo");
  assert.equal(await checker.summary.count(), 0);
});

check(
  "a claim of the list is picked with Enter and with the space bar, and the answer gets the focus",
  {},
  async (checker) => {
    const { page } = checker;
    for (const key of ["Enter", "Space"]) {
      await checker.examples.nth(1).focus();
      const claim = await checker.examples.nth(1).innerText();
      await page.keyboard.press(key);
      await checker.summary.waitFor();
      await page.waitForFunction(() => inside.focused()?.matches(".cc-summary"));
      assert.equal(await checker.input.inputValue(), claim, key);
      await page.keyboard.press("Tab");
      assert.equal((await focused(page)).name, "Copy link", "what follows the summary comes next");
      await checker.clearButton.focus();
      await page.keyboard.press(key);
      await checker.invitation.waitFor();
    }
  },
);

check("the other claims below an answer open and work with the keyboard", {}, async (checker) => {
  await checker.ask(CLAIM);
  const more = checker.answer.getByText(checker.words.more);
  await more.focus();
  await checker.page.keyboard.press("Enter");
  const last = checker.examples.last();
  await last.waitFor();
  const claim = await last.innerText();
  await last.focus();
  await checker.page.keyboard.press("Enter");
  await checker.page.waitForFunction(() => inside.focused()?.matches(".cc-summary"));
  assert.equal(await checker.input.inputValue(), claim);
});

check("an answer that comes while the reader types leaves cursor and focus alone", {}, async (checker) => {
  const { page } = checker;
  await checker.input.focus();
  await page.keyboard.type("ByteDance ordered Huawei chips");
  await checker.summary.waitFor();
  for (let press = 0; press < " Huawei chips".length; press += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.type(" 200,000");
  await checker.summary.filter({ hasText: "dispute it" }).waitFor();
  assert.equal(await checker.input.inputValue(), CLAIM);
  const cursor = await checker.input.evaluate((input) => /** @type {HTMLTextAreaElement} */ (input).selectionStart);
  assert.equal(cursor, "ByteDance ordered 200,000".length);
});

check("the language is switched with the keyboard, and the button keeps the focus", {}, async (checker) => {
  const { page } = checker;
  await page.getByRole("button", { name: "Italiano" }).focus();
  await page.keyboard.press("Space");
  checker.language = "it";
  await checker.input.waitFor();
  assert.equal((await focused(page)).name, "Italiano");
});

check("what is pressed is 24 px or more each way", {}, async (checker) => {
  await checker.ask(CLAIM);
  await checker.answer.getByText(checker.words.more).click();
  /** What is too small, of all that can be pressed now. */
  const small = () =>
    checker.page
      .locator("button:visible, summary:visible, textarea:visible, select:visible, a:visible")
      .evaluateAll((targets) => {
        if (targets.length < 10) throw new Error(`only ${targets.length} targets`);
        const sized = targets.map((target) => ({
          name: target.getAttribute("aria-label") ?? target.textContent,
          box: target.getBoundingClientRect(),
        }));
        return sized
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ name, box }) => `“${name}” is ${box.width} × ${box.height}`);
      });
  assert.deepEqual(await small(), []);
  await enter(checker, "overview-evidence");
  assert.deepEqual(await small(), []);
});
