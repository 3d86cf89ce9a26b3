// @ts-check
/** The states of the page that are looked at one by one: their layout, their accessibility, their pictures. */

/** @typedef {import("./checker.js").Checker} Checker */

/**
 * @param {string} en
 * @param {string} it
 * @returns {(checker: Checker) => Promise<void>}
 */
function asked(en, it) {
  return (checker) => checker.ask({ en, it }[checker.language]);
}

/** From the opened page into each state. @type {Record<string, (checker: Checker) => Promise<void>>} */
export const STATES = {
  start: async () => {},
  supported: asked("Doubao was launched in August of 2023", "Doubao è stato lanciato nell’agosto del 2023"),
  disputed: asked("Did ByteDance order 200,000 chips from Huawei?", "ByteDance ha ordinato 200.000 chip a Huawei?"),
  both: asked(
    "ByteDance plans to train a new AI model on Huawei chips",
    "ByteDance prevede di addestrare un nuovo modello di IA su chip Huawei",
  ),
  parts: asked(
    "Biden signed the TikTok bill and ChatGPT was released in 2019.",
    "Biden ha firmato la legge su TikTok e ChatGPT è uscito nel 2019.",
  ),
  near: asked("ByteDance is in talks with Huawei about phones", "ByteDance è in trattative con Huawei per dei telefoni"),
  nothing: asked("xyzzy", "xyzzy"),
  typing: async (checker) => {
    const claim = { en: "Huawei is a Chinese company", it: "Huawei è un’azienda cinese" };
    await checker.input.fill(claim[checker.language]);
    await checker.summary.waitFor();
  },
  "too-long": async (checker) => {
    await checker.input.fill("ByteDance ordered chips. ".repeat(25));
    await checker.answer.getByText(checker.words.tooLong).waitFor();
  },
  "other-claims": async (checker) => {
    await asked("Doubao was launched in August of 2023", "Doubao è stato lanciato nell’agosto del 2023")(checker);
    await checker.answer.getByText(checker.words.more).click();
    await checker.examples.last().waitFor();
  },
  "copy-by-hand": async (checker) => {
    await checker.page.evaluate(() => {
      Object.defineProperty(navigator.clipboard, "writeText", {
        configurable: true,
        value: () => Promise.reject(new Error()),
      });
    });
    await asked("Doubao was launched in August of 2023", "Doubao è stato lanciato nell’agosto del 2023")(checker);
    await checker.answer.locator('[data-share="text"]').click();
    await checker.answer.locator("textarea[readonly]").waitFor();
  },
  overview: (checker) => checker.explore(),
  "overview-evidence": async (checker) => {
    await checker.explore();
    const topic = checker.overview.locator("[data-topic]").nth(1);
    if ((await topic.locator("[data-claim]").count()) === 0) await topic.getByRole("button").first().click();
    const cell = topic.locator("[data-claim] button[data-article]").first();
    if ((await cell.getAttribute("aria-expanded")) === "false") await cell.click();
    await topic.locator(".cc-proof").waitFor();
  },
};

/**
 * Brings a page into a state, from whatever state it is in.
 * @param {Checker} checker
 * @param {string} name
 */
export async function enter(checker, name) {
  if (!(await checker.input.isVisible())) await checker.question();
  if ((await checker.input.inputValue()) !== "") await checker.clear();
  await STATES[name]?.(checker);
}
