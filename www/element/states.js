// @ts-check
/** Custom states, for `:state()` in the styles of a page. */

/**
 * @param {ElementInternals} internals
 * @param {string} state
 * @param {boolean} holds
 */
export function mark({ states }, state, holds) {
  // Browsers before custom states took plain names throw or have none; styles then see none of them.
  try {
    if (holds) states?.add(state);
    else states?.delete(state);
  } catch {
    // As above.
  }
}
