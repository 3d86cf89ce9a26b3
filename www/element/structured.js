// @ts-check
/** The claim that was asked as structured data, in the page itself: machines don't look into shadow trees. */

/** @type {{createScript(text: string): any} | null | undefined} */
let policy;

/**
 * Where a page asks for trusted types, text of a script, even of one that is data, must be made by a policy that it allows.
 * @param {string} text
 * @returns {string | null} nothing where the page allows none
 */
function trusted(text) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return text;
  if (policy === undefined) {
    try {
      policy = trustedTypes.createPolicy("claim-check", { createScript: (/** @type {string} */ text) => text });
    } catch {
      policy = null;
    }
  }
  return policy?.createScript(text) ?? null;
}

/**
 * @param {HTMLElement} element
 * @param {string | null} data as JSON, or none
 */
export function publish(element, data) {
  const old = element.querySelector(':scope > script[type="application/ld+json"]');
  const text = data === null ? null : trusted(data);
  if (text === null) return old?.remove();
  const script = document.createElement("script");
  script.type = "application/ld+json";
  script.text = text;
  if (old) old.replaceWith(script);
  else element.append(script);
}
