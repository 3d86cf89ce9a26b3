// @ts-check
/** Stepping through the claims asked before, during this visit and, where the page wants it, at earlier ones. */

import assert from "node:assert/strict";

import { violations } from "./support/axe.js";
import { check } from "./support/check.js";
import { hosted } from "./support/host.js";

const CLAIMS = [
  "Doubao was launched in August 2023",
  "ByteDance ordered 200,000 Huawei chips",
  "ByteDance plans to train a new AI model on Huawei chips.",
];
const VERDICTS = ["SOOOS", "DODOO", "BBSBB"];
/** The element of a page that wants claims kept. */
const KEEP = 'recents="keep"';

/** @typedef {import("./support/checker.js").Checker} Checker */

/** @param {Checker} checker @param {number} at of the claim that is shown with its answer */
async function shows(checker, at) {
  await checker.page.waitForFunction((claim) => /** @type {any} */ (inside.one("textarea"))?.value === claim, CLAIMS[at] ?? "");
  await checker.full.waitFor();
  assert.equal(await checker.verdicts(), VERDICTS[at]);
}

/** Asks all claims, from an empty memory. @param {Checker} checker */
async function askAll(checker) {
  for (const claim of CLAIMS) await checker.ask(claim);
}

check("there is nothing to step to before a claim was asked", {}, async (checker) => {
  assert.equal(await checker.page.locator("[data-step]").count(), 0);
  await checker.ask("xyzzy");
  assert.equal(await checker.page.locator("[data-step]").count(), 2);
});

check("buttons step back and forth, and stop at the ends without losing the focus", {}, async (checker) => {
  await askAll(checker);
  const earlier = checker.page.getByRole("button", { name: "Earlier claim" });
  const later = checker.page.getByRole("button", { name: "Later claim" });
  assert.equal(await later.getAttribute("aria-disabled"), "true");
  await earlier.click();
  await shows(checker, 1);
  await earlier.click();
  await shows(checker, 0);
  assert.equal(await earlier.getAttribute("aria-disabled"), "true");
  assert.ok(await earlier.evaluate((button) => button === inside.focused()));
  await later.click();
  await shows(checker, 1);
});

check("Alt with the arrow keys steps from the input", {}, async (checker) => {
  await askAll(checker);
  await checker.input.focus();
  await checker.page.keyboard.press("Alt+ArrowUp");
  await shows(checker, 1);
  await checker.page.keyboard.press("Alt+ArrowUp");
  await shows(checker, 0);
  await checker.page.keyboard.press("Alt+ArrowDown");
  await shows(checker, 1);
  assert.ok(await checker.input.evaluate((input) => input === inside.focused()), "the focus stays in the input");
});

check("claims are remembered for this visit only", {}, async (checker) => {
  await askAll(checker);
  await checker.page.goto("about:blank");
  await checker.open();
  assert.equal(await checker.page.locator("[data-step]").count(), 0);
});

for (const [language, words] of /** @type {const} */ ([
  ["en", { earlier: "Earlier claim", forget: "Forget my claims", hint: /kept in this browser/ }],
  ["it", { earlier: "Affermazione precedente", forget: "Cancella le mie affermazioni", hint: /resta in questo browser/ }],
])) {
  check(
    `where the page wants them kept, claims are there at the next visit, until the reader forgets them (${language})`,
    { language, opened: false },
    async (checker) => {
      const { page } = checker;
      const stored = () => page.evaluate(() => Object.values({ ...localStorage }));
      await hosted(checker, { attributes: KEEP });
      await page.getByText(words.hint).waitFor();
      assert.deepEqual(await stored(), [], "nothing is stored before a claim is asked");
      await checker.input.fill("Doubao is a");
      await checker.summary.waitFor();
      assert.deepEqual(await stored(), [], "what is only typed is not");
      await askAll(checker);
      await page.goto("about:blank");
      await hosted(checker, { attributes: KEEP });
      assert.equal(await checker.input.inputValue(), "", "the visit starts with a clean sheet");
      for (const at of [2, 1, 0]) {
        await page.getByRole("button", { name: words.earlier }).click();
        await shows(checker, at);
      }
      assert.deepEqual(await violations(page), []);
      await page.getByRole("button", { name: words.forget, exact: true }).press("Enter");
      await page.locator("[data-step]").first().waitFor({ state: "detached" });
      assert.deepEqual(await stored(), []);
      assert.ok(await checker.input.evaluate((input) => input.matches(":focus")), "the focus is not lost");
      assert.equal(await checker.input.inputValue(), CLAIMS[0], "what is asked stays");
      await page.goto("about:blank");
      await hosted(checker, { attributes: KEEP });
      assert.equal(await page.locator("[data-step]").count(), 0);
    },
  );
}

check("a browser that refuses to store is no failure", { opened: false }, async (checker) => {
  await checker.page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await hosted(checker, { attributes: KEEP });
  await askAll(checker);
  await checker.page.getByRole("button", { name: "Earlier claim" }).click();
  await shows(checker, 1);
  await checker.page.getByRole("button", { name: "Forget my claims" }).click();
  await checker.page.locator("[data-step]").first().waitFor({ state: "detached" });
});

check("a full storage is no failure", { opened: false }, async (checker) => {
  await checker.page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await hosted(checker, { attributes: KEEP });
  await askAll(checker);
  await checker.page.getByRole("button", { name: "Earlier claim" }).click();
  await shows(checker, 1);
});

check("what the page resets is still kept for the reader's next visit", { opened: false }, async (checker) => {
  const { page } = checker;
  const earlier = page.getByRole("button", { name: "Earlier claim" });
  await hosted(checker, { attributes: KEEP });
  await checker.ask(CLAIMS[0]);
  await page.locator("claim-check").evaluate((element) => /** @type {any} */ (element).reset());
  await earlier.waitFor({ state: "detached" });
  await checker.ask(CLAIMS[1]);
  await page.goto("about:blank");
  await hosted(checker, { attributes: KEEP });
  for (const at of [1, 0]) {
    await earlier.click();
    await shows(checker, at);
  }
});
