// @ts-check
/** What stands in the shadow tree around the widget: slots, what is shown while it loads, what when it fails. */

import { TEXTS } from "./texts.js";

/** @typedef {import("./failure.js").ClaimCheckFailure} ClaimCheckFailure */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The shadow tree of one element. */
export class Frame {
  #base = element("div", { part: "base", class: "cc-base" });
  #loading = element("div", { part: "loading", class: "claim-check cc-loading" });
  #error = element("div", { part: "error", class: "claim-check" });
  /** @type {HTMLElement} */
  #place = element("div", {});
  #fallback = element("slot", {});
  /** @type {import("./texts.js").Language} */
  #language = "en";
  /** @type {(text: string) => void} */
  #again;
  /** @type {{status: string, failure?: ClaimCheckFailure, text: string}} */
  #shown = { status: "idle", text: "" };
  /** How much of a story is there; there is none when a story is not waited for. @type {HTMLProgressElement | null} */
  #bar = null;

  /**
   * @param {ShadowRoot} root
   * @param {(text: string) => void} again hears that the reader wants a text checked after the program stopped
   */
  constructor(root, again) {
    this.root = root;
    this.#again = again;
    this.#base.append(this.#loading, this.#place, this.#error, this.#fallback, element("slot", { name: "footer" }));
    root.append(this.#base);
    this.#draw();
  }

  /** What is in the input, of the widget or of the message after a fault. */
  get text() {
    return this.root.querySelector("textarea")?.value ?? "";
  }

  /** An empty place for a new widget; that of the one before is gone. */
  place() {
    const place = element("div", {});
    this.#place.replaceWith(place);
    this.#place = place;
    return place;
  }

  /**
   * @param {import("./texts.js").Language} language
   * @param {string} theme
   */
  speak(language, theme) {
    for (const part of [this.#loading, this.#error]) part.dataset.theme = theme;
    this.#base.lang = language;
    if (language === this.#language) return;
    this.#language = language;
    if (!this.#error.hidden) this.#shown.text = this.text;
    this.#draw();
  }

  /**
   * @param {string} status
   * @param {ClaimCheckFailure} [failure]
   * @param {string} [text] that the reader had typed
   */
  show(status, failure, text = "") {
    this.#shown = { status, failure, text };
    this.#draw();
  }

  /**
   * Shows that a story is waited for, and how much of it is there as far as that is known.
   * @param {import("./stories.js").Progress} progress
   */
  wait({ loaded, total }) {
    if (!this.#bar) {
      this.#bar = element("progress", { class: "cc-progress", part: "progress", "aria-labelledby": "loading" });
      this.#draw();
    }
    if (total === null) this.#bar.removeAttribute("value");
    else Object.assign(this.#bar, { max: total, value: loaded });
  }

  #draw() {
    const { status, failure } = this.#shown;
    const hasWidget = this.#place.hasChildNodes();
    this.#loading.hidden = hasWidget || status === "failed" || status === "ready";
    this.#error.hidden = status !== "failed";
    this.#place.hidden = status === "failed";
    this.#fallback.hidden = status !== "failed";
    if (status === "failed" && failure?.code === "crashed") this.place().hidden = true;
    if (status !== "loading") this.#bar = null;
    const loading = element("p", { id: "loading" }, TEXTS[this.#language].loading);
    this.#loading.replaceChildren(element("slot", { name: "loading" }, loading, ...(this.#bar ? [this.#bar] : [])));
    this.#error.replaceChildren(...(failure ? this.#message(failure) : []));
  }

  /** @param {ClaimCheckFailure} failure */
  #message(failure) {
    const words = TEXTS[this.#language];
    const told = failure.told(this.#language);
    const crashed = failure.code === "crashed";
    const message = element(
      "slot",
      { name: "error" },
      element("p", { class: "cc-failure-title" }, crashed ? words.stopped : words.title),
      element("p", {}, told.reader),
      element("p", { class: "cc-meta" }, `${words.owner} ${told.owner}`),
      // Where in the program it stopped tells nobody anything here; the event and the console have it.
      ...(crashed ? [] : [element("p", { class: "cc-meta", lang: "en" }, failure.message)]),
      element("p", { class: "cc-meta" }, `${words.code} ${failure.code}`),
    );
    const panel = element("div", { class: "cc-failure", role: "alert", "data-code": failure.code }, message);
    return crashed ? [panel, this.#form()] : [panel];
  }

  /** The text of the reader, and a way to go on with it. */
  #form() {
    const words = TEXTS[this.#language];
    const input = element("textarea", { class: "cc-input", part: "input", id: "again", rows: "2" });
    input.value = this.#shown.text;
    const form = element(
      "form",
      { class: "cc-question" },
      element("label", { class: "cc-label", for: "again" }, words.text),
      input,
      element("button", { class: "cc-button", part: "check-button", type: "submit" }, words.again),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#again(input.value);
    });
    return form;
  }
}
