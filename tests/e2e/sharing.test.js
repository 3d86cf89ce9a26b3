// @ts-check
/** Taking an answer away: an address that restores it, text, Markdown, data, and the structured data of the page. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { check } from "./support/check.js";

const CLAIM = "Did ByteDance order 200,000 chips from Huawei? 50% & “more” #1";
const PLAIN = "ByteDance ordered 200,000 Huawei chips";
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** @typedef {import("./support/checker.js").Checker} Checker */

/** @param {Checker} checker @returns {string} the fragment of the address */
function fragment(checker) {
  return new URL(checker.page.url()).hash;
}

/** @param {Checker} checker @param {string} name of a button @returns {Promise<string>} what it copies */
async function copied(checker, name) {
  await checker.page.evaluate(() => navigator.clipboard.writeText("nothing was copied"));
  await checker.answer.getByRole("button", { name, exact: true }).click();
  await checker.page.getByText("Copied.").waitFor();
  return checker.page.evaluate(() => navigator.clipboard.readText());
}

check("the address names a claim once it is asked, not while it is typed", {}, async (checker) => {
  await checker.input.fill(PLAIN);
  await checker.summary.waitFor();
  assert.equal(fragment(checker), "");
  await checker.input.press("Enter");
  await checker.full.waitFor();
  assert.equal(fragment(checker), `#claim=${encodeURIComponent(PLAIN)}`);
  await checker.clear();
  assert.equal(fragment(checker), "");
});

check("an address with a claim opens with its answer", { opened: false }, async (checker) => {
  await checker.open(`?lang=en#claim=${encodeURIComponent(CLAIM)}`);
  await checker.full.waitFor();
  assert.equal(await checker.input.inputValue(), CLAIM);
  assert.equal(fragment(checker), `#claim=${encodeURIComponent(CLAIM)}`);
});

check("following such an address on the open page asks its claim", {}, async (checker) => {
  await checker.ask(PLAIN);
  await checker.page.evaluate(() => {
    location.hash = `#claim=${encodeURIComponent("Doubao was launched in August 2023")}`;
  });
  await checker.full.filter({ hasText: "report it" }).waitFor();
  assert.equal(await checker.verdicts(), "SOOOS");
});

check("other fragments and broken ones are left alone", { opened: false }, async (checker) => {
  for (const other of ["#top", "#claim=", "#claim=%E0%A4%A", "#claims=x"]) {
    await checker.page.goto("about:blank");
    await checker.open(`?lang=en${other}`);
    assert.equal(await checker.summary.count(), 0, other);
    assert.equal(await checker.input.inputValue(), "", other);
    assert.equal(fragment(checker), other, "the page keeps its own fragment");
  }
});

check("the link that is copied restores the answer", { browser: CLIPBOARD }, async (checker) => {
  await checker.ask(CLAIM);
  const verdicts = await checker.verdicts();
  const link = await copied(checker, "Copy link");
  await checker.page.goto("about:blank");
  await checker.page.goto(link);
  await checker.full.waitFor();
  assert.equal(await checker.input.inputValue(), CLAIM);
  assert.equal(await checker.verdicts(), verdicts);
});

check(
  "the text that is copied has claim, summary, each article with its verdict, and the link",
  { browser: CLIPBOARD },
  async (checker) => {
    await checker.ask(PLAIN);
    const text = await copied(checker, "Copy as text");
    assert.match(text, /“ByteDance ordered 200,000 Huawei chips”/);
    assert.match(text, /Two of five articles dispute it/);
    assert.match(text, /Disputes[^\n]*: Article 1/);
    assert.match(text, /Paragraph 4, sentence 1; the article itself/);
    assert.equal(text.match(/^(Supports|Disputes|Both sides|Omits)/gm)?.length, 5);
    assert.match(text, /#claim=ByteDance%20ordered/);
  },
);

check(
  "in Italian what is copied is in Italian, the claim in its own language",
  { language: "it", browser: CLIPBOARD },
  async (checker) => {
    await checker.ask(PLAIN);
    await checker.page.evaluate(() => navigator.clipboard.writeText("nothing was copied"));
    await checker.answer.getByRole("button", { name: "Copia come testo", exact: true }).click();
    await checker.page.getByText("Copiato.").waitFor();
    const text = await checker.page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /«ByteDance ordered 200,000 Huawei chips»/);
    assert.match(text, /Due articoli su cinque lo contestano, tre non ne parlano\./);
    assert.match(text, /Paragrafo 4, frase 1/);
    assert.match(text, /non che cosa è vero\./);
  },
);

check(
  "the Markdown that is copied quotes the claim and lists the articles",
  { browser: CLIPBOARD },
  async (checker) => {
    await checker.ask("ByteDance ordered *200,000* Huawei chips");
    const text = await copied(checker, "Copy as Markdown");
    assert.match(text, /^> ByteDance ordered \\\*200,000\\\* Huawei chips$/m);
    assert.equal(text.match(/^- \*\*/gm)?.length, 5);
  },
);

check("where the browser forbids copying, the text is there to be copied by hand", {}, async (checker) => {
  await checker.page.evaluate(() => {
    Object.defineProperty(navigator.clipboard, "writeText", { value: () => Promise.reject(new Error("forbidden")) });
  });
  await checker.ask(PLAIN);
  await checker.answer.getByRole("button", { name: "Copy as text" }).click();
  const text = checker.answer.getByRole("textbox", { name: /Copy it by hand/ });
  await text.waitFor();
  assert.match(await text.inputValue(), /Two of five articles dispute it/);
  const chosen = await text.evaluate((field) => {
    const area = /** @type {HTMLTextAreaElement} */ (field);
    const focused = /** @type {ShadowRoot} */ (area.getRootNode()).activeElement === area;
    return focused && area.value.slice(area.selectionStart, area.selectionEnd) === area.value;
  });
  assert.ok(chosen, "it has the focus, all of it selected");
});

check("the data that is downloaded are the answer that is shown", {}, async (checker) => {
  await checker.ask(CLAIM);
  const waiting = checker.page.waitForEvent("download");
  await checker.answer.getByRole("link", { name: "Download JSON" }).click();
  const download = await waiting;
  assert.equal(download.suggestedFilename(), "claim-check.json");
  const data = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.equal(data.claim, CLAIM);
  assert.equal(data.summary, await checker.summary.innerText());
  const letters = data.articles
    .map((/** @type {{verdict: string}} */ article) => article.verdict[0]?.toUpperCase())
    .join("");
  assert.equal(letters, await checker.verdicts());
});

check("the page carries the claim that was asked as structured data, and none that was not", {}, async (checker) => {
  const structured = checker.page.locator('script[type="application/ld+json"]');
  assert.equal(await structured.count(), 0);
  await checker.ask("Doubao was launched in August 2023");
  await structured.waitFor({ state: "attached" });
  const data = JSON.parse((await structured.textContent()) ?? "");
  assert.equal(data["@context"], "https://schema.org");
  assert.equal(data["@type"], "Claim");
  assert.equal(data.text, "Doubao was launched in August 2023");
  assert.deepEqual(
    data.appearance.map((/** @type {{identifier: string}} */ article) => article.identifier),
    ["000", "004"],
    "the articles that say it",
  );
  await checker.clear();
  assert.equal(await structured.count(), 0);
});

check("a claim with markup in it stays text everywhere", { browser: CLIPBOARD }, async (checker) => {
  const claim = 'ByteDance ordered 200,000 chips</script><img src=x onerror="alert(1)">';
  await checker.ask(claim);
  assert.equal(await checker.page.locator("claim-check img").count(), 0);
  const structured = checker.page.locator('script[type="application/ld+json"]');
  if ((await structured.count()) > 0) assert.equal(JSON.parse((await structured.textContent()) ?? "").text, claim);
  assert.ok((await copied(checker, "Copy as text")).includes(claim));
});
