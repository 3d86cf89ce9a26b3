// @ts-check
/** Nothing jumps: neither when the page starts, nor when an answer comes, nor where the reader types. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";

/** How far the page may shift in all, as browsers measure it; from 0.1 on it is felt. */
const MOST = 0.02;
const CLAIM = "ByteDance ordered 200,000 Huawei chips";

/** Collects the shifts that no act of the reader explains. Runs in the page before anything else. */
function measure() {
  const shifts = /** @type {{value: number, moved: string[]}[]} */ ([]);
  const note = (/** @type {PerformanceEntry[]} */ entries) => {
    for (const entry of /** @type {any[]} */ (entries)) {
      if (entry.hadRecentInput) continue;
      const moved = entry.sources.map((/** @type {any} */ { node }) => node?.className || node?.nodeName || "gone");
      shifts.push({ value: entry.value, moved });
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  Object.assign(globalThis, {
    shifts: () => {
      note(observer.takeRecords());
      return shifts;
    },
  });
}

/** @param {import("./support/checker.js").Checker} checker */
async function steady(checker) {
  // Shifts are measured when a frame is drawn: two frames on, those of what is seen now have been.
  await checker.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const shifts = /** @type {{value: number, moved: string[]}[]} */ (await checker.page.evaluate("shifts()"));
  const sum = shifts.reduce((all, { value }) => all + value, 0);
  assert.ok(sum < MOST, `shifted by ${sum}: ${JSON.stringify(shifts)}`);
}

for (const width of [320, 768, 1280]) {
  for (const language of /** @type {const} */ (["en", "it"])) {
    const browser = { viewport: { width, height: 800 } };
    check(`nothing jumps at ${width} px (${language})`, { language, browser, opened: false }, async (checker) => {
      const { page } = checker;
      await page.addInitScript(measure);
      await checker.open();
      await steady(checker);
      // On the page, not in the window: at Enter the answer is brought into sight where there is no room for it.
      const place = async () => {
        const box = await checker.input.boundingBox();
        return box && { ...box, y: Math.round(box.y + (await page.evaluate(() => scrollY))) };
      };
      const before = await place();
      await checker.input.pressSequentially(CLAIM);
      await checker.summary.waitFor();
      await steady(checker);
      assert.deepEqual(await place(), before, "the input stays where it is while answers come");
      await checker.input.press("Enter");
      await checker.status.filter({ hasText: /./ }).waitFor();
      await steady(checker);
      assert.deepEqual(await place(), before, "nor does it move at Enter");
    });
  }
}

check("one answer takes the place of another without an empty page between", {}, async (checker) => {
  await checker.ask(CLAIM);
  await checker.page.evaluate(() => {
    const answer = inside.one(".cc-answer");
    if (!answer) throw new Error("no answer");
    Object.assign(globalThis, { gone: false });
    new MutationObserver(() => {
      if (!answer.querySelector(".cc-summary")) Object.assign(globalThis, { gone: true });
    }).observe(answer, { childList: true, subtree: true });
  });
  await checker.input.fill("Doubao was launched in August 2023");
  await checker.summary.filter({ hasText: "report it" }).waitFor();
  assert.equal(await checker.page.evaluate("gone"), false);
});

check("a shift would be noticed", { opened: false }, async (checker) => {
  const { page } = checker;
  await page.addInitScript(measure);
  await checker.open();
  await page.evaluate(() =>
    document.body.prepend(Object.assign(document.createElement("h1"), { textContent: "A headline that comes late" })),
  );
  await assert.rejects(() => steady(checker), /shifted by/);
});

for (const viewport of [
  { width: 320, height: 480 },
  { width: 640, height: 300 },
]) {
  const size = `${viewport.width} × ${viewport.height}`;
  check(`after Enter the answer is in sight, and the input keeps the focus (${size})`, { browser: { viewport } }, async (checker) => {
    await checker.input.fill(CLAIM);
    await checker.summary.waitFor();
    await checker.page.evaluate(() => scrollTo(0, 0));
    await checker.input.focus();
    await checker.page.keyboard.press("Enter");
    await checker.full.waitFor();
    await checker.page.waitForFunction((height) => scrollY > 0 && innerHeight === height, viewport.height);
    const box = await checker.full.boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= viewport.height, JSON.stringify(box));
    assert.ok(await checker.input.evaluate((input) => input.matches(":focus")));
  });
}
