// @ts-check
/** Asks axe about the accessibility of a page as it is shown now. */

import axe from "axe-core";

/** The rules of WCAG 2.2 up to AA, and what axe calls best practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>} a line for each element that violates a rule; none is what we want
 */
export async function violations(page) {
  // The inspector may run what the policy forbids to the page, so the page is tested under its policy.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (rules) => {
    const { axe: here } = /** @type {any} */ (globalThis);
    const results = await here.run(document, { runOnly: rules, resultTypes: ["violations"] });
    return results.violations;
  }, RULES);
  return found.flatMap((/** @type {import("axe-core").Result} */ rule) =>
    rule.nodes.map((node) => `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary?.split("\n")[1]?.trim()}`),
  );
}
