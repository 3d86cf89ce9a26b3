/** Types of the element. The build adds those of the program (`Report` and others) from `src/web/types.rs`. */

/** A failure with a stable code. The message is technical and in English. */
export declare class ClaimCheckFailure extends Error {
  readonly code:
    | "unsupported-browser"
    | "csp-blocked"
    | "wasm-not-found"
    | "wrong-mime"
    | "integrity-mismatch"
    | "story-not-found"
    | "story-invalid"
    | "story-version"
    | "crashed"
    | "bad-options"
    | "not-connected"
    | "failed";
  /** What the owner of the site should do, in English. */
  readonly hint: string;
  /** What the reader should know, and what the owner of the site should do. */
  told(language: "en" | "it"): { reader: string; owner: string };
}

/** Events of `<claim-check>`. All bubble and are composed; none tells of what the page itself did. */
export interface ClaimCheckEventMap {
  /** So many bytes of the story are there, of so many where that is known. */
  "claim-check-progress": CustomEvent<{ loaded: number; total: number | null }>;
  /** It can be used. */
  "claim-check-ready": CustomEvent<{ story: StoryInfo }>;
  /** The reader has an answer; `full` when asked for. */
  "claim-check-result": CustomEvent<{ report: Report; full: boolean }>;
  /** The reader emptied the input. */
  "claim-check-clear": CustomEvent<null>;
  /** The reader chose a view. */
  "claim-check-view": CustomEvent<{ view: "ask" | "explore" }>;
  /** It failed. */
  "claim-check-error": CustomEvent<ClaimCheckFailure>;
}

/** The element `<claim-check>`. */
export declare class ClaimCheckElement extends HTMLElement {
  static readonly observedAttributes: readonly string[];
  static readonly isClaimCheck: true;
  /** Address of a compiled story; empty for the built-in one. */
  story: string;
  /** Colours. */
  get theme(): "system" | "light" | "dark";
  set theme(theme: string | null);
  /** A claim that is asked at once and whenever it is set; empty text clears. */
  claim: string;
  /** When it starts. */
  get loading(): "auto" | "lazy" | "eager";
  set loading(loading: string | null);
  /** When the full answer shows. */
  get reveal(): "interaction" | "auto" | "manual";
  set reveal(reveal: string | null);
  /** What is shown. */
  get view(): "ask" | "explore";
  set view(view: string | null);
  /** Which claims the reader can go back to: of this visit, also those kept in the browser from earlier ones, none. */
  get recents(): "visit" | "keep" | "off";
  set recents(recents: string | null);
  /** Whether the story is searched in a worker: from 4 MB on, always, never. */
  get worker(): "auto" | "on" | "off";
  set worker(worker: string | null);
  /** Selector of text of the page that readers may select and check. */
  select: string;
  /** Whether the fragment of the page's address names the claim asked. */
  permalink: boolean;
  /** Whether the claim asked stands in the page as a schema.org `Claim`. */
  structured: boolean;
  /** Claims to try. */
  examples: { en?: string; it?: string }[];
  /** The article that the page is, and where its text is. */
  host: { article: string; within: string } | null;
  /** A compiled story; goes before `story`. */
  get storyData(): Uint8Array | null;
  set storyData(data: Uint8Array | ArrayBuffer | null);
  /** Settled once it can be used; a new one with each new start. */
  readonly ready: Promise<StoryInfo>;
  /** Where it stands. */
  readonly status: "idle" | "loading" | "ready" | "failed";
  /** Why it failed. */
  readonly failure: ClaimCheckFailure | null;
  /** What is in the input. */
  readonly text: string;
  /** The answer. */
  readonly report: Report | null;
  /** Starts now, whatever `loading` says, or again after a failure. */
  start(): Promise<StoryInfo>;
  /** Puts the text into the input and answers it in full. */
  check(text: string): Promise<Report>;
  /** Loads a compiled story. */
  loadStory(source: string | URL | Uint8Array | ArrayBuffer | Response | Blob): Promise<StoryInfo>;
  /** No text, no answer, no claims of before; what is kept in the browser stays there for the next visit. */
  reset(): void;
  /** Shows the answer that `reveal="manual"` keeps back. */
  showAnswer(): void;
  addEventListener<K extends keyof ClaimCheckEventMap>(
    type: K,
    listener: (this: ClaimCheckElement, event: ClaimCheckEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ClaimCheckElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ClaimCheckEventMap>(
    type: K,
    listener: (this: ClaimCheckElement, event: ClaimCheckEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** Registers the element; whether the name is that of our element now. */
export declare function define(name?: string): boolean;

/** Where the program and its worker are fetched from; a page that keeps them elsewhere sets other addresses before the first
 * start. Browsers take a worker from the page's own site only. */
export declare const location: { wasm: string; worker: string };

/** The program itself, the instance that all elements share. */
export declare function runtime(): Promise<Program>;

/** What the program does without an element. */
export interface Program {
  /** Checks a claim against the built-in story, or the last that `loadStory` took. */
  check(text: string, options?: CheckOptions): Report;
  /** Loads a compiled story, which `check` uses from now on. */
  loadStory(bytes: Uint8Array): StoryInfo;
  /** Says what is in a compiled story. */
  openStory(bytes: Uint8Array): StoryInfo;
}

declare global {
  interface HTMLElementTagNameMap {
    "claim-check": ClaimCheckElement;
  }
  interface HTMLElementEventMap extends ClaimCheckEventMap {}
  interface DocumentEventMap extends ClaimCheckEventMap {}
  interface WindowEventMap extends ClaimCheckEventMap {}
}
