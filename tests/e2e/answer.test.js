// @ts-check
/** Asking a claim and what the answer has. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { ROOT } from "./support/browser.js";
import { check } from "./support/check.js";

/** Claims with the verdicts that the library is tested to give; the page must show the same. */
const CASES = readFileSync(`${ROOT}tests/verdicts/cases.tsv`, "utf8")
  .split("\n")
  // What the library is known to get wrong, the page gets wrong as well; that is its own test's matter.
  .filter((line) => line.trim() !== "" && !line.startsWith("#") && !line.startsWith("known failure: "))
  .map((line) => line.split("\t"));

const DISPUTED = "ByteDance ordered 200,000 Huawei chips";

check("a claim of the list is answered when it is clicked", {}, async (checker) => {
  const example = checker.page.getByRole("button", { name: "ByteDance ordered 200,000 Ascend chips" });
  await example.click();
  await checker.summary.waitFor();
  assert.equal(await checker.input.inputValue(), "ByteDance ordered 200,000 Ascend chips");
  assert.equal(await checker.verdicts(), "DODOO");
});

check("a claim is answered while it is typed", {}, async (checker) => {
  await checker.input.pressSequentially("Doubao was launched in August 2023");
  await checker.summary.waitFor();
  assert.equal(await checker.verdicts(), "SOOOS");
});

check("Enter answers at once, without the pause that typing waits for", { opened: false }, async (checker) => {
  await checker.page.clock.install();
  await checker.open();
  await checker.page.clock.pauseAt(Date.now() + 60_000);
  await checker.input.fill(DISPUTED);
  assert.equal(await checker.summary.count(), 0, "the clock stands still, so typing alone has no answer yet");
  await checker.input.press("Enter");
  await checker.summary.waitFor();
});

check("the button asks as Enter does", { opened: false }, async (checker) => {
  await checker.page.clock.install();
  await checker.open();
  await checker.page.clock.pauseAt(Date.now() + 60_000);
  await checker.input.fill(DISPUTED);
  await checker.checkButton.click();
  await checker.summary.waitFor();
});

check("clearing empties the input, takes the answer away and gives the input the focus", {}, async (checker) => {
  await checker.ask(DISPUTED);
  await checker.clear();
  assert.equal(await checker.input.inputValue(), "");
  assert.equal(await checker.summary.count(), 0);
  assert.ok(await checker.input.evaluate((input) => input === inside.focused()), "the input has the focus");
  assert.ok(!(await checker.clearButton.isVisible()), "there is nothing more to clear");
  assert.equal(await checker.examples.count(), 6, "the claims to try are back");
});

for (const language of /** @type {const} */ (["en", "it"])) {
  check(`every article has the verdict of the library (${language})`, { language }, async (checker) => {
    assert.ok(CASES.length >= 10, "the table of cases was read");
    for (const [guards, claim = "", expected = ""] of CASES) {
      await checker.ask(claim);
      assert.equal(await checker.verdicts(), expected, `${guards}: “${claim}”`);
      const tally = await checker.tally();
      for (const letter of /** @type {const} */ (["S", "D", "B", "O"])) {
        assert.equal(tally[letter], expected.split(letter).length - 1, `tally of ${letter} for “${claim}”`);
      }
    }
  });
}

check("the summary says it in one sentence", {}, async (checker) => {
  await checker.ask(DISPUTED);
  assert.equal(await checker.summary.innerText(), "Two of five articles dispute it, three don’t mention it.");
});

check("a disputed figure shows its reason, place and voice, and the empty side says so", {}, async (checker) => {
  await checker.ask(DISPUTED);
  const row = checker.row("000");
  assert.match(await row.getByRole("heading", { level: 4 }).innerText(), /^Article 1/);
  const side = (/** @type {string} */ name) =>
    row.locator(".cc-side").filter({ has: checker.page.getByRole("heading", { name }) });
  assert.match(await side("For it").innerText(), /Nothing here/);
  const against = side("Against it");
  assert.match(await against.innerText(), /You wrote “200,000”; this article says more than 100,000\./);
  assert.deepEqual(await against.locator("mark").allInnerTexts(), ["200,000", "more than 100,000"]);
  assert.match(await against.innerText(), /Paragraph 4, sentence 1 · Said by: the article itself/);
  const quoted = checker.answer.getByText(checker.words.wrote, { exact: true }).locator("xpath=..");
  assert.deepEqual(await quoted.locator("mark").allInnerTexts(), ["200,000"], "the deciding figure is marked");
  const ours = checker.answer.locator(".cc-statement").filter({ hasText: "Closest statement" }).locator("mark");
  assert.match((await ours.allInnerTexts()).join(), /100,000/, "and so is ours");
});

for (const [language, words] of /** @type {const} */ ([
  ["en", { for: "For it", against: "Against it", nothing: "Nothing here" }],
  ["it", { for: "A favore", against: "Contro", nothing: "Qui nulla" }],
])) {
  check(`every article has both sides drawn, and an empty one says so (${language})`, { language }, async (checker) => {
    await checker.ask(DISPUTED);
    for (const row of await checker.rows.all()) {
      for (const name of [words.for, words.against]) {
        const side = row.locator(".cc-side").filter({ has: checker.page.getByRole("heading", { name, exact: true }) });
        assert.ok(await side.isVisible(), name);
        const empty = (await side.locator(".cc-note").count()) === 0;
        assert.equal(await side.getByText(words.nothing).count(), empty ? 1 : 0, "it says so exactly when it is empty");
      }
    }
  });

  check(`evidence says who speaks: the article, unnamed sources, the spokesman (${language})`, { language }, async (checker) => {
    await checker.ask("ByteDance plans to train a new AI model on Huawei chips.");
    const text = await checker.rows.locator(".cc-meta").allTextContents();
    const voices = { en: ["the article itself", "sources", "the spokesman"], it: ["l'articolo stesso", "fonti", "portavoce"] };
    for (const voice of voices[language]) assert.ok(text.some((line) => line.includes(voice)), voice);
  });
}

check("a claim that is pasted is answered as one that is typed", {}, async (checker) => {
  await checker.input.evaluate((input, claim) => {
    const data = new DataTransfer();
    data.setData("text/plain", claim);
    if (input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))) {
      // What the browser does with a paste that nobody prevented.
      /** @type {HTMLElement} */ (input).focus();
      document.execCommand("insertText", false, data.getData("text/plain"));
    }
  }, DISPUTED);
  await checker.summary.waitFor();
  assert.equal(await checker.input.inputValue(), DISPUTED);
  assert.equal(await checker.verdicts(), "DODOO");
});

check("an article that omits the claim says so and claims no evidence", {}, async (checker) => {
  await checker.ask(DISPUTED);
  const row = checker.row("001");
  assert.match(await row.innerText(), /Omits/);
  assert.equal(await row.locator(".cc-evidence").count(), 0);
});

check("both sides are shown side by side where an article carries both", {}, async (checker) => {
  await checker.ask("ByteDance plans to train a new AI model on Huawei chips.");
  const row = checker.row("000");
  for (const side of ["For it", "Against it"]) {
    const shown = row.locator(".cc-side").filter({ has: checker.page.getByRole("heading", { name: side }) });
    assert.ok((await shown.locator(".cc-note").count()) > 0, `${side} has evidence`);
  }
});

check("a claim of two parts shows each part with its verdicts", {}, async (checker) => {
  await checker.ask("Biden signed the TikTok bill and ChatGPT was released in 2019.");
  assert.equal(await checker.verdicts(), "ODOOO");
  for (const part of ["Part 1 of 2", "Part 2 of 2"]) {
    const shown = checker.answer.getByRole("listitem").filter({ hasText: part });
    assert.equal(await shown.count(), 1, part);
    assert.equal(await shown.getByRole("listitem").count(), 5, `${part} has a verdict for each article`);
  }
  const parts = checker.row("001").locator(".cc-row-parts li");
  const said = (await parts.allInnerTexts()).map((text) => text.trim());
  assert.deepEqual(said, ["Part 1: Supports", "Part 2: Disputes"], "and so does each article");
});

check("a match that is not sure says so, above the rows and in them", {}, async (checker) => {
  let unsure = 0;
  // Which of these the engine is sure of changes as it learns; that the page tells the two apart does not.
  for (const claim of [
    DISPUTED,
    "Did ByteDance order about 100,000 Ascend chips from Huawei?",
    "Is Michael Hughes a spokesperson for Huawei?",
    "Is Jimeng a music streaming app made by ByteDance?",
    "FaceU = bytedance app 2 edit pics n vids, rite?",
  ]) {
    await checker.ask(claim);
    const possible = await checker.rows.getByText("possible match").count();
    const firm = await checker.rows.getByText("firm match").count();
    const given = [...(await checker.verdicts())].filter((verdict) => verdict !== "O").length;
    assert.equal(possible + firm, given, `each verdict that is given says how sure it is: “${claim}”`);
    assert.equal(await checker.answer.getByText(checker.words.caution).count(), possible > 0 ? 1 : 0, claim);
    unsure += possible;
    for (const [word, sure] of /** @type {const} */ ([
      ["possible match", false],
      ["firm match", true],
    ])) {
      // Full when sure, an outline when not: told apart by more than a word.
      for (const row of await checker.rows.filter({ hasText: word }).all()) {
        const look = await row.locator(".cc-badge").evaluate((badge) => {
          const { color, outlineStyle } = getComputedStyle(badge);
          return { color, outlineStyle, verdict: getComputedStyle(badge).getPropertyValue("--cc-verdict") };
        });
        assert.equal(look.outlineStyle === "dashed", !sure, `${word}: ${JSON.stringify(look)}`);
      }
    }
  }
  assert.ok(unsure > 0, "at least one of the claims has a match that is not sure");
});

check("a claim that nothing is like says so, and that this proves nothing", {}, async (checker) => {
  await checker.ask("xyzzy");
  assert.equal(await checker.summary.innerText(), checker.words.unlike);
  assert.match(await checker.answer.innerText(), /says nothing about whether it is true/);
  assert.equal(await checker.answer.getByText(checker.words.nearby).count(), 0);
});

check("a claim that is only near leads to what the story does say", {}, async (checker) => {
  await checker.ask("ByteDance is in talks with Huawei about phones");
  assert.equal(await checker.summary.innerText(), checker.words.nothing);
  const near = checker.answer.getByRole("list").filter({ has: checker.page.getByTitle("Check this") });
  const first = near.getByRole("button").first();
  const statement = await first.innerText();
  await first.click();
  await checker.rows.first().waitFor();
  assert.equal(await checker.input.inputValue(), statement);
  assert.notEqual(await checker.verdicts(), "OOOOO", "what the story says is covered by one of its articles");
});

check("a text too long to be a claim is refused, a shorter one is answered", {}, async (checker) => {
  await checker.input.fill("ByteDance ordered chips. ".repeat(25));
  await checker.answer.getByText(checker.words.tooLong).waitFor();
  assert.equal(await checker.summary.count(), 0);
  await checker.input.fill(DISPUTED);
  await checker.summary.waitFor();
});

check("the last of several quick texts is the one that is answered", {}, async (checker) => {
  for (const text of ["Doubao was", "ByteDance ordered 100,000 chips from Huawei", DISPUTED]) {
    await checker.input.fill(text);
  }
  await checker.summary.filter({ hasText: "dispute it" }).waitFor();
  assert.equal(await checker.verdicts(), "DODOO");
});

check(
  "while it is typed the answer is compact; it can be had in full, and stays full while the claim is edited",
  {},
  async (checker) => {
    await checker.input.pressSequentially("ByteDance ordered 100,000 Huawei chips");
    await checker.summary.waitFor();
    assert.equal(await checker.full.count(), 0);
    assert.equal(await checker.answer.locator(".cc-evidence").count(), 0);
    await checker.answer.getByRole("button", { name: checker.words.full }).click();
    await checker.page.waitForFunction(() => inside.focused()?.matches(".cc-summary"));
    await checker.full.waitFor();
    await checker.input.fill(DISPUTED);
    await checker.full.filter({ hasText: "dispute it" }).waitFor();
    await checker.clear();
    await checker.input.fill(DISPUTED);
    await checker.summary.waitFor();
    assert.equal(await checker.full.count(), 0, "after clearing, answers are compact again");
  },
);
