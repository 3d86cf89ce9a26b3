// @ts-check
/** The documentation as pages: links, headings, looks, keyboard, paper; and its live parts. */

import assert from "node:assert/strict";

import { RULES, RULES_OF_STYLE, violations } from "./support/axe.js";
import { check } from "./support/check.js";
import { PAGES, openDocs, source } from "./support/docs.js";
import { overflowing } from "./support/overflow.js";

/** Pages as they are written: nothing moves in them, and nothing is still being loaded when the next one is opened. */
const STILL = { opened: false, browser: { javaScriptEnabled: false } };

check("every link leads to a page of the site, and every anchor to a place in it", STILL, async ({ page, url }) => {
  /** @type {Map<string, Set<string>>} */
  const places = new Map();
  /** @type {[string, string][]} */
  const links = [];
  for (const path of ["index.html", ...PAGES.map((name) => `docs/${name}`)]) {
    await page.goto(url + path);
    const found = await page.evaluate(() => ({
      ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
      // Those of snippets are text, those of the element its own affair.
      links: [...document.querySelectorAll("a[href]")].map((link) => /** @type {HTMLAnchorElement} */ (link).href),
    }));
    assert.equal(new Set(found.ids).size, found.ids.length, `ids of ${path} are unique`);
    places.set(url + path, new Set(found.ids));
    links.push(...found.links.map((link) => /** @type {[string, string]} */ ([path, link])));
  }
  assert.ok(links.length > 100);
  for (const [from, link] of links) {
    const [address, anchor] = link.split("#");
    const place = places.get(address);
    assert.ok(place, `${from} links to ${link}`);
    if (anchor) assert.ok(place.has(anchor), `${from} links to ${link}`);
  }
});

check("every page is in the list of pages, and says which it is", STILL, async ({ page, url }) => {
  const titles = new Set();
  for (const name of PAGES) {
    await page.goto(`${url}docs/${name}`);
    const nav = page.getByRole("navigation", { name: "Documentation" });
    const listed = await nav.getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.deepEqual([...listed].sort(), PAGES);
    const current = nav.locator('[aria-current="page"]');
    assert.equal(await current.count(), 1, name);
    assert.equal(await current.getAttribute("href"), name);
    assert.equal(await page.locator("h1").count(), 1, name);
    titles.add(await page.title());
    assert.equal(await page.locator("body :text('{{')").count(), 0, "nothing is left to be filled in");
  }
  assert.equal(titles.size, PAGES.length);
});

/** @type {Record<string, [import("playwright-core").BrowserContextOptions, string[]]>} */
const LOOKS = {
  "light, wide": [{ colorScheme: "light" }, RULES],
  "dark, on a phone": [{ colorScheme: "dark", viewport: { width: 320, height: 640 } }, RULES],
  "forced colours": [{ forcedColors: "active" }, RULES_OF_STYLE],
};

for (const [look, [browser, rules]] of Object.entries(LOOKS)) {
  for (const name of PAGES) {
    check(`axe finds nothing in ${name}, and nothing scrolls sideways: ${look}`, { opened: false, browser }, async (checker) => {
      await openDocs(checker, name);
      assert.deepEqual(await overflowing(checker.page), []);
      assert.deepEqual(await violations(checker.page, rules), []);
    });
  }
}

check("the keyboard leads past the list of pages to the text", { opened: false }, async ({ page, url }) => {
  await page.goto(`${url}docs/hosting.html`);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the text" });
  assert.ok(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement?.closest("main") !== null));
});

check("light or dark is chosen for the page and the elements in it", { opened: false, browser: { colorScheme: "dark" } }, async (checker) => {
  await openDocs(checker, "styling.html");
  const { page } = checker;
  await page.getByRole("button", { name: "Light", exact: true }).click();
  assert.equal(await page.locator("html").getAttribute("data-theme"), "light");
  assert.equal(await page.locator("claim-check").getAttribute("theme"), "light");
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).colorScheme), "light");
});

check("live themes: the chosen style sheet is applied, and so is what one writes", { opened: false }, async (checker) => {
  await openDocs(checker, "styling.html");
  const { page } = checker;
  const radius = () => page.locator("#themed").evaluate((element) => getComputedStyle(element).getPropertyValue("--cc-radius").trim());
  const editor = page.getByLabel("Its style sheet");
  assert.equal(await radius(), "10px");
  for (const theme of ["Newsprint", "Harbour", "Large"]) {
    await page.getByLabel("Theme", { exact: true }).selectOption(theme);
    assert.equal(await editor.inputValue(), await page.locator(`#theme-${theme.toLowerCase()}`).textContent());
    assert.deepEqual(await violations(page, RULES_OF_STYLE), [], theme);
  }
  await editor.fill("#themed { --cc-radius: 3px; }");
  assert.equal(await radius(), "3px");
  await editor.fill("#themed { --cc-rad");
  assert.equal(await radius(), "10px", "half a line changes nothing");
});

check("explained: the reading, the candidates with their probability, what decided, what follows", { opened: false }, async (checker) => {
  await openDocs(checker, "verdicts.html");
  const { page } = checker;
  const explained = page.getByRole("region", { name: "Explanation" });
  const ask = async (/** @type {string} */ claim) => {
    await page.getByLabel("Your claim").fill(claim);
    await page.getByLabel("Your claim").press("Enter");
    await explained.locator(".explain-claim").filter({ hasText: claim }).waitFor();
    return page.evaluate(async (claim) => {
      const { runtime } = await import(new URL("../claim-check.js", location.href).href);
      return (await runtime()).check(claim, { language: "en" });
    }, claim);
  };
  const report = await ask("ChatGPT was released in 2019 and Doubao in August 2023");
  assert.ok(report.parts.length > 1, "the test has a claim of several parts");
  const marks = await explained.locator("mark").allInnerTexts();
  assert.deepEqual(marks, report.parts.map((/** @type {any} */ { span }) => report.claim.slice(span.start, span.end)));
  const lists = explained.locator(".explain-candidates");
  assert.equal(await lists.count(), report.parts.length);
  for (const [at, { matches }] of report.parts.entries()) {
    const items = await lists.nth(at).locator("li").allInnerTexts();
    assert.equal(items.length, matches.length + 1, "each candidate, and all else");
    for (const [index, { text, probability, decided }] of matches.entries()) {
      assert.ok(items[index].startsWith(text));
      if (probability >= 0.01 && probability <= 0.99) assert.ok(items[index].includes(`${Math.round(probability * 100)}%`));
      assert.equal(items[index].includes("led to the verdicts"), decided);
    }
  }
  assert.equal(await page.getByRole("status").filter({ hasText: report.summary }).count(), 1, "announced");
  assert.deepEqual(await explained.locator("dt").allInnerTexts(), report.articles.map((/** @type {any} */ { label }) => label));
  await page.getByRole("button", { name: "Samsung is buying" }).click();
  await explained.locator(".explain-claim").filter({ hasText: "Samsung is buying" }).waitFor();
  assert.equal(await explained.locator(".explain-verdict").filter({ hasText: "Omits" }).count(), 5);
});

check("paper has the text of a page without what can only be used on a screen", { opened: false, browser: { colorScheme: "dark" } }, async (checker) => {
  await openDocs(checker, "styling.html");
  const { page } = checker;
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await page.locator("nav:visible, button:visible, select:visible, claim-check:visible").allInnerTexts(), []);
  assert.ok(await page.locator("#theme-newsprint").isVisible());
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "light");
});

check("without JavaScript every page can be read", STILL, async ({ page, url }) => {
  for (const name of PAGES) {
    await page.goto(`${url}docs/${name}`);
    assert.ok(await page.locator("h1").isVisible());
    // What is written in the source is what is there.
    assert.ok(source(`docs/${name}`).includes((await page.locator("h1").innerText()).trim()), name);
  }
});
