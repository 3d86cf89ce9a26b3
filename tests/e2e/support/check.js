// @ts-check
/**
 * `check` is the `test` of these files: it opens a page of its own, and at the end asks whether anything happened on it
 * that must never happen. Where it fails it leaves a picture.
 */

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, test } from "node:test";

import { ROOT, start, stop } from "./browser.js";
import { Checker } from "./checker.js";
import { lookInside } from "./inside.js";
import { Watch } from "./watch.js";

/** How long anything on the page may take before the test gives up, in milliseconds: two busy cores are slow. */
const PATIENCE = 20_000;
/** The same for a whole test. */
const LONGEST = 90_000;
/** Where the pictures of failed tests go. */
const PICTURES = `${ROOT}target/e2e`;

after(stop);

/**
 * @typedef {object} Options
 * @property {import("./words.js").Language} [language] of the interface; English unless given
 * @property {import("playwright-core").BrowserContextOptions} [browser] size, colours, motion and so on
 * @property {boolean} [opened] whether the page is open when the body runs; true unless given
 * @property {boolean} [kept] whether the site may be kept for offline use; not unless given, as each test would load all of it
 * @property {boolean} [mishaps] whether problems are part of the test, which then looks at them itself
 */

/**
 * @param {string} name of the test
 * @param {Options} options
 * @param {(checker: Checker) => Promise<void>} body
 */
export function check(name, options, body) {
  test(name, { timeout: LONGEST }, async () => {
    const { browser, url } = await start();
    const language = options.language ?? "en";
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: language,
      ...options.browser,
    });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(lookInside);
    if (!options.kept) await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
    const page = await context.newPage();
    const checker = new Checker(page, url, language, new Watch(page, url));
    try {
      if (options.opened ?? true) await checker.open();
      await body(checker);
      if (!options.mishaps) assert.deepEqual(checker.watch.problems, [], "what must never happen on the page");
    } catch (error) {
      await mkdir(PICTURES, { recursive: true });
      const picture = `${PICTURES}/${name.replace(/\W+/g, "-")}.png`;
      const taken = await page.screenshot({ path: picture, fullPage: true }).then(
        () => `the page when it failed: ${picture}`,
        () => "the page could not be pictured",
      );
      console.error(`${name}: ${[taken, ...checker.watch.problems].join("\n  ")}`);
      throw error;
    } finally {
      await context.close();
    }
  });
}
