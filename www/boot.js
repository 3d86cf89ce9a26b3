// @ts-check
/**
 * Starts the claim checker of the page: loads the WebAssembly module once and mounts the widget.
 *
 * The build writes the addresses of the two files into the page as `<link>` elements with ids. When something fails,
 * the place of the widget says what failed and what the owner of the site should check. The page is in English and
 * Italian at once; its language is the `lang` of the document, and the style sheet shows the texts of that language.
 */

const PLACE = "#claim-check";

/** Languages of the page, the default one first. */
const LANGUAGES = ["en", "it"];

/** A failure with its remedy, for people. */
class StartFailure extends Error {
  /**
   * @param {string} message what failed
   * @param {string} remedy what the owner of the site should check
   */
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}

/** Directives of the content security policy that stopped something while the page started. */
const blocked = /** @type {Set<string>} */ (new Set());
document.addEventListener("securitypolicyviolation", (violation) => {
  blocked.add(`${violation.effectiveDirective} (${violation.blockedURI})`);
});

/**
 * @param {string} id of a `<link>` that the build wrote
 * @returns {string} the absolute address it names
 */
function address(id) {
  const link = document.getElementById(id);
  if (link instanceof HTMLLinkElement && link.href) return link.href;
  throw new StartFailure(
    `The page has no link with the id "${id}".`,
    "Build the page with `cargo xtask demo --build-only` and publish the folder dist/ unchanged.",
  );
}

/**
 * @param {string} url
 * @returns {Promise<Response>} the answer, which is a file and not an error page
 */
async function download(url) {
  const response = await fetch(url).catch((error) => {
    throw new StartFailure(
      `The file ${url} could not be loaded: ${error.message}.`,
      "Check that the server can be reached and that the Content-Security-Policy has connect-src 'self'.",
    );
  });
  if (!response.ok) {
    throw new StartFailure(
      `The file ${url} could not be loaded: the server answered ${response.status}.`,
      "Check that every file of dist/ is published, index.html and the other files from the same build.",
    );
  }
  const type = response.headers.get("content-type") ?? "none";
  if (type.startsWith("text/")) {
    throw new StartFailure(
      `The file ${url} could not be used: the server sent it with the MIME type ${type}.`,
      "Check that the server sends .wasm files, not a page in their place, with the MIME type application/wasm.",
    );
  }
  return response;
}

/**
 * @param {unknown} error
 * @returns {StartFailure} the same, with what to check
 */
function explain(error) {
  if (error instanceof StartFailure) return error;
  if (error instanceof Error && "hint" in error) return new StartFailure(error.message, String(error.hint));
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (typeof WebAssembly === "undefined") {
    return new StartFailure("This browser has WebAssembly switched off.", "Use another browser, or allow WebAssembly.");
  }
  if (error instanceof WebAssembly.CompileError && /Content.Security.Policy|unsafe-eval|CSP/i.test(message)) {
    return new StartFailure(
      `The Content-Security-Policy of the site forbids WebAssembly (${message}).`,
      "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy.",
    );
  }
  if (error instanceof WebAssembly.CompileError) {
    return new StartFailure(
      `The WebAssembly module is damaged or too new for this browser (${message}).`,
      "Check that the server sends the .wasm file of dist/ unchanged, with the MIME type application/wasm.",
    );
  }
  return new StartFailure(
    message,
    "Check that every file of dist/ is published and from the same build, .js files with the MIME type " +
      "text/javascript; the console of the browser says more.",
  );
}

/** @param {StartFailure} failure */
function show(failure) {
  console.error(failure);
  const lines = ["The claim checker could not start.", failure.message, `For the owner of this site: ${failure.remedy}`];
  if (blocked.size > 0) lines.push(`Blocked by the Content-Security-Policy: ${[...blocked].join(", ")}.`);
  const place = document.querySelector(PLACE);
  if (!place) return;
  place.setAttribute("role", "alert");
  place.replaceChildren(
    ...lines.map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    }),
  );
}

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

/** @param {string} language that the page is shown in from now on */
function speak(language) {
  document.documentElement.lang = language;
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-language") === language));
  }
}

/** @param {string} theme of the page and the widget from now on: system, light or dark */
function colour(theme) {
  document.documentElement.dataset.theme = theme;
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-theme-choice") === theme));
  }
}

/** @type {{update(options: {language?: string, theme?: string}): void} | undefined} */
let widget;

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    const language = button.getAttribute("data-language") ?? LANGUAGES[0];
    speak(language);
    widget?.update({ language });
  });
}
for (const button of document.querySelectorAll("[data-theme-choice]")) {
  button.addEventListener("click", () => {
    const theme = button.getAttribute("data-theme-choice") ?? "system";
    colour(theme);
    widget?.update({ theme });
  });
}
speak(wanted());
colour("system");

try {
  const wasm = download(address("claim-check-wasm"));
  // Its failure is reported where it is awaited, even when the other file fails first.
  wasm.catch(() => {});
  const module = await import(address("claim-check-module"));
  await module.default({ module_or_path: await wasm });
  widget = module.mount(PLACE, {
    language: document.documentElement.lang,
    theme: document.documentElement.dataset.theme,
    examples: examples(),
    permalink: true,
    structured: true,
    selection: ".site-intro, .site-notes",
  });
} catch (error) {
  show(explain(error));
}
