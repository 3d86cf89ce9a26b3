// @ts-check
/**
 * The page as a reader knows it: what is on it, by role and name, and what one does with it.
 *
 * All knowledge of how the page is built is here. Articles are found by `data-article`, everything else by what a
 * screen reader would say.
 */

import { WORDS } from "./words.js";

/** @typedef {import("./words.js").Language} Language */
/** @typedef {import("./words.js").Letter} Letter */
/** @typedef {import("playwright-core").Locator} Locator */

/** The page with the widget, in one language of the interface. */
export class Checker {
  /**
   * @param {import("playwright-core").Page} page
   * @param {string} url of the page
   * @param {Language} language
   * @param {import("./watch.js").Watch} watch
   */
  constructor(page, url, language, watch) {
    this.page = page;
    this.url = url;
    this.language = language;
    this.watch = watch;
  }

  get words() {
    return WORDS[this.language];
  }

  get input() {
    return this.page.getByRole("textbox", { name: this.words.input });
  }

  get checkButton() {
    return this.page.getByRole("button", { name: this.words.check, exact: true });
  }

  get clearButton() {
    return this.page.getByRole("button", { name: this.words.clear, exact: true });
  }

  get answer() {
    return this.page.getByRole("region", { name: this.words.answer, exact: true });
  }

  /** The sentence that sums the answer up; it is there exactly while an answer is. */
  get summary() {
    return this.answer.locator("h3.cc-summary");
  }

  /** The same sentence, of the full answer only: the compact one while typing cannot have the focus. */
  get full() {
    return this.answer.locator("h3.cc-summary[tabindex]");
  }

  /** The view in which the story is explored. */
  get overview() {
    return this.page.getByRole("tabpanel", { name: this.words.explore });
  }

  get rows() {
    return this.answer.locator("[data-article]");
  }

  get invitation() {
    return this.answer.getByText(this.words.invitation);
  }

  get examples() {
    return this.answer.locator(".cc-example");
  }

  get status() {
    return this.page.getByRole("status");
  }

  /** @param {string} id of an article, `000` to `004` */
  row(id) {
    return this.answer.locator(`[data-article="${id}"]`);
  }

  /**
   * Opens the page and waits until it can be used.
   * @param {string} [address] what follows the address of the site
   */
  async open(address = `?lang=${this.language}`) {
    await this.page.goto(this.url + address);
    await this.input.waitFor();
  }

  /** @param {Language} language that the reader switches to */
  async speak(language) {
    this.language = language;
    await this.page.getByRole("button", { name: language === "en" ? "English" : "Italiano", exact: true }).click();
    await this.input.waitFor();
  }

  /** @param {string} claim that is asked with Enter, from a clean sheet so that no earlier answer is taken for it */
  async ask(claim) {
    if ((await this.input.inputValue()) !== "") await this.clear();
    await this.input.fill(claim);
    await this.input.press("Enter");
    await this.full.waitFor();
  }

  /** Changes to the view in which a claim is asked. */
  async question() {
    await this.page.getByRole("tab", { name: this.words.ask, exact: true }).click();
    await this.input.waitFor();
  }

  /** Changes to the view in which the story is explored. */
  async explore() {
    await this.page.getByRole("tab", { name: this.words.explore }).click();
    await this.overview.waitFor();
  }

  async clear() {
    await this.clearButton.click();
    await this.invitation.waitFor();
  }

  /** @returns {Promise<string>} the verdicts of the articles in order, such as `SDBOO` */
  async verdicts() {
    const shown = await this.rows.locator(".cc-badge").allInnerTexts();
    // An answer that nothing covers has no rows: every article omits it.
    if (shown.length === 0) return "O".repeat((await this.tally()).O ?? 0);
    return shown.map((word) => this.letter(word)).join("");
  }

  /** @returns {Promise<Partial<Record<Letter, number>>>} how many articles have each verdict */
  async tally() {
    const shown = await this.answer.locator(".cc-count").allInnerTexts();
    return Object.fromEntries(
      shown.map((text) => {
        const [, word, count] = /^(.*?)\s*(\d+)$/s.exec(text.trim()) ?? [];
        return [this.letter(word ?? text), Number(count)];
      }),
    );
  }

  /** @param {string} word of a verdict @returns {Letter} */
  letter(word) {
    const found = Object.entries(this.words.verdicts).find(([, name]) => name === word.trim());
    if (!found) throw new Error(`expected the word of a verdict, found “${word}”`);
    return /** @type {Letter} */ (found[0]);
  }
}
