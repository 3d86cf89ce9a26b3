// @ts-check
/**
 * What tests need in the page itself to look into shadow trees, where `document` does not: `inside.all(selector)`,
 * `inside.one(selector)` and `inside.focused()`.
 */

/** Runs in the page before anything else. */
export function lookInside() {
  /** @param {string} selector @param {ParentNode} root @returns {Element[]} */
  const all = (selector, root = document) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap((element) => (element.shadowRoot ? all(selector, element.shadowRoot) : [])),
  ];
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const one = (/** @type {string} */ selector) => all(selector)[0] ?? null;
  Object.assign(globalThis, { inside: { all, one, focused } });
}
