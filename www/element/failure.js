// @ts-check
/**
 * What can go wrong, each with a code that stays the same from version to version:
 *
 * `unsupported-browser`, `csp-blocked`, `wasm-not-found`, `wrong-mime`, `integrity-mismatch`: the program did not start.
 * `story-not-found`, `story-invalid`, `story-version`: the story could not be used.
 * `crashed`: the program stopped on a fault of its own; the next check starts a fresh one.
 * `bad-options`: a property has a value that it can't have; the widget goes on without it.
 * `not-connected`: a method was called on an element that is in no document.
 * `failed`: anything else.
 */

import { TEXTS } from "./texts.js";

/** @typedef {import("./texts.js").Shown} Shown */

/** A failure with a stable code. Its message is technical and in English; `told` has the words for people. */
export class ClaimCheckFailure extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {{cause?: unknown}} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = "ClaimCheckFailure";
    this.code = code;
  }

  /**
   * @param {import("./texts.js").Language} language
   * @returns {import("./texts.js").Told} what the reader should know, and what the owner of the site should do
   */
  told(language) {
    const { codes } = TEXTS[language];
    return codes[/** @type {Shown} */ (this.code)] ?? codes.failed;
  }

  /** What the owner of the site should do, in English. */
  get hint() {
    return this.told("en").owner;
  }
}

/**
 * @param {unknown} error
 * @returns {ClaimCheckFailure} the same, with a code
 */
export function failureOf(error) {
  if (error instanceof ClaimCheckFailure) return error;
  if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) {
    return new ClaimCheckFailure("crashed", error.message, { cause: error });
  }
  const message = error instanceof Error ? error.message : String(error);
  // The program throws errors with a code of its own.
  const code = error instanceof Error && "code" in error ? String(error.code) : "failed";
  return new ClaimCheckFailure(code, message, { cause: error });
}
