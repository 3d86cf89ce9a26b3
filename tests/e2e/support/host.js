// @ts-check
/** A host page of a test's own: it asks of the widget what the shipped page does not, and may bring the story of a bridge. */

import { existsSync, readFileSync } from "node:fs";

import { ROOT } from "./browser.js";

/** The story of `tests/cli/bridge/`, compiled by `cargo xtask e2e`. */
const BRIDGE = `${ROOT}target/e2e/bridge.story`;

/** Takes the place of www/boot.js: the same start, with other options. */
const BOOT = `
const address = (id) => document.getElementById(id).href;
const module = await import(address("claim-check-module"));
await module.default({ module_or_path: fetch(address("claim-check-wasm")) });
const { bridge, ...options } = await (await fetch("options.json")).json();
document.documentElement.lang = options.language;
if (bridge) options.story = new Uint8Array(await (await fetch("bridge.story")).arrayBuffer());
globalThis.widget = module.mount("#claim-check", options);
`;

/**
 * Lets the page mount the widget with other options from the next opening on.
 * @param {import("./checker.js").Checker} checker
 * @param {{bridge?: boolean} & Record<string, unknown>} options of `mount`; with `bridge` the story is that of the bridge
 */
export async function hosted(checker, options) {
  if (options.bridge && !existsSync(BRIDGE)) {
    const command = `cargo run --features cli --bin claim-check -- story compile tests/cli/bridge --out ${BRIDGE}`;
    throw new Error(`no story at ${BRIDGE}: \`cargo xtask e2e\` compiles it, or\n${command}`);
  }
  const { page, language } = checker;
  // The page has a digest of its own start-up, which another one does not fit.
  await page.route("**/?lang=*", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/(<script[^>]*) integrity="[^"]*"/, "$1");
    await route.fulfill({ response, body });
  });
  await page.route("**/boot*.js", (route) => route.fulfill({ contentType: "text/javascript", body: BOOT }));
  await page.route("**/options.json", (route) =>
    route.fulfill({ contentType: "application/json", body: JSON.stringify({ language, ...options }) }),
  );
  await page.route("**/bridge.story", (route) =>
    route.fulfill({ contentType: "application/octet-stream", body: readFileSync(BRIDGE) }),
  );
}
