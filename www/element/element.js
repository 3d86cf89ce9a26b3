// @ts-check
/** `<claim-check>`: the widget as a custom element. Its contract is at the top of `contract.js`. */

import { OBSERVED, choice, reflect, upgrade } from "./contract.js";
import { deferred } from "./deferred.js";
import { ClaimCheckFailure, failureOf } from "./failure.js";
import { Frame } from "./frame.js";
import { discard, program, runtime } from "./runtime.js";
import { hold } from "./searcher.js";
import { adopt, highlight } from "./styles.js";
import { mark } from "./states.js";
import { publish } from "./structured.js";
import { bytesOf, download } from "./stories.js";
import { languageOf } from "./texts.js";

/** @typedef {import("./runtime.js").Module} Module */
/** @typedef {import("./runtime.js").Mounted} Mounted */
/** @typedef {"idle" | "loading" | "ready" | "failed"} Status */

/** How far ahead of being seen it starts. */
const AHEAD = { auto: "100% 0%", lazy: "0px" };

/** The widget as an element. */
export class ClaimCheckElement extends HTMLElement {
  static observedAttributes = OBSERVED;
  /** Tells our class from another one of the same name, also when this file is loaded twice. */
  static isClaimCheck = true;

  #internals = this.attachInternals();
  #frame = new Frame(this.attachShadow({ mode: "open" }), (text) => void this.check(text).catch(() => {}));
  /** @type {Status} */
  #status = "idle";
  /** @type {ClaimCheckFailure | null} */
  #failure = null;
  #ready = deferred();
  /** Counts starts: what an overtaken one finds is dropped. */
  #turn = 0;
  /** @type {{module: Module, widget: Mounted} | null} */
  #mounted = null;
  /** @type {any} */
  #report = null;
  /** Whether it was asked for, not only found while the reader types. */
  #full = false;
  #waitsForUpdate = false;
  /** Where the story is searched, when that is in a worker. @type {import("./searcher.js").Hold | null} */
  #searcher = null;
  /** What the reader had typed when the element left the page or the program stopped. */
  #kept = "";
  /** @type {IntersectionObserver | null} */
  #sight = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #leaving;
  /** @type {{en?: string, it?: string}[]} */
  #examples = [];
  /** @type {{article: string, within: string} | null} */
  #host = null;
  /** @type {Uint8Array | null} */
  #storyData = null;

  constructor() {
    super();
    adopt(this.#frame.root);
  }

  connectedCallback() {
    clearTimeout(this.#leaving);
    upgrade(this);
    this.#frame.speak(languageOf(this), choice(this, "theme"));
    if (this.#status === "idle") this.#wait();
  }

  disconnectedCallback() {
    // A node that is moved comes back in the same task, and must keep what the reader typed.
    this.#leaving = setTimeout(() => this.#takeDown());
  }

  /** Nothing is to be done: the move leaves everything as it is. */
  connectedMoveCallback() {}

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (name === "claim") return this.#claimed(now);
    if (before === now) return;
    if (name === "story" || name === "worker") return this.#reload();
    if (name === "loading") return this.#status === "idle" && this.isConnected ? this.#wait() : undefined;
    this.#change();
  }

  get ready() {
    return this.#ready.promise;
  }

  get status() {
    return this.#status;
  }

  get failure() {
    return this.#failure;
  }

  get text() {
    return this.#frame.text || this.#kept;
  }

  get report() {
    return this.#report;
  }

  get examples() {
    return this.#examples;
  }

  set examples(examples) {
    this.#examples = examples ?? [];
    this.#change();
  }

  get host() {
    return this.#host;
  }

  set host(host) {
    this.#host = host ?? null;
    this.#change();
  }

  /** @returns {Uint8Array | null} */
  get storyData() {
    return this.#storyData;
  }

  /** @param {Uint8Array | ArrayBuffer | null} data */
  set storyData(data) {
    this.#storyData = data instanceof ArrayBuffer ? new Uint8Array(data) : (data ?? null);
    this.#reload();
  }

  /** @returns {Promise<any>} */
  async start() {
    if (!this.isConnected) throw new ClaimCheckFailure("not-connected", "the element is in no document");
    if (this.#status === "idle" || this.#status === "failed") this.#open();
    return this.ready;
  }

  /** @param {string} text */
  async check(text) {
    await this.start();
    if (!this.#mounted) throw this.#failure ?? new ClaimCheckFailure("not-connected", "the element was taken away");
    try {
      return await this.#ask(this.#mounted.widget, String(text));
    } catch (error) {
      throw failureOf(error);
    }
  }

  /** @param {string | URL | Uint8Array | ArrayBuffer | Response | Blob} source */
  async loadStory(source) {
    if (typeof source === "string" || source instanceof URL) {
      this.#storyData = null;
      this.setAttribute("story", String(source));
    } else {
      this.storyData = await bytesOf(source);
    }
    return this.start();
  }

  reset() {
    this.#kept = "";
    this.#answered(null);
    this.#mounted?.widget.reset();
  }

  showAnswer() {
    this.#mounted?.widget.showAnswer();
  }

  /** Starts when it is time to. */
  #wait() {
    this.#sight?.disconnect();
    const mode = choice(this, "loading");
    if (mode === "eager" || typeof IntersectionObserver === "undefined") return this.#open();
    const rootMargin = AHEAD[/** @type {keyof typeof AHEAD} */ (mode)];
    this.#sight = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting) && this.#status === "idle") this.#open();
      },
      { rootMargin },
    );
    this.#sight.observe(this);
  }

  /** Begins again with another story, if it began at all. */
  #reload() {
    if (this.#status !== "idle" && this.isConnected) this.#open();
  }

  #open() {
    this.#sight?.disconnect();
    const turn = ++this.#turn;
    if (this.#status !== "idle" && this.#status !== "loading") this.#ready = deferred();
    this.#become("loading");
    this.#begin(turn).catch((error) => {
      if (turn === this.#turn) this.#fail(failureOf(error));
    });
  }

  /** @param {number} turn */
  async #begin(turn) {
    const [module, { story, searcher }] = await Promise.all([runtime(), this.#obtain(turn)]);
    if (turn !== this.#turn) return searcher?.leave();
    this.#leave();
    this.#searcher = searcher;
    const info = this.#use(module, story);
    this.#become("ready");
    this.#ready.resolve(info);
    this.#tell("ready", { story: info });
  }

  /** @param {number} turn */
  async #obtain(turn) {
    const address = this.getAttribute("story");
    const load = () =>
      download(String(address), (progress) => {
        if (turn !== this.#turn) return;
        this.#frame.wait(progress);
        this.#tell("progress", progress);
      });
    const story = this.#storyData ?? (address ? await load() : null);
    const searcher = await hold(choice(this, "worker"), story, program);
    return { story: searcher ? await searcher.outline : story, searcher };
  }

  /** @param {Module} module @param {Uint8Array | null} story @returns {any} what is in the story */
  #use(module, story) {
    try {
      // Throws what is wrong with it. What is read here is shared by all elements.
      if (story) module.openStory(story);
      this.#answered(null);
      const known = this.#mounted && this.#mounted.module === module ? this.#mounted.widget : null;
      known?.update({ story, search: this.#search() });
      return (known ?? this.#mount(module, story)).storyInfo();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) discard(module);
      throw error;
    }
  }

  /** @param {Module} module @param {Uint8Array | null} story @returns {Mounted} */
  #mount(module, story) {
    const kept = this.#kept;
    this.#kept = "";
    const claim = kept ? undefined : this.getAttribute("claim") || undefined;
    const place = this.#frame.place();
    /** @type {Mounted} */
    let widget = null;
    widget = module.mount(place, {
      ...this.#options(),
      claim,
      story: story ?? null,
      search: this.#search(),
      // From a microtask, so that whatever a listener does never meets the program in the middle of something.
      onAnswer: (/** @type {any} */ report, /** @type {any} */ how) => queueMicrotask(() => this.#heard(widget, report, how)),
      onView: (/** @type {string} */ view) => queueMicrotask(() => this.#turned(widget, view)),
      onStop: (/** @type {string} */ message) => queueMicrotask(() => this.#crash(widget, message)),
    });
    this.#mounted = { module, widget };
    if (kept) this.#ask(widget, kept);
    return widget;
  }

  /** @returns {((text: string) => Promise<Uint8Array | null>) | null} how the widget searches, when not by itself */
  #search() {
    const searcher = this.#searcher;
    if (!searcher) return null;
    return async (text) => {
      /** @type {Uint8Array | null} */
      let found = null;
      try {
        found = await searcher.show(text);
      } catch (error) {
        if (this.#searcher === searcher && this.#mounted) this.#crash(this.#mounted.widget, failureOf(error).message);
      }
      // A program that stopped or a widget that is gone must not be called.
      return this.#searcher === searcher && this.#mounted ? found : new Promise(() => {});
    };
  }

  #options() {
    return {
      language: languageOf(this),
      theme: choice(this, "theme"),
      view: choice(this, "view"),
      reveal: choice(this, "reveal"),
      recents: choice(this, "recents"),
      permalink: this.hasAttribute("permalink"),
      selection: this.getAttribute("select") || null,
      examples: this.#examples,
      host: this.#host,
    };
  }

  /** Hands all changes of this task over at once. */
  #change() {
    if (this.#waitsForUpdate) return;
    this.#waitsForUpdate = true;
    queueMicrotask(() => {
      this.#waitsForUpdate = false;
      this.#frame.speak(languageOf(this), choice(this, "theme"));
      if (this.#host) highlight();
      try {
        this.#mounted?.widget.update(this.#options());
        this.#publish();
      } catch (error) {
        this.#tell("error", failureOf(error));
      }
    });
  }

  /** @param {Mounted} widget @param {string} text @returns {any} the report, or a promise of it */
  #ask(widget, text) {
    // Asking turns to the question; that the page did so is no news to it.
    if (choice(this, "view") !== "ask") this.setAttribute("view", "ask");
    if (!this.#searcher) return widget.check(text);
    widget.ask(text);
    const report = this.#searcher.find(text).then((found) => {
      if (this.#mounted?.widget === widget) return widget.read(found);
      throw new ClaimCheckFailure("not-connected", "the element was taken away");
    });
    // Whoever waits for it hears of a failure, and so does the widget, which searches for the same.
    report.catch(() => {});
    return report;
  }

  /** @param {string | null} text that the page set */
  #claimed(text) {
    if (text === null || !this.#mounted) return;
    this.#answered(null);
    this.#ask(this.#mounted.widget, text);
  }

  /** @param {Mounted} widget @param {any} report @param {{full?: boolean, byPage?: boolean}} how */
  #heard(widget, report, how) {
    if (this.#mounted?.widget !== widget || (!report && !this.#report)) return;
    this.#answered(report, how.full);
    if (!report) this.#tell("clear", null);
    else if (!how.byPage) this.#tell("result", { report, full: how.full });
  }

  /** @param {any} report that is shown from now on @param {boolean} [full] */
  #answered(report, full = false) {
    this.#report = report;
    this.#full = full;
    mark(this.#internals, "answered", report !== null);
    this.#publish();
  }

  #publish() {
    const wanted = this.#report && this.#full && this.hasAttribute("structured");
    const widget = wanted ? this.#mounted?.widget : null;
    publish(this, widget?.structuredData() ?? null);
  }

  /** @param {Mounted} widget @param {string} view */
  #turned(widget, view) {
    if (this.#mounted?.widget !== widget || view === choice(this, "view")) return;
    this.setAttribute("view", view);
    if (this.#status === "ready") this.#tell("view", { view });
  }

  /** @param {Mounted} widget @param {string} message */
  #crash(widget, message) {
    if (this.#mounted?.widget !== widget) return;
    if (this.#mounted) discard(this.#mounted.module);
    this.#kept = this.#frame.text;
    // The program must not be called any more, not even to be freed.
    /** @type {any} */ (widget).__destroy_into_raw?.();
    this.#mounted = null;
    this.#leave();
    this.#turn += 1;
    this.#fail(new ClaimCheckFailure("crashed", message));
  }

  #takeDown() {
    if (this.isConnected) return;
    this.#sight?.disconnect();
    this.#turn += 1;
    if (this.#mounted) {
      this.#kept = this.#frame.text;
      this.#mounted.widget.destroy();
      this.#mounted.widget.free();
      this.#mounted = null;
    }
    this.#leave();
    this.#answered(null);
    if (this.#status !== "idle" && this.#status !== "loading") this.#ready = deferred();
    this.#become("idle");
  }

  #leave() {
    this.#searcher?.leave();
    this.#searcher = null;
  }

  /** @param {ClaimCheckFailure} failure */
  #fail(failure) {
    this.#failure = failure;
    this.#answered(null);
    this.#become("failed", failure);
    if (failure.code !== "crashed") console.error(failure);
    // What is new in a crash is not the start: whoever waited for that has long been answered.
    if (failure.code === "crashed") this.#ready = deferred();
    this.#ready.reject(failure);
    this.#tell("error", failure);
  }

  /** @param {Status} status @param {ClaimCheckFailure} [failure] */
  #become(status, failure) {
    this.#status = status;
    this.#failure = failure ?? null;
    for (const name of /** @type {Status[]} */ (["loading", "ready", "failed"])) mark(this.#internals, name, status === name);
    this.#frame.show(status, failure, this.#kept);
  }

  /** @param {string} event @param {unknown} detail */
  #tell(event, detail) {
    this.dispatchEvent(new CustomEvent(`claim-check-${event}`, { detail, bubbles: true, composed: true }));
  }
}

reflect(ClaimCheckElement.prototype);
