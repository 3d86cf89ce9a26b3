// @ts-check
/** When the page cannot start it says what failed and what to do, under the policy and in the place of the widget. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";
import { CONTENT_SECURITY_POLICY } from "./support/server.js";

/**
 * @typedef {object} Case
 * @property {string} what is wrong
 * @property {string} files that it is wrong with
 * @property {(route: import("playwright-core").Route) => Promise<void>} answer in place of the right one
 * @property {RegExp} says what the page shows
 */

/** @type {Case[]} */
const CASES = [
  {
    what: "the module is missing",
    files: "**/*.wasm",
    answer: (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "not found" }),
    says: /the server answered 404[^]*Check that every file of dist\/ is published/,
  },
  {
    what: "the server sends a page in place of the module",
    files: "**/*.wasm",
    answer: (route) => route.fulfill({ contentType: "text/html", body: "<p>Welcome" }),
    says: /MIME type text\/html[^]*application\/wasm/,
  },
  {
    what: "the module is damaged",
    files: "**/*.wasm",
    answer: (route) => route.fulfill({ contentType: "application/wasm", body: "no module" }),
    says: /module is damaged[^]*unchanged/,
  },
  {
    what: "the network breaks off",
    files: "**/*.wasm",
    answer: (route) => route.abort(),
    says: /could not be loaded[^]*Check that the server can be reached/,
  },
  {
    what: "the script is missing",
    files: "**/claim-check-*.js",
    answer: (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "not found" }),
    says: /Check that every file of dist\/ is published and from the same build/,
  },
  {
    what: "the policy forbids WebAssembly",
    files: "**/?lang=*",
    answer: async (route) => {
      const response = await route.fetch();
      const policy = CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", "");
      await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
    },
    says: /forbids WebAssembly[^]*Add 'wasm-unsafe-eval' to script-src/,
  },
];

for (const { what, files, answer, says } of CASES) {
  check(`${what}: the page says so`, { opened: false, mishaps: true }, async ({ page, url }) => {
    await page.route(files, answer);
    await page.goto(`${url}?lang=en`);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.innerText(), /The claim checker could not start\./);
    assert.match(await alert.innerText(), says);
  });
}

for (const [language, says] of /** @type {const} */ ([
  ["en", "JavaScript is switched off"],
  ["it", "JavaScript è disattivato"],
])) {
  check(
    `without JavaScript the page says why nothing comes (${language})`,
    { opened: false, mishaps: true, browser: { javaScriptEnabled: false } },
    async ({ page, url }) => {
      await page.goto(url);
      const text = page.locator("#claim-check > p").filter({ hasText: says });
      // The document is in English until the script sets another language.
      assert.equal(await text.isVisible(), language === "en");
      assert.equal(await text.count(), 1);
    },
  );
}

check("a widget whose story is damaged is refused with a code and a hint", {}, async ({ page }) => {
  const refused = await page.evaluate(async () => {
    const link = /** @type {HTMLLinkElement} */ (document.getElementById("claim-check-module"));
    const module = await import(link.href);
    try {
      module.loadStory(new Uint8Array([1, 2, 3]));
    } catch (error) {
      const { name, message, code, hint } = /** @type {any} */ (error);
      return { name, message, code, hint };
    }
    return undefined;
  });
  assert.ok(refused, "bytes that are no story are refused");
  for (const part of /** @type {const} */ (["name", "message", "code", "hint"]))
    assert.ok(refused[part], `it has a ${part}`);
});
