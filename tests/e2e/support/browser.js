// @ts-check
/**
 * One server and one browser for each file of tests, started with the first page and ended with the last test.
 */

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { serve } from "./server.js";

/** The checkout. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The page as it is shipped. */
export const DIST = process.env.CLAIM_CHECK_DIST || `${ROOT}dist`;

/** Debian's; never one that playwright downloads. */
const CHROMIUM = process.env.CHROMIUM || "/usr/bin/chromium";

/** What Chromium does besides showing pages costs time on two cores and is not what we test. */
const ARGUMENTS = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"];

/** @typedef {{url: string, browser: import("playwright-core").Browser, close: () => Promise<void>}} Place */

/** @type {Promise<Place> | undefined} */
let place;

/** @returns {Promise<Place>} the server and the browser of this process */
export function start() {
  place ??= launch();
  return place;
}

/** Ends both, if they were started. */
export async function stop() {
  await (await place)?.close();
  place = undefined;
}

/** @returns {Promise<Place>} */
async function launch() {
  if (!existsSync(`${DIST}/index.html`)) {
    throw new Error(`no page in ${DIST}: build it with \`cargo xtask demo --build-only\``);
  }
  if (!existsSync(CHROMIUM)) {
    throw new Error(`no Chromium at ${CHROMIUM}: \`cargo xtask setup\` installs it, CHROMIUM names another`);
  }
  const server = await serve(DIST);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  return {
    url: server.url,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
