// @ts-check
/** Trusted types: where a page requires them, what is code must be made by a policy that the page allows. */

/** @typedef {{createScript(text: string): any, createScriptURL(address: string): any}} Policy */

/** @type {Policy | null | undefined} */
let policy;

/** @returns {Policy | null} the policy `claim-check`; none where the page allows none */
export function trusted() {
  if (policy === undefined) {
    const { trustedTypes } = /** @type {any} */ (globalThis);
    const same = (/** @type {string} */ text) => text;
    const rules = { createScript: same, createScriptURL: same };
    try {
      policy = trustedTypes ? trustedTypes.createPolicy("claim-check", rules) : rules;
    } catch {
      policy = null;
    }
  }
  return policy ?? null;
}
