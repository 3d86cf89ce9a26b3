// @ts-check
/** Widths from a small phone to a desktop, zoom and long words: nothing scrolls sideways, nothing is cut off. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";
import { overflowing } from "./support/overflow.js";
import { STATES, enter } from "./support/states.js";

for (const language of /** @type {const} */ (["en", "it"])) {
  for (const width of [320, 768, 1280]) {
    check(
      `nothing scrolls sideways at ${width} px (${language})`,
      { language, browser: { viewport: { width, height: 900 } } },
      async (checker) => {
        for (const state of Object.keys(STATES)) {
          await enter(checker, state);
          assert.deepEqual(await overflowing(checker.page), [], state);
        }
      },
    );
  }
}

check(
  "a desktop window zoomed to 400% shows everything without scrolling sideways",
  { browser: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } },
  async (checker) => {
    for (const state of Object.keys(STATES)) {
      await enter(checker, state);
      assert.deepEqual(await overflowing(checker.page), [], state);
    }
    await checker.question();
    await checker.input.scrollIntoViewIfNeeded();
    const box = await checker.input.boundingBox();
    assert.ok(box && box.height <= 256, "the input fits into the window");
  },
);

check(
  "a word without an end breaks instead of widening the page",
  { browser: { viewport: { width: 320, height: 640 } } },
  async (checker) => {
    await checker.ask(`Doubao was launched in August 2023 and ${"x".repeat(300)} was not`);
    assert.deepEqual(await overflowing(checker.page), []);
  },
);

check(
  "wider spacing of letters, words and lines cuts nothing off",
  { browser: { viewport: { width: 320, height: 640 } } },
  async (checker) => {
    // What WCAG 2.2 (1.4.12) lets a reader set. A constructed sheet, as the policy forbids style elements.
    await checker.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }",
      );
      document.adoptedStyleSheets.push(sheet);
    });
    for (const state of ["start", "disputed", "parts"]) {
      await enter(checker, state);
      assert.deepEqual(await overflowing(checker.page), [], state);
    }
  },
);

check("wide windows have room for both sides next to each other, narrow ones stack them", {}, async (checker) => {
  await checker.ask("ByteDance plans to train a new AI model on Huawei chips");
  const sides = async () => {
    const boxes = await Promise.all(
      (await checker.row("000").locator(".cc-side").all()).map((side) => side.boundingBox()),
    );
    return boxes.map((box) => ({ x: box?.x ?? 0, y: box?.y ?? 0 }));
  };
  const [left, right] = await sides();
  assert.ok(left && right && right.x > left.x && right.y === left.y, "side by side");
  await checker.page.setViewportSize({ width: 320, height: 640 });
  const [upper, lower] = await sides();
  assert.ok(upper && lower && lower.x === upper.x && lower.y > upper.y, "one below the other");
});

check("right to left the page is mirrored and nothing is cut off", {}, async (checker) => {
  for (const width of [320, 1280]) {
    await checker.page.setViewportSize({ width, height: 900 });
    // No language of the interface runs that way yet, so the direction is set from outside.
    await checker.page.locator("section.claim-check").evaluate((widget) => widget.setAttribute("dir", "rtl"));
    for (const state of ["start", "disputed", "parts", "overview-evidence"]) {
      await enter(checker, state);
      assert.deepEqual(await overflowing(checker.page), [], `${state} at ${width} px`);
    }
    await checker.question();
    await checker.input.fill("Doubao");
    const [input, clear] = [await checker.input.boundingBox(), await checker.clearButton.boundingBox()];
    assert.ok(input && clear && clear.x < input.x + input.width / 2, "the clear button is on the left");
  }
});
