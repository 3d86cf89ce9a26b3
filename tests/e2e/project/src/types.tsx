/** What the types allow and, in each line below a `@ts-expect-error`, what they refuse. It is never run. */

import { ClaimCheckElement, ClaimCheckFailure, define, location, runtime } from "claim-check";
import type { ArticleReport, ClaimCheckEventMap, StoryInfo } from "claim-check";
import * as registered from "claim-check/define";
import * as whole from "claim-check/claim-check.js";
import wasm from "claim-check/claim-check.wasm?url";
import type { ClaimCheckProps } from "claim-check/jsx";
import type {} from "claim-check/react";

export async function uses(element: ClaimCheckElement): Promise<unknown[]> {
  location.wasm = wasm;
  const named: boolean = define("fact-check");
  const story: StoryInfo = await element.loadStory(new Uint8Array(8));
  await element.loadStory("/stories/mine.bin");
  element.storyData = new ArrayBuffer(8);
  element.host = { article: "000", within: "main" };
  element.theme = null;
  const report = await element.check("A claim");
  const first: ArticleReport | undefined = report.articles[0];
  const { check } = await runtime();
  if (element.failure?.code === "csp-blocked") console.log(element.failure.told("it").owner, element.failure.hint);
  document.addEventListener("claim-check-error", ({ detail }) => detail instanceof ClaimCheckFailure);
  element.addEventListener("click", (event) => event.clientX);
  const made = document.createElement("claim-check");
  made.select = "p";
  const props: ClaimCheckProps = { view: "explore", "onclaim-check-view": ({ detail }) => console.log(detail.view) };
  const shown = <claim-check {...props} slot="aside" />;
  return [named, story, first, check("A claim", { language: "it" }), registered.define, whole.runtime, shown];
}

export async function misuses(element: ClaimCheckElement): Promise<unknown[]> {
  // @ts-expect-error: not a story
  await element.loadStory(7);
  // @ts-expect-error: read only
  element.status = "ready";
  // @ts-expect-error: no such language
  element.failure?.told("fr");
  // @ts-expect-error: no such code
  const unknown = element.failure?.code === "no-such-code";
  // @ts-expect-error: examples are texts by language
  element.examples = ["A claim"];
  // @ts-expect-error: an event of another name
  const event: keyof ClaimCheckEventMap = "claim-check-results";
  // @ts-expect-error: the event of a view has no report
  element.addEventListener("claim-check-view", ({ detail }) => detail.report);
  // @ts-expect-error: no such theme
  const theme = <claim-check theme="blue" />;
  // @ts-expect-error: no such attribute
  const attribute = <claim-check heading="Check" />;
  return [unknown, event, theme, attribute];
}
