// @ts-check
/** Pages of other people that use the element, made up by a test and served as if they stood beside it. */

import { readFile, readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";

import { ROOT } from "./browser.js";

/** What a strict page allows, and nothing of the element needs more. */
export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** The same with what `structured` needs besides. */
export const STRUCTURED = STRICT.replace("trusted-types 'none'", "trusted-types claim-check");

/** The package, with its files. */
export const PACKAGE = `${ROOT}target/package/`;

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".css": "text/css",
  ".map": "application/json",
};

/**
 * @typedef {object} Site
 * @property {string} [policy] content security policy; the strict one unless given, none when empty
 * @property {Record<string, string>} [scripts] further scripts of the page, by name
 * @property {Record<string, string>} [styles] further style sheets of the page, by name
 * @property {Record<string, (route: import("playwright-core").Route) => Promise<void>>} [instead] answers in place of the
 *   right ones, by glob
 */

/**
 * Opens a page that holds a body, with the package beside it.
 * @param {import("./checker.js").Checker} checker
 * @param {string} body
 * @param {Site} [site]
 */
export async function openPage({ page, url }, body, site = {}) {
  const policy = site.policy ?? STRICT;
  const extra = [
    ...Object.keys(site.styles ?? {}).map((name) => `<link rel="stylesheet" href="${name}">`),
    ...Object.keys(site.scripts ?? {}).map((name) => `<script type="module" src="${name}"></script>`),
  ];
  await page.route(`${url}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === "page.html") {
      return route.fulfill({
        contentType: "text/html; charset=utf-8",
        headers: policy ? { "Content-Security-Policy": policy } : {},
        body:
          '<!doctype html><html lang="en"><head><title>A page</title>' +
          `${extra.join("")}</head><body>${body}</body></html>`,
      });
    }
    const given = site.scripts?.[name] ?? site.styles?.[name];
    if (given !== undefined) return route.fulfill({ contentType: TYPES[extname(name)], body: given });
    const file = await readFile(PACKAGE + name).catch(() => undefined);
    return file
      ? route.fulfill({
          contentType: TYPES[extname(name)] ?? "application/octet-stream",
          // A worker has the policy that its own file is sent with.
          headers: policy ? { "Content-Security-Policy": policy } : {},
          body: file,
        })
      : route.fulfill({ status: 404, contentType: "text/plain", body: "not found" });
  });
  for (const [glob, answer] of Object.entries(site.instead ?? {})) await page.route(glob, answer);
  await page.goto(`${url}page.html`);
}

/**
 * Opens a page of a folder, under the strict policy.
 * @param {import("./checker.js").Checker} checker
 * @param {string} folder
 * @param {string} name of the page
 */
export async function openFolder({ page, url }, folder, name) {
  await page.route(`${url}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    const body = await readFile(join(folder, path)).catch(() => undefined);
    const contentType = TYPES[extname(path)] ?? "application/octet-stream";
    return body
      ? route.fulfill({ contentType, headers: { "Content-Security-Policy": STRICT }, body })
      : route.fulfill({ status: 404, contentType: "text/plain", body: "not found" });
  });
  await page.goto(url + name);
}

/** The line that a page needs. */
export const SCRIPT = '<script type="module" src="claim-check.js"></script>';

/**
 * Notes every event of the elements of a page, from the start.
 * @param {import("playwright-core").Page} page
 */
export async function listen(page) {
  await page.addInitScript(() => {
    const heard = /** @type {any[]} */ ([]);
    Object.assign(globalThis, { heard });
    for (const name of ["ready", "result", "clear", "view", "error"]) {
      addEventListener(`claim-check-${name}`, (event) => {
        const { detail, composed, target } = /** @type {CustomEvent} */ (event);
        heard.push({
          name,
          composed,
          target: /** @type {Element} */ (target).localName,
          code: detail?.code,
          claim: detail?.report?.claim,
          full: detail?.full,
          view: detail?.view,
          story: detail?.story?.id,
        });
      });
    }
  });
}

/**
 * @param {import("playwright-core").Page} page
 * @returns {Promise<any[]>} what `listen` has heard, and forgets it
 */
export function heard(page) {
  return page.evaluate(() => /** @type {any} */ (globalThis).heard.splice(0));
}

/** @returns {Promise<Buffer>} the story that is compiled in, as the last build of the page compiled it */
export async function compiledStory() {
  const folder = join(ROOT, "target/wasm32-unknown-unknown/wasm-release/build");
  const found = [];
  for (const name of await readdir(folder)) {
    const file = join(folder, name, "out/story.bin");
    const made = await stat(file).catch(() => undefined);
    if (made) found.push({ file, time: made.mtimeMs });
  }
  const latest = found.sort((one, other) => other.time - one.time)[0];
  if (!latest) throw new Error(`no compiled story below ${folder}: build the page`);
  return readFile(latest.file);
}
