// @ts-check
/** Typing is never held up: a key is on the screen before a claim is checked, and an answer takes nothing from the input. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";
import { heard, listen } from "./support/pages.js";

const CLAIM = "ByteDance ordered 200,000 Huawei chips";
/** Longer than the pause after which a claim is checked, in milliseconds of the page's clock. */
const PAUSE = 300;

/** Opens the page with its clock stopped. @param {import("./support/checker.js").Checker} checker */
async function stopped(checker) {
  await listen(checker.page);
  await checker.page.clock.install();
  await checker.open();
  await checker.page.clock.pauseAt(Date.now() + 60_000);
  await heard(checker.page);
}

/** @param {import("./support/checker.js").Checker} checker @returns {Promise<string[]>} claims that were answered since */
async function answered(checker) {
  return (await heard(checker.page)).filter(({ name }) => name === "result").map(({ claim }) => claim);
}

check("however many keys come at once, all are taken first and one claim is checked", { opened: false }, async (checker) => {
  const { page } = checker;
  await stopped(checker);
  await checker.input.pressSequentially(CLAIM);
  assert.equal(await checker.input.inputValue(), CLAIM);
  assert.deepEqual(await answered(checker), [], "nothing is checked before the reader pauses");
  assert.equal(await checker.summary.count(), 0);
  await page.clock.runFor(PAUSE);
  await checker.summary.waitFor();
  assert.deepEqual(await answered(checker), [CLAIM]);
});

check("a check at every key takes no character and leaves the caret where it is", { opened: false }, async (checker) => {
  const { page } = checker;
  await stopped(checker);
  const [before, inserted, after] = ["ByteDance ordered ", "200,000 ", "Huawei chips"];
  await checker.input.fill(before + after);
  await page.clock.runFor(PAUSE);
  await checker.summary.waitFor();
  await answered(checker);
  await checker.input.evaluate(
    (input, at) => /** @type {HTMLTextAreaElement} */ (input).setSelectionRange(at, at),
    before.length,
  );
  for (const end of [...inserted].keys()) {
    await page.keyboard.type(inserted[end] ?? "");
    await page.clock.runFor(PAUSE);
    const text = before + inserted.slice(0, end + 1) + after;
    assert.equal(await checker.input.inputValue(), text);
    assert.deepEqual(await answered(checker), [text], "each is answered, and nothing else is");
  }
  const caret = await checker.input.evaluate((input) => /** @type {HTMLTextAreaElement} */ (input).selectionStart);
  assert.equal(caret, (before + inserted).length);
});
