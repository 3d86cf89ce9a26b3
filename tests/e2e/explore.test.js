// @ts-check
/** Looking around without a question: claims against articles, filters, and the evidence of a cell. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";

/** @typedef {import("./support/checker.js").Checker} Checker */

/** @param {Checker} checker @returns {Promise<number>} how many claims the overview says it shows */
async function found(checker) {
  const text = await checker.overview.getByRole("status").innerText();
  return Number(/\d+/.exec(text)?.[0]);
}

/** @param {Checker} checker @param {string} name of a filter @param {string} option by its text */
async function choose(checker, name, option) {
  await checker.overview.getByRole("combobox", { name, exact: true }).selectOption({ label: option });
}

/** Unfolds every topic that is not. @param {Checker} checker */
async function unfold(checker) {
  for (const topic of await checker.overview.locator("[data-topic]").all()) {
    const fold = topic.getByRole("button").first();
    if ((await fold.getAttribute("aria-expanded")) === "false") await fold.click();
  }
}

/** @param {Checker} checker @returns {Promise<number>} how many claims are drawn */
function drawn(checker) {
  return checker.overview.locator("[data-claim]").count();
}

check(
  "the overview says how many claims and articles there are and draws no claim before it is wanted",
  {},
  async (checker) => {
    await checker.explore();
    assert.match(await checker.overview.innerText(), /\d+ claims, 5 articles/);
    assert.ok((await found(checker)) > 100);
    assert.equal(await drawn(checker), 0);
    const columns = checker.overview.getByRole("columnheader");
    assert.equal(await columns.count(), 6, "the claim and five articles");
  },
);

check("a topic unfolds to as many claims as it says, and folds again", {}, async (checker) => {
  await checker.explore();
  const topic = checker.overview.locator("[data-topic]").first();
  const fold = topic.getByRole("button").first();
  const said = Number(/(\d+)\sclaims/.exec(await fold.innerText())?.[1]);
  assert.equal(await fold.getAttribute("aria-expanded"), "false");
  await fold.click();
  await topic.locator("[data-claim]").first().waitFor();
  assert.equal(await fold.getAttribute("aria-expanded"), "true");
  assert.equal(await topic.locator("[data-claim]").count(), said);
  for (const row of (await topic.locator("[data-claim]").all()).slice(0, 5)) {
    assert.equal(await row.getByRole("cell").count(), 5, "a cell for each article");
  }
  await fold.click();
  await topic.locator("[data-claim]").first().waitFor({ state: "detached" });
});

check("the topics together have every claim", {}, async (checker) => {
  await checker.explore();
  const total = await found(checker);
  await unfold(checker);
  await checker.page.waitForFunction((all) => inside.all("[data-claim]").length === all, total);
});

check("filters leave as many claims as their numbers say, and can be taken back", {}, async (checker) => {
  await checker.explore();
  const all = await found(checker);
  for (const name of ["only-one", "contradicted"]) {
    const chip = checker.overview.locator(`[data-show="${name}"]`);
    const said = Number(/\d+/.exec(await chip.innerText())?.[0]);
    await chip.click();
    await checker.overview.locator(`[data-show="${name}"][aria-pressed="true"]`).waitFor();
    assert.equal(await found(checker), said, name);
    assert.ok(said > 0 && said < all);
  }
  await checker.overview.getByRole("button", { name: "Reset" }).click();
  await checker.overview.locator('[data-show="all"][aria-pressed="true"]').waitFor();
  assert.equal(await found(checker), all);
});

check("a topic says how many of its claims stand out, and such a claim says so", {}, async (checker) => {
  await checker.explore();
  const chip = async (/** @type {string} */ name) =>
    Number(/\d+/.exec(await checker.overview.locator(`[data-show="${name}"]`).innerText())?.[0]);
  const folds = await checker.overview.locator("[data-topic] button[aria-expanded]").allInnerTexts();
  const sum = (/** @type {RegExp} */ words) =>
    folds.reduce((all, text) => all + Number(words.exec(text)?.[1] ?? 0), 0);
  assert.equal(sum(/(\d+)\scontradicted/), await chip("contradicted"));
  assert.equal(sum(/(\d+)\sin\sone\sarticle\sonly/), await chip("only-one"));
  await unfold(checker);
  await checker.page.waitForFunction((all) => inside.all(".cc-tag").length === all, await chip("contradicted"));
});

check("what is left by article and stance is what its cells show", {}, async (checker) => {
  await checker.explore();
  await choose(checker, "Article", "Article 3: the chips and their rivals");
  await choose(checker, "Stance", "Disputes");
  const count = await found(checker);
  assert.ok(count > 0);
  await unfold(checker);
  await checker.page.waitForFunction((all) => inside.all("[data-claim]").length === all, count);
  for (const cell of await checker.overview.locator('[data-claim] [data-article="002"]').all()) {
    assert.match((await cell.textContent()) ?? "", /Disputes/);
  }
});

check("filters that nothing fits say so", {}, async (checker) => {
  await checker.explore();
  const topics = await checker.overview.getByRole("combobox", { name: "Topic" }).locator("option").allInnerTexts();
  await choose(checker, "Stance", "Both sides");
  await checker.overview.locator('[data-show="only-one"]').click();
  for (const topic of topics.slice(1)) {
    await choose(checker, "Topic", topic);
    if ((await found(checker)) === 0) {
      assert.match(await checker.overview.innerText(), /No claim fits these filters\./);
      return;
    }
  }
  assert.fail("expected a topic in which no single article carries both sides of a claim");
});

check("a cell opens its evidence in place, one at a time, and leads to the full answer", {}, async (checker) => {
  await checker.explore();
  await checker.overview.locator("[data-topic]").getByRole("button").first().click();
  const cells = checker.overview.locator("[data-claim] button[data-article]");
  await cells.first().click();
  const proof = checker.overview.locator(".cc-proof");
  await proof.waitFor();
  assert.equal(await cells.first().getAttribute("aria-expanded"), "true");
  assert.equal(await cells.first().getAttribute("aria-controls"), await proof.getByRole("cell").getAttribute("id"));
  assert.match(await proof.innerText(), /Paragraph \d+, sentence \d+ · Said by: /);
  assert.match(await proof.innerText(), /For it[^]*Against it/);
  await cells.nth(1).click();
  await checker.overview.locator('[data-claim] button[data-article][aria-expanded="true"]').waitFor();
  assert.equal(await proof.count(), 1);
  const claim = await checker.overview
    .locator(".cc-claim:has([aria-expanded=true])")
    .getByRole("rowheader")
    .innerText();
  await proof.getByRole("button", { name: "Check this" }).click();
  await checker.full.waitFor();
  assert.equal(await checker.input.inputValue(), claim);
  await checker.page.waitForFunction(() => inside.focused()?.matches(".cc-summary"));
});

check("the views are tabs: arrow keys change them, and each keeps what it was at", {}, async (checker) => {
  const { page } = checker;
  await checker.ask("ByteDance ordered 200,000 Huawei chips");
  await page.getByRole("tab", { selected: true }).focus();
  await page.keyboard.press("ArrowRight");
  await checker.overview.waitFor();
  assert.equal(await page.getByRole("tab", { selected: true }).innerText(), "Explore the story");
  assert.ok(await page.getByRole("tab", { selected: true }).evaluate((tab) => tab === inside.focused()));
  await checker.overview.locator("[data-topic]").getByRole("button").first().click();
  const count = await drawn(checker);
  await page.getByRole("tab", { name: "Check a claim" }).click();
  assert.equal(await checker.input.inputValue(), "ByteDance ordered 200,000 Huawei chips");
  assert.equal(await checker.verdicts(), "DODOO");
  await checker.explore();
  assert.equal(await drawn(checker), count);
});

check("the overview works with the keyboard and keeps the focus", {}, async (checker) => {
  const { page } = checker;
  await checker.explore();
  const fold = checker.overview.locator("[data-topic]").getByRole("button").first();
  await fold.focus();
  await page.keyboard.press("Enter");
  await checker.overview.locator("[data-claim]").first().waitFor();
  assert.ok(await fold.evaluate((button) => button === inside.focused()), "the topic keeps the focus");
  await page.keyboard.press("Tab");
  const cell = checker.overview.locator("[data-claim] button[data-article]").first();
  assert.ok(await cell.evaluate((button) => button === inside.focused()), "its first cell comes next");
  await page.keyboard.press("Space");
  await checker.overview.locator(".cc-proof").waitFor();
  assert.ok(await cell.evaluate((button) => button === inside.focused()), "the cell keeps the focus");
  await page.keyboard.press("Space");
  await checker.overview.locator(".cc-proof").waitFor({ state: "detached" });
});

check(
  "on a phone a cell says its article and its verdict in words",
  { browser: { viewport: { width: 320, height: 640 } } },
  async (checker) => {
    await checker.explore();
    await checker.overview.locator("[data-topic]").getByRole("button").first().click();
    const cell = checker.overview.locator("[data-claim] button[data-article]").first();
    const box = await cell.boundingBox();
    assert.ok(box && box.width >= 24 && box.height >= 24, `${box?.width} × ${box?.height}`);
    assert.match((await cell.textContent()) ?? "", /Article \d[^]*(Supports|Disputes|Both sides)/);
  },
);

check("the overview speaks Italian, at once when the language is switched", {}, async (checker) => {
  await checker.explore();
  await checker.overview.locator("[data-topic]").getByRole("button").first().click();
  await checker.page.getByRole("button", { name: "Italiano", exact: true }).click();
  checker.language = "it";
  await checker.overview.getByText("affermazioni").first().waitFor();
  const shown = await checker.overview.innerText();
  for (const word of ["claims", "Supports", "Disputes", "Reset"])
    assert.ok(!shown.split(/[\s:]+/).includes(word), word);
  assert.ok((await drawn(checker)) > 0, "what was unfolded stays so");
});
