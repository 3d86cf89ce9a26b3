/** The element as a site in TypeScript uses it. */

import "claim-check/define";
import type { Report, Verdict } from "claim-check";

const element = document.querySelector("claim-check");
const output = document.querySelector("output");
if (!element || !output) throw new Error("the page has no element");

element.examples = [{ en: "Doubao was launched in August 2023", it: "Doubao è stato lanciato nell’agosto del 2023" }];
element.addEventListener("claim-check-result", ({ detail }) => {
  const verdicts: Verdict[] = detail.report.articles.map(({ verdict }) => verdict);
  output.textContent = verdicts.join(" ");
});
const { title } = await element.ready;
document.title = title.en ?? "";

/** Asks by code, as a button of the site would. */
export async function ask(claim: string): Promise<Report> {
  return element?.check(claim) ?? Promise.reject(new Error("the page has no element"));
}
