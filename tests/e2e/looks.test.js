// @ts-check
/** How a reader wants it: light, dark, forced colours, more contrast, less motion. axe looks at every state in each. */

import assert from "node:assert/strict";

import { RULES, RULES_OF_STYLE, violations } from "./support/axe.js";
import { check } from "./support/check.js";
import { STATES, enter } from "./support/states.js";

/** @type {Record<string, import("playwright-core").BrowserContextOptions>} */
const LOOKS = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "a phone": { viewport: { width: 320, height: 640 } },
  "forced colours": { forcedColors: "active" },
  "forced colours, dark": { forcedColors: "active", colorScheme: "dark" },
  "more contrast": { contrast: "more" },
  "more contrast, dark": { contrast: "more", colorScheme: "dark" },
  "less motion": { reducedMotion: "reduce" },
};

for (const [look, browser] of Object.entries(LOOKS)) {
  const language = look.endsWith("dark") ? "it" : "en";
  const rules = ["light", "dark", "a phone"].includes(look) ? RULES : RULES_OF_STYLE;
  check(`axe finds nothing in any state: ${look} (${language})`, { language, browser }, async (checker) => {
    for (const state of Object.keys(STATES)) {
      await enter(checker, state);
      assert.deepEqual(await violations(checker.page, rules), [], state);
    }
  });
}

/**
 * @param {import("./support/checker.js").Locator} element
 * @param {string} property
 * @returns {Promise<string>} as it is computed
 */
function styled(element, property) {
  return element.evaluate((found, name) => getComputedStyle(found).getPropertyValue(name), property);
}

/** @param {string} colour such as `rgb(1, 2, 3)` @returns {number} from 0, black, to 255 */
function brightness(colour) {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return (red + green + blue) / 3;
}

check("the page follows the colour scheme while it is open", { browser: { colorScheme: "light" } }, async (checker) => {
  const { page } = checker;
  await checker.ask("Doubao was launched in August of 2023");
  const body = page.locator("body");
  assert.ok(brightness(await styled(body, "background-color")) > 200, "light paper");
  assert.ok(brightness(await styled(checker.summary, "color")) < 80, "dark ink");
  await page.emulateMedia({ colorScheme: "dark" });
  assert.ok(brightness(await styled(body, "background-color")) < 60, "dark paper");
  assert.ok(brightness(await styled(checker.summary, "color")) > 180, "light ink");
});

check(
  "the reader chooses light or dark for this visit, whatever the system has",
  { browser: { colorScheme: "dark" } },
  async (checker) => {
    const { page } = checker;
    await checker.ask("Doubao was launched in August of 2023");
    const choices = page.getByRole("group", { name: "Colours, colori" });
    for (const [name, light] of /** @type {const} */ ([
      ["Light", true],
      ["Dark", false],
      ["Light", true],
      ["Auto", false],
    ])) {
      await choices.getByRole("button", { name, exact: true }).click();
      assert.equal(await choices.getByRole("button", { pressed: true }).innerText(), name);
      assert.equal(
        brightness(await styled(page.locator("body"), "background-color")) > 128,
        light,
        `${name}: the page`,
      );
      assert.equal(brightness(await styled(checker.input, "background-color")) > 128, light, `${name}: the widget`);
    }
  },
);

check(
  "with forced colours, borders take the place of backgrounds and the verdicts keep shape and word",
  { browser: { forcedColors: "active" } },
  async (checker) => {
    await checker.ask("ByteDance plans to train a new AI model on Huawei chips");
    for (const badge of await checker.rows.locator(".cc-badge").all()) {
      const unsure = await badge.evaluate((badge) => badge.classList.contains("cc-unsure"));
      assert.equal(await styled(badge, "border-top-style"), unsure ? "dashed" : "solid");
      assert.equal(await badge.locator("svg").count(), 1);
      assert.notEqual((await badge.innerText()).trim(), "");
    }
  },
);

check("with more contrast, quiet text is as dark as the rest", { browser: { contrast: "more" } }, async (checker) => {
  await checker.ask("Doubao was launched in August of 2023");
  const quiet = checker.answer.locator(".cc-meta").first();
  assert.equal(await styled(quiet, "color"), await styled(checker.summary, "color"));
});

check(
  "with less motion, nothing moves; otherwise colours may fade",
  { browser: { reducedMotion: "reduce" } },
  async (checker) => {
    const moving = () =>
      checker.page.evaluate(
        () =>
          inside.all("body *, .cc-base *").filter((element) => {
            const style = getComputedStyle(element);
            const lasts = (/** @type {string} */ times) => times.split(",").some((time) => parseFloat(time) > 0);
            return (
              lasts(style.transitionDuration) || style.animationName !== "none" || style.scrollBehavior === "smooth"
            );
          }).length,
      );
    await checker.ask("Doubao was launched in August of 2023");
    assert.equal(await moving(), 0);
    await checker.page.emulateMedia({ reducedMotion: "no-preference" });
    assert.ok((await moving()) > 0, "the test sees what moves");
  },
);

check("no verdict is told by colour alone", {}, async (checker) => {
  await checker.ask("ByteDance plans to train a new AI model on Huawei chips");
  /** @type {Record<string, string>} */
  const shapes = {};
  for (const count of await checker.answer.locator(".cc-count").all()) {
    const word = (await count.innerText()).replace(/\d+/g, "").trim();
    shapes[word] = await count.locator("svg").innerHTML();
  }
  assert.equal(Object.keys(shapes).length, 4, "a word for each verdict");
  assert.equal(new Set(Object.values(shapes)).size, 4, "a shape for each verdict");
});
