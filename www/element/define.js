// @ts-check
/** Registers the element. */

import { ClaimCheckElement } from "./element.js";

/**
 * Registers the element under a name. Doing so again changes nothing, nor does a second copy of this file.
 * @param {string} [name]
 * @returns {boolean} whether the name is that of our element now
 */
export function define(name = "claim-check") {
  const there = customElements.get(name);
  if (there) {
    const ours = "isClaimCheck" in there;
    if (!ours) {
      console.warn(`claim-check: <${name}> is another element already; call define("another-name") and use that name`);
    }
    return ours;
  }
  // A class can have one name only.
  const used = customElements.getName?.(ClaimCheckElement) ?? taken;
  customElements.define(name, used ? class extends ClaimCheckElement {} : ClaimCheckElement);
  taken = true;
  return true;
}

/** Whether the class has a name, for browsers that can't be asked. */
let taken = false;
