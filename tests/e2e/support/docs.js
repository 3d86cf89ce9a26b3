// @ts-check
/** The pages of the documentation, as they are built. */

import { readFileSync, readdirSync } from "node:fs";

import { DIST, ROOT } from "./browser.js";

/** Names of the pages, such as `element.html`. */
export const PAGES = readdirSync(`${DIST}/docs`).filter((name) => name.endsWith(".html")).sort();

/** @param {string} name @returns {string} what is written */
export function source(name) {
  return readFileSync(`${ROOT}www/${name}`, "utf8");
}

/**
 * Opens a page of the documentation and waits for the elements in it.
 * @param {import("./checker.js").Checker} checker
 * @param {string} name
 */
export async function openDocs({ page, url }, name) {
  await page.goto(`${url}docs/${name}`);
  await page.evaluate(async () => {
    for (const element of document.querySelectorAll("claim-check")) {
      await (await customElements.whenDefined("claim-check"), /** @type {any} */ (element).start());
    }
  });
  if (name === "verdicts.html") await page.locator("#explained dl").waitFor();
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} table by its `data-table`
 * @returns {Promise<string[][]>} the texts of its rows
 */
export function rows(page, table) {
  return page.locator(`[data-table="${table}"] tbody tr`).evaluateAll((found) =>
    found.map((row) => [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, " ").trim() ?? "")),
  );
}
