// @ts-check
/** On paper: the claim and the answer with its evidence, without what can only be pressed. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";

const CLAIM = "ByteDance ordered 200,000 Huawei chips";

check("paper has the claim, the summary and every article with its evidence", {}, async (checker) => {
  await checker.ask(CLAIM);
  await checker.page.emulateMedia({ media: "print" });
  assert.ok(await checker.summary.isVisible());
  assert.equal(await checker.rows.count(), 5);
  for (const row of await checker.rows.all()) assert.ok(await row.isVisible());
  for (const note of await checker.rows.locator(".cc-note").all()) assert.ok(await note.isVisible());
  // Evidence that is folded away on the screen is on paper: what cannot be unfolded must not be lost.
  await checker.page.emulateMedia({ media: "screen" });
  await checker.ask("ByteDance plans to train a new AI model on Huawei chips.");
  assert.ok((await checker.rows.locator("details .cc-note").count()) > 0, "some is folded away");
  await checker.page.emulateMedia({ media: "print" });
  for (const note of await checker.rows.locator(".cc-note").all())
    assert.ok(await note.isVisible(), await note.innerText());
  assert.ok(await checker.input.isVisible(), "the claim itself");
});

check("paper has the claim even where no article covers it", {}, async (checker) => {
  await checker.ask("Samsung is buying TikTok’s data centres in Ireland");
  await checker.page.emulateMedia({ media: "print" });
  assert.ok(await checker.input.isVisible());
  assert.match(await checker.input.inputValue(), /^Samsung is buying/);
});

check("paper has nothing that can only be pressed", {}, async (checker) => {
  await checker.ask(CLAIM);
  await checker.page.emulateMedia({ media: "print" });
  const pressed = checker.page.locator("button:visible, summary:visible, select:visible, a:visible");
  assert.deepEqual(await pressed.allInnerTexts(), []);
});

check(
  "an answer fits on few pages of A4, whatever the colours on the screen",
  { browser: { colorScheme: "dark" } },
  async (checker) => {
    await checker.ask(CLAIM);
    const paper = (await checker.page.pdf({ format: "A4" })).toString("latin1");
    const pages = paper.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 1 && pages <= 3, `${pages} pages`);
  },
);
