// @ts-check
/** A host page of a test's own: it asks of the element what the shipped page does not, and may bring the story of a bridge. */

import { existsSync, readFileSync } from "node:fs";

import { ROOT } from "./browser.js";
import { SCRIPT, openPage } from "./pages.js";

/** The story of `tests/cli/bridge/`, compiled by `cargo xtask e2e`. */
const BRIDGE = `${ROOT}target/e2e/bridge.story`;

/**
 * Opens the page and waits until it can be used.
 * @param {import("./checker.js").Checker} checker
 * @param {object} options
 * @param {string} [options.attributes] of the element, besides its language
 * @param {boolean} [options.bridge] whether the story is that of the bridge
 * @param {{article: string, within: string}} [options.host] the article that the page is
 * @param {string} [options.text] of the page, after the element
 */
export async function hosted(checker, { attributes = "", bridge = false, host, text = "" }) {
  if (bridge && !existsSync(BRIDGE)) {
    const command = `cargo run --features cli --bin claim-check -- story compile tests/cli/bridge --out ${BRIDGE}`;
    throw new Error(`no story at ${BRIDGE}: \`cargo xtask e2e\` compiles it, or\n${command}`);
  }
  const story = bridge ? 'story="bridge.story"' : "";
  const element = `<claim-check lang="${checker.language}" loading="eager" ${story} ${attributes}></claim-check>`;
  await openPage(checker, `<main><h1>A page</h1>${element}${text}</main>${SCRIPT}`, {
    scripts: host ? { "host.js": `document.querySelector("claim-check").host = ${JSON.stringify(host)};` } : {},
    instead: {
      "**/bridge.story": (route) =>
        route.fulfill({ contentType: "application/octet-stream", body: readFileSync(BRIDGE) }),
    },
  });
  await checker.input.waitFor();
}
