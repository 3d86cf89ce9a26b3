// @ts-check
/**
 * The page around `<claim-check>`: its language and the claims to try. Its colours are in `colours.js`.
 *
 * The page is in English and Italian at once; its language is the `lang` of the document, and the style sheet shows the
 * texts of that language.
 */

/** Languages of the page, the default one first. */
const LANGUAGES = ["en", "it"];

const widget = /** @type {import("./element/element.js").ClaimCheckElement | null} */ (document.querySelector("claim-check"));

/** @returns {{en: string, it: string}[]} the claims to try, which the page holds as data */
function examples() {
  const template = document.getElementById("claim-check-examples");
  if (!(template instanceof HTMLTemplateElement)) return [];
  return [...template.content.querySelectorAll("li")].map((item) => {
    const text = (/** @type {string} */ language) => item.querySelector(`[lang="${language}"]`)?.textContent?.trim() ?? "";
    return { en: text("en"), it: text("it") };
  });
}

/** @returns {string} the language the page is asked for: `?lang=it`, or else the first that the browser wants */
function wanted() {
  const asked = new URLSearchParams(location.search).get("lang");
  const tags = asked ? [asked] : navigator.languages;
  const known = tags.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => LANGUAGES.includes(tag));
  return known ?? LANGUAGES[0];
}

const title = document.querySelector("title");
/** What the page is called in each language. @type {Record<string, string>} */
const TITLES = { en: document.title, it: title?.dataset.it ?? document.title };

/** @param {string} language that the page is shown in from now on */
function speak(language) {
  document.documentElement.lang = language;
  document.title = TITLES[language] ?? TITLES[LANGUAGES[0]];
  widget?.setAttribute("lang", language);
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-language") === language));
  }
}

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => speak(button.getAttribute("data-language") ?? LANGUAGES[0]));
}
speak(wanted());
if (widget) widget.examples = examples();
