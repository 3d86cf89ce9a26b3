// @ts-check
/** Checking a passage that is selected on the page around the widget. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";

/** @typedef {import("./support/checker.js").Checker} Checker */

/** @param {Checker} checker @param {string} selector of what is selected, as a mouse would */
async function select(checker, selector) {
  await checker.page.evaluate((wanted) => {
    const visible = inside.all(wanted).find((element) => element.getClientRects().length > 0);
    if (!visible) throw new Error(`nothing visible at ${wanted}`);
    visible.scrollIntoView({ block: "center" });
    getSelection()?.selectAllChildren(visible);
  }, selector);
}

/** @param {Checker} checker */
function popover(checker) {
  return checker.page.locator("[data-selection]");
}

const OTHER = '.site-notes [lang="en"] p';
const PASSAGE = '.site-intro p[lang="en"]';

check(
  "a selected passage can be checked with one press, and the button does not come back for it",
  { opened: false },
  async (checker) => {
    await checker.page.clock.install();
    await checker.open();
    await checker.page.clock.pauseAt(Date.now() + 60_000);
    const passage = (await checker.page.locator(PASSAGE).innerText()).replace(/\s+/g, " ").trim();
    await select(checker, PASSAGE);
    await checker.page.clock.runFor(5_000);
    await popover(checker).getByRole("button", { name: "Check this" }).click();
    await checker.full.waitFor();
    assert.equal(await checker.input.inputValue(), passage);
    assert.equal(await popover(checker).count(), 0);
    await checker.page.clock.runFor(5_000);
    assert.equal(await popover(checker).count(), 0, "after a while");
  },
);

check("the button is reached with Tab, used with Enter and sent away with Escape", {}, async (checker) => {
  await select(checker, PASSAGE);
  await popover(checker).waitFor();
  await checker.page.keyboard.press("Escape");
  await popover(checker).waitFor({ state: "detached" });
  await select(checker, OTHER);
  await popover(checker).waitFor();
  await checker.page.keyboard.press("Tab");
  assert.ok(
    await popover(checker)
      .getByRole("button")
      .evaluate((button) => button === inside.focused()),
  );
  await checker.page.keyboard.press("Enter");
  await checker.full.waitFor();
  await checker.page.waitForFunction(() => inside.focused()?.matches(".cc-summary"));
});

check(
  "it is never in the way: inside the window, beside the passage, gone with the selection",
  { browser: { viewport: { width: 320, height: 640 } } },
  async (checker) => {
    await select(checker, PASSAGE);
    await popover(checker).waitFor();
    const [own, text] = [await popover(checker).boundingBox(), await checker.page.locator(PASSAGE).boundingBox()];
    assert.ok(own && text);
    assert.ok(own.x >= 0 && own.x + own.width <= 320 && own.y >= 0 && own.y + own.height <= 640, JSON.stringify(own));
    assert.ok(
      own.y >= text.y + text.height - 1 || own.y + own.height <= text.y + 1,
      "it covers nothing of the passage",
    );
    await checker.page.evaluate(() => getSelection()?.removeAllRanges());
    await popover(checker).waitFor({ state: "detached" });
  },
);

check("text elsewhere, and text of the widget itself, is left alone", { opened: false }, async (checker) => {
  await checker.page.clock.install();
  await checker.open();
  await checker.page.clock.pauseAt(Date.now() + 60_000);
  for (const [selector, offered] of /** @type {const} */ ([
    [".site-name", 0],
    [".cc-invitation", 0],
    [PASSAGE, 1],
  ])) {
    await select(checker, selector);
    await checker.page.clock.runFor(5_000);
    assert.equal(await popover(checker).count(), offered, selector);
  }
});
