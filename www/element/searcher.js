// @ts-check
/**
 * A large story in a worker, so that neither reading it nor searching it keeps the page from anything. One worker for all
 * elements with the same story; where a page lets us have none, everything is done as for a small one.
 */

import { integrity } from "claim-check:worker";

import { ClaimCheckFailure } from "./failure.js";
import { location } from "./runtime.js";
import { trusted } from "./trusted.js";

/**
 * From how many bytes on a compiled story is searched in a worker by `worker="auto"`. The built-in story has a quarter of that
 * and is answered while one types; 0 would make every page load the worker, far above phones stand still.
 */
export const LARGE = 4_000_000;

/** Whether this page let us have no worker, so that it is not asked again. */
let refused = false;

/** @typedef {{resolve: (found: Uint8Array | null) => void, reject: (failure: ClaimCheckFailure) => void}} Ends */
/** @typedef {Ends & {text: string, promise: Promise<Uint8Array | null>, wanting: Set<object>}} Search */

/** The searchers in use, by their stories; `null` stands for the built-in one. @type {Map<Uint8Array | null, Searcher>} */
const open = new Map();

/**
 * @param {string} choice the attribute `worker`
 * @param {Uint8Array | null} story
 * @param {() => Promise<WebAssembly.Module>} program
 * @returns {Promise<Hold | null>} a hold on the searcher of the story; none where it is searched on the page's own thread
 */
export async function hold(choice, story, program) {
  if (choice === "off" || (choice === "auto" && (story?.byteLength ?? 0) < LARGE)) return null;
  if (refused || !isPossible()) return null;
  const searcher = open.get(story) ?? new Searcher(story, program);
  open.set(story, searcher);
  const held = new Hold(searcher);
  try {
    await searcher.outline;
    return held;
  } catch (error) {
    held.leave();
    if (error instanceof ClaimCheckFailure) throw error;
    refused = true;
    return null;
  }
}

/** Whether there may be a worker: browsers load one from the page's own site only. What is certain to be refused is not tried. */
function isPossible() {
  if (typeof Worker !== "function" || !URL.canParse(location.worker)) return false;
  const { origin, protocol } = new URL(location.worker);
  return protocol !== "file:" && origin === globalThis.origin;
}

/** @param {(failed: ErrorEvent) => void} onError @returns {Promise<Worker>} */
async function start(onError) {
  // Browsers check no integrity of a worker; this is how an exchanged file, or one of another release, is noticed.
  if (integrity) await fetch(location.worker, { integrity });
  const policy = trusted();
  if (!policy) throw new Error("the page allows no trusted type");
  const started = new Worker(policy.createScriptURL(location.worker), { name: "claim-check" });
  started.addEventListener("error", onError);
  return started;
}

/** A worker with one story. */
class Searcher {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Set<Hold>} */
  holds = new Set();
  /** Searches in their order, the one under way first. @type {Search[]} */
  #searches = [];
  /** The last one that was answered. @type {Search | null} */
  #last = null;
  /** @type {(answer: any) => void} */
  #heard = () => {};
  /** @type {(failure: Error) => void} */
  #failed = () => {};

  /**
   * @param {Uint8Array | null} story
   * @param {() => Promise<WebAssembly.Module>} program
   */
  constructor(story, program) {
    this.story = story;
    /** What the page needs of the story, as a story. @type {Promise<Uint8Array>} */
    this.outline = this.#open(program);
    this.outline.catch(() => this.end());
  }

  /** @param {() => Promise<WebAssembly.Module>} program */
  async #open(program) {
    /** @type {Promise<any>} */
    const answer = new Promise((resolve, reject) => ([this.#heard, this.#failed] = [resolve, reject]));
    answer.catch(() => {});
    const worker = await start((event) => this.#broken(event));
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => this.#heard(data));
    worker.postMessage({ program: await program(), story: this.story });
    const { outline, failure } = await answer;
    // What has a code is a failure of the story; what has none, one of this way of searching.
    if (failure) throw failure.code ? new ClaimCheckFailure(failure.code, failure.message) : new Error(failure.message);
    this.#heard = (data) => this.#answered(data);
    this.#failed = (error) => this.#stop(error.message);
    return outline;
  }

  /** @param {ErrorEvent} event */
  #broken(event) {
    event.preventDefault();
    this.#failed(new Error(event.message ?? "the worker could not be loaded"));
  }

  /**
   * @param {string} text
   * @param {object} wanting who wants the answer
   * @returns {Promise<Uint8Array | null>} the answer, or nothing when nobody wants it any more before its turn
   */
  search(text, wanting) {
    const known = [...this.#searches, ...(this.#last ? [this.#last] : [])].find((search) => search.text === text);
    if (known) {
      known.wanting.add(wanting);
      return known.promise;
    }
    /** @type {Ends} */
    let ends = { resolve: () => {}, reject: () => {} };
    /** @type {Promise<Uint8Array | null>} */
    const promise = new Promise((resolve, reject) => (ends = { resolve, reject }));
    promise.catch(() => {});
    this.#searches.push({ ...ends, text, promise, wanting: new Set([wanting]) });
    if (this.#searches.length === 1) this.#next();
    return promise;
  }

  /** @param {object} wanting who wants none of its answers any more, but for one to a text @param {string} [text] */
  forget(wanting, text) {
    for (const search of this.#searches) if (search.text !== text) search.wanting.delete(wanting);
    const [current, ...waiting] = this.#searches;
    const dropped = waiting.filter((search) => search.wanting.size === 0);
    if (current) this.#searches = [current, ...waiting.filter((search) => search.wanting.size > 0)];
    for (const search of dropped) search.resolve(null);
  }

  #next() {
    const [search] = this.#searches;
    if (search) this.#worker?.postMessage({ text: search.text });
  }

  /** @param {{found?: Uint8Array, failure?: {message: string}}} answer */
  #answered({ found, failure }) {
    if (!found) return this.#stop(failure?.message ?? "the worker sent no answer");
    this.#last = this.#searches.shift() ?? null;
    this.#last?.resolve(found);
    this.#next();
  }

  /** @param {string} message the program in the worker stopped on a fault of its own */
  #stop(message) {
    const failure = new ClaimCheckFailure("crashed", message);
    const searches = this.#searches.splice(0);
    this.end();
    for (const search of searches) search.reject(failure);
  }

  end() {
    if (open.get(this.story) === this) open.delete(this.story);
    this.#worker?.terminate();
    this.#worker = null;
  }
}

/** One element's hold on a searcher. The worker ends with the last of them. */
export class Hold {
  #searcher;

  /** @param {Searcher} searcher */
  constructor(searcher) {
    this.#searcher = searcher;
    searcher.holds.add(this);
  }

  get outline() {
    return this.#searcher.outline;
  }

  /**
   * Searches for the widget, which shows one answer at a time: one to an earlier text is dropped, if it is not yet under way.
   * @param {string} text
   */
  show(text) {
    this.#searcher.forget(this, text);
    return this.#searcher.search(text, this);
  }

  /**
   * Searches for whoever waits for that very answer.
   * @param {string} text
   * @returns {Promise<Uint8Array>}
   */
  async find(text) {
    return /** @type {Uint8Array} */ (await this.#searcher.search(text, {}));
  }

  leave() {
    this.#searcher.forget(this);
    this.#searcher.holds.delete(this);
    if (this.#searcher.holds.size === 0) this.#searcher.end();
  }
}
