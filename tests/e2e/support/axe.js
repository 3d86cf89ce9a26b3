// @ts-check
/** Asks axe about the accessibility of a page as it is shown now. */

import axe from "axe-core";

/** The rules of WCAG 2.2 up to AA, and what axe calls best practice. */
export const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Those of them that styles alone can break, for further looks of a page that all rules were tested on. */
export const RULES_OF_STYLE = ["color-contrast", "target-size", "link-in-text-block", "label-title-only"];

/**
 * @param {import("playwright-core").Page} page
 * @param {string[]} [rules] by name or by tag
 * @returns {Promise<string[]>} a line for each element that violates a rule; none is what we want
 */
export async function violations(page, rules = RULES) {
  // The inspector may run what the policy forbids to the page, so the page is tested under its policy.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (rules) => {
    const { axe: here } = /** @type {any} */ (globalThis);
    const results = await here.run(document, { runOnly: rules, resultTypes: ["violations"] });
    // Where colours are forced they are the system's, but Chromium reports those of the page.
    const forced = (/** @type {string | string[]} */ target) => {
      // In a shadow tree it is named by the selectors on the way.
      const found = [target].flat().reduce(
        (/** @type {Document | ShadowRoot | Element | null} */ at, selector) =>
          (at instanceof Element ? at.shadowRoot : at)?.querySelector(selector) ?? null,
        /** @type {any} */ (document),
      );
      const element = matchMedia("(forced-colors: active)").matches && found instanceof Element ? found : null;
      return element !== null && getComputedStyle(element).getPropertyValue("forced-color-adjust") !== "none";
    };
    return results.violations.map((/** @type {any} */ rule) => ({
      ...rule,
      nodes: rule.nodes.filter((/** @type {any} */ node) => rule.id !== "color-contrast" || !forced(node.target[0])),
    }));
  }, rules);
  return found.flatMap((/** @type {import("axe-core").Result} */ rule) =>
    rule.nodes.map((node) => `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary?.split("\n")[1]?.trim()}`),
  );
}
