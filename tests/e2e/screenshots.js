// @ts-check
/**
 * Pictures the main states of the page in both languages, light and dark, phone to desktop, for people to look at.
 *
 *     node screenshots.js [FOLDER [PART OF A NAME]]
 */

import { mkdir, rm } from "node:fs/promises";

import { ROOT, start, stop } from "./support/browser.js";
import { Checker } from "./support/checker.js";
import { STATES, enter } from "./support/states.js";
import { Watch } from "./support/watch.js";

const SIZES = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 900 },
];

const [folder = `${ROOT}target/screenshots`, part = ""] = process.argv.slice(2);

// Pictures of states that no longer exist must not stay and be taken for today's.
if (part === "") await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const { browser, url } = await start();
let taken = 0;
for (const language of /** @type {const} */ (["en", "it"])) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    for (const viewport of SIZES) {
      const names = Object.keys(STATES).map((state) => ({
        state,
        name: `${state}-${viewport.width}-${colorScheme}-${language}`,
      }));
      const wanted = names.filter(({ name }) => name.includes(part));
      if (wanted.length === 0) continue;
      const context = await browser.newContext({ viewport, colorScheme, locale: language });
      const page = await context.newPage();
      const checker = new Checker(page, url, language, new Watch(page, url));
      await checker.open();
      for (const { state, name } of wanted) {
        await enter(checker, state);
        await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true, animations: "disabled" });
        taken += 1;
      }
      await context.close();
    }
  }
}
await stop();
console.log(`${taken} pictures in ${folder}`);
