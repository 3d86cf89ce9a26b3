// @ts-check
/** English and Italian: which one the page starts in, switching while it runs, and claims in either. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";
import { WORDS } from "./support/words.js";

const ENGLISH = "ByteDance ordered 200,000 Huawei chips";
const ITALIAN = "ByteDance ha ordinato 200.000 chip a Huawei";

for (const [wanted, address, language] of /** @type {const} */ ([
  ["it-IT", "", "it"],
  ["en-GB", "", "en"],
  ["de-DE", "", "en"],
  ["en-US", "?lang=it", "it"],
  ["it-IT", "?lang=en", "en"],
])) {
  check(
    `a browser that wants ${wanted} at “${address}” gets ${language}`,
    { language, browser: { locale: wanted }, opened: false },
    async (checker) => {
      await checker.open(address);
      assert.equal(await checker.page.locator("html").getAttribute("lang"), language);
      assert.equal(await checker.page.locator("section.claim-check").getAttribute("lang"), language);
      const pressed = checker.page
        .getByRole("group", { name: "Language, lingua" })
        .getByRole("button", { pressed: true });
      assert.deepEqual(await pressed.allInnerTexts(), [language === "en" ? "English" : "Italiano"]);
    },
  );
}

check("switching keeps the claim and answers it in the other language", {}, async (checker) => {
  await checker.ask(ENGLISH);
  await checker.speak("it");
  assert.match(await checker.page.title(), /chi lo smentisce/);
  assert.equal(await checker.input.inputValue(), ENGLISH);
  assert.equal(await checker.summary.innerText(), "Due articoli su cinque lo contestano, tre non ne parlano.");
  assert.equal(await checker.verdicts(), "DODOO");
  assert.match(await checker.row("000").innerText(), /Hai scritto «200,000»; questo articolo dice oltre 100\.000\./);
  assert.match(await checker.row("000").innerText(), /Paragrafo 4, frase 1 · Lo dice: /);
  await checker.speak("en");
  assert.equal(await checker.summary.innerText(), "Two of five articles dispute it, three don’t mention it.");
});

check("an Italian claim in the Italian interface", { language: "it" }, async (checker) => {
  await checker.ask(ITALIAN);
  assert.equal(await checker.verdicts(), "DODOO");
  assert.match(await checker.row("000").innerText(), /Hai scritto «200\.000»; questo articolo dice oltre 100\.000\./);
});

check("the reader's words are marked with the language they are in", {}, async (checker) => {
  for (const [claim, language] of [
    [ITALIAN, "it"],
    [ENGLISH, "en"],
  ]) {
    await checker.ask(/** @type {string} */ (claim));
    const quote = checker.answer
      .getByText(checker.words.wrote, { exact: true })
      .locator("xpath=..")
      .locator(".cc-quote");
    assert.equal(await quote.getAttribute("lang"), language);
  }
});

check("no word of one language is left in the other", {}, async (checker) => {
  const { page } = checker;
  /** The words by which a language is told, as whole lines or labels of what is shown. */
  const spoken = async () => {
    const shown = [await page.locator("body").innerText(), await page.locator(".cc-base").innerText()].join("\n");
    const labels = await page
      .locator("[aria-label]:visible")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    return [...shown.split("\n"), ...labels].map((line) => line?.trim());
  };
  /** @param {typeof WORDS.en} words */
  const words = ({ verdicts, ...others }) => [...Object.values(others), ...Object.values(verdicts)];
  for (const [language, other] of /** @type {const} */ ([
    ["en", "it"],
    ["it", "en"],
  ])) {
    await checker.speak(language);
    for (const claim of ["ByteDance plans to train a new AI model on Huawei chips.", ENGLISH, "xyzzy"]) {
      await checker.ask(claim);
      const lines = await spoken();
      assert.ok(lines.includes(checker.words.verdicts.O), "the words are found as the page writes them");
      for (const word of words(WORDS[other])) assert.ok(!lines.includes(word), `“${word}” in the ${language} page`);
    }
    await checker.clear();
  }
});

check(
  "the claims to try are those of the language, and one of them is in the other",
  { language: "it" },
  async (checker) => {
    const claims = await checker.examples.allInnerTexts();
    assert.equal(claims.length, 6);
    assert.ok(claims.includes("ByteDance ha ordinato 200.000 chip Ascend"));
    assert.ok(claims.includes("A spokesman denied that a new model is on its way"));
  },
);
