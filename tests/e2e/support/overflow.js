// @ts-check
/** What a window cuts off or scrolls sideways for. */

/**
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>} what reaches beyond the sides of the window
 */
export function overflowing(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    // What only screen readers get is cut off on purpose.
    const unseen = (/** @type {Element} */ element) => getComputedStyle(element).clipPath !== "none";
    const scrolls =
      document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
    const wide = inside.all("body *, .cc-base *").filter((element) => {
      if (element.closest("svg") || unseen(element)) return false;
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1);
    });
    // What is cut off by its own box is lost as well, even where the page does not scroll.
    const cut = inside.all(".claim-check *, .docs-main *").filter((element) => {
      const style = getComputedStyle(element);
      return !unseen(element) && style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
    });
    const named = (/** @type {Element} */ element) => `${element.localName}.${element.className}`;
    const found = [
      ...wide.map((element) => `${named(element)} is too wide`),
      ...cut.map((element) => `${named(element)} is cut off`),
    ];
    return [...scrolls, ...new Set(found)];
  });
}
