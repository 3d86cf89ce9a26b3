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
  near: asked("ByteDance is in talks with Huawei about phones", "ByteDance tratta con Huawei sui telefoni"),
  nothing: asked("xyzzy", "xyzzy"),
  "too-long": async (checker) => {
    await checker.input.fill("ByteDance ordered chips. ".repeat(25));
    await checker.answer.getByText(checker.words.tooLong).waitFor();
  },
  "other-claims": async (checker) => {
    await asked("Doubao was launched in August of 2023", "Doubao è stato lanciato nell’agosto del 2023")(checker);
    await checker.answer.getByText(checker.words.more).click();
    await checker.examples.last().waitFor();
  },
};

/**
 * Brings a page into a state, from whatever state it is in.
 * @param {Checker} checker
 * @param {string} name
 */
export async function enter(checker, name) {
  if ((await checker.input.inputValue()) !== "") await checker.clear();
  await STATES[name]?.(checker);
}
