// @ts-check
/** From evidence to the sentence: on the page itself where it is the article, else at the article's address on the web. */

import assert from "node:assert/strict";

import { violations } from "./support/axe.js";
import { check } from "./support/check.js";
import { hosted } from "./support/host.js";

const COST = "Building the bridge cost 12 million euros";
const OPENED = "The Merle bridge opened in May 2021";
const ARTICLE = "https://gazette.example/bridge?page=1";
const LINKS = { en: "Read it in the article", it: "Leggi nell’articolo" };

/** The article as a web page, its sentence far below the first screen. */
const PAGE = `<!doctype html><title>Gazette</title><body>${"<p>Weather.</p>".repeat(200)}
<p>The Merle bridge opened in May 2021. <b>It cost 12 million</b> euros.</p>${"<p>Sports.</p>".repeat(200)}`;

for (const language of /** @type {const} */ (["en", "it"])) {
  check(
    `evidence links to its sentence on the web, as far as the story says where it is (${language})`,
    { language, opened: false },
    async (checker) => {
      await hosted(checker, { bridge: true });
      const links = checker.row("100").getByRole("link", { name: LINKS[language] });
      await checker.ask(COST);
      assert.equal(await links.getAttribute("href"), `${ARTICLE}#:~:text=It%20cost,million%20euros.`);
      await checker.ask(OPENED);
      assert.equal(await links.getAttribute("href"), ARTICLE, "evidence without an excerpt leads to the article");
      const other = checker.row("101");
      assert.ok((await other.locator(".cc-note").count()) > 0, "it has evidence");
      assert.equal(await other.getByRole("link").count(), 0, "an article without an address has no link");
      assert.deepEqual(await violations(checker.page), []);
      await checker.explore();
      await checker.overview.getByRole("button", { expanded: false }).first().click();
      await checker.overview.locator("[data-claim=cost] button").first().click();
      const link = checker.overview.getByRole("link", { name: LINKS[language] });
      assert.match((await link.getAttribute("href")) ?? "", /#:~:text=/, "so does the evidence of the overview");
    },
  );
}

check("the browser follows such a link to the sentence", { opened: false, mishaps: true }, async (checker) => {
  const { page } = checker;
  await page.route("https://gazette.example/**", (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
  await hosted(checker, { bridge: true });
  await checker.ask(COST);
  await checker.row("100").getByRole("link", { name: LINKS.en }).click();
  await page.waitForURL(`${ARTICLE}**`);
  await page.waitForFunction(() => {
    const box = document.querySelector("b")?.getBoundingClientRect();
    return box && box.top >= 0 && box.bottom <= innerHeight;
  });
  await page.goBack();
  await checker.input.waitFor();
});

check("on the article itself evidence leads to its sentence and marks it", { opened: false }, async (checker) => {
  const { page } = checker;
  const sentences = "The Merle bridge opened in May 2021. It cost <b>12 million euros.</b>";
  const text = `${"<p>Weather.</p>".repeat(200)}<div id="text"><p>${sentences}</p></div>`;
  await hosted(checker, { bridge: true, host: { article: "100", within: "#text" }, text });
  await checker.ask(COST);
  assert.equal(await checker.row("100").getByRole("link").count(), 0, "no way to elsewhere");
  await checker.row("100").getByRole("button", { name: "Show in the article" }).click();
  await page.waitForFunction(() => {
    const [range] = [.../** @type {any} */ (CSS).highlights.get("claim-check")];
    return range?.toString() === "It cost 12 million euros.";
  });
  await page.waitForFunction(() => {
    const box = document.querySelector("#text > p")?.getBoundingClientRect();
    return box && box.top >= 0 && box.bottom <= innerHeight;
  });
  // The other article is not this page, and has no address.
  await checker.ask(OPENED);
  assert.equal(await checker.row("101").getByRole("button", { name: "Show in the article" }).count(), 0);
  await page.evaluate(() => document.querySelector("#text > p")?.remove());
  await checker.row("100").getByRole("button", { name: "Show in the article" }).click();
  await page.getByText("That sentence is not on this page.").waitFor();
});
