// @ts-check
/** Stepping through the claims asked during this visit. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";

const CLAIMS = [
  "Doubao was launched in August 2023",
  "ByteDance ordered 200,000 Huawei chips",
  "ByteDance plans to train a new AI model on Huawei chips.",
];
const VERDICTS = ["SOOOS", "DODOO", "BBSBB"];

/** @typedef {import("./support/checker.js").Checker} Checker */

/** @param {Checker} checker @param {number} at of the claim that is shown with its answer */
async function shows(checker, at) {
  await checker.page.waitForFunction((claim) => /** @type {any} */ (inside.one("textarea"))?.value === claim, CLAIMS[at] ?? "");
  await checker.full.waitFor();
  assert.equal(await checker.verdicts(), VERDICTS[at]);
}

/** Asks all claims, from an empty memory. @param {Checker} checker */
async function askAll(checker) {
  for (const claim of CLAIMS) await checker.ask(claim);
}

check("there is nothing to step to before a claim was asked", {}, async (checker) => {
  assert.equal(await checker.page.locator("[data-step]").count(), 0);
  await checker.ask("xyzzy");
  assert.equal(await checker.page.locator("[data-step]").count(), 2);
});

check("buttons step back and forth, and stop at the ends without losing the focus", {}, async (checker) => {
  await askAll(checker);
  const earlier = checker.page.getByRole("button", { name: "Earlier claim" });
  const later = checker.page.getByRole("button", { name: "Later claim" });
  assert.equal(await later.getAttribute("aria-disabled"), "true");
  await earlier.click();
  await shows(checker, 1);
  await earlier.click();
  await shows(checker, 0);
  assert.equal(await earlier.getAttribute("aria-disabled"), "true");
  assert.ok(await earlier.evaluate((button) => button === inside.focused()));
  await later.click();
  await shows(checker, 1);
});

check("Alt with the arrow keys steps from the input", {}, async (checker) => {
  await askAll(checker);
  await checker.input.focus();
  await checker.page.keyboard.press("Alt+ArrowUp");
  await shows(checker, 1);
  await checker.page.keyboard.press("Alt+ArrowUp");
  await shows(checker, 0);
  await checker.page.keyboard.press("Alt+ArrowDown");
  await shows(checker, 1);
  assert.ok(await checker.input.evaluate((input) => input === inside.focused()), "the focus stays in the input");
});

check("claims are remembered for this visit only", {}, async (checker) => {
  await askAll(checker);
  await checker.page.goto("about:blank");
  await checker.open();
  assert.equal(await checker.page.locator("[data-step]").count(), 0);
});
