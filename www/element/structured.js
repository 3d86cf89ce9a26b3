// @ts-check
/** The claim that was asked as structured data, in the page itself: machines don't look into shadow trees. */

import { trusted } from "./trusted.js";

/**
 * @param {HTMLElement} element
 * @param {string | null} data as JSON, or none
 */
export function publish(element, data) {
  const old = element.querySelector(':scope > script[type="application/ld+json"]');
  // Text of a script, even of one that is data.
  const text = data === null ? null : (trusted()?.createScript(data) ?? null);
  if (text === null) return old?.remove();
  const script = document.createElement("script");
  script.type = "application/ld+json";
  script.text = text;
  if (old) old.replaceWith(script);
  else element.append(script);
}
