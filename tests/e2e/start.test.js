// @ts-check
/** What the page says when the element does not run at all; what the element says itself is in failures.test.js. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";

check("the script is missing: the page says so", { opened: false, mishaps: true }, async ({ page, url }) => {
  await page.route("**/claim-check.js", (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "" }));
  await page.goto(`${url}?lang=en`);
  const text = page.locator("claim-check > p").filter({ hasText: "the file claim-check.js is missing" });
  await text.waitFor();
  assert.equal(await page.getByRole("button", { name: "Italiano" }).getAttribute("aria-pressed"), "false");
});

for (const [language, says] of /** @type {const} */ ([
  ["en", "JavaScript is switched off"],
  ["it", "JavaScript è disattivato"],
])) {
  check(
    `without JavaScript the page says why nothing comes (${language})`,
    { opened: false, mishaps: true, browser: { javaScriptEnabled: false } },
    async ({ page, url }) => {
      await page.goto(url);
      const text = page.locator("claim-check > p").filter({ hasText: says });
      // The document is in English until the script sets another language.
      assert.equal(await text.isVisible(), language === "en");
      assert.equal(await text.count(), 1);
    },
  );
}

check("a widget whose story is damaged is refused with a code and a hint", {}, async ({ page }) => {
  const refused = await page.evaluate(async () => {
    const { runtime } = await import(new URL("claim-check.js", document.baseURI).href);
    const module = await runtime();
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
