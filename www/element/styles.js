// @ts-check
/** The styles of the element, as sheets that any strict content security policy lets a script make. */

import text from "claim-check:styles";

/** Marks a sentence of the page itself, where no style of a shadow tree reaches. */
const MARKED =
  "::highlight(claim-check) { background-color: var(--cc-found, light-dark(#ffe58a, #6a5410)); color: inherit; }";

/** @type {CSSStyleSheet | undefined} */
let sheet;
/** @type {CSSStyleSheet | undefined} */
let marked;

/** @param {string} css */
function made(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/**
 * Makes `--cc-rem` a length, so that `1em` of the frame is inherited as it is there. All documents of a page have one
 * registry, in which another copy of this file may have been first.
 */
function register() {
  try {
    CSS.registerProperty({ name: "--cc-rem", syntax: "<length>", inherits: true, initialValue: "16px" });
  } catch {
    // It is registered.
  }
}

/** @param {ShadowRoot} root that gets the styles; all elements share one sheet */
export function adopt(root) {
  // Without it the element says `unsupported-browser`, unstyled.
  if (!("adoptedStyleSheets" in root)) return;
  if (!sheet) {
    register();
    sheet = made(text);
  }
  root.adoptedStyleSheets = [sheet];
}

/** Gives the page the one rule that marks a sentence in it, once. */
export function highlight() {
  if (marked || !("adoptedStyleSheets" in document)) return;
  marked = made(MARKED);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, marked];
}
