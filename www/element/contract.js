// @ts-check
/**
 * `<claim-check>`: the widget as a custom element. This comment is its contract.
 *
 * ## Attributes. Each has a property of the same name and may change at any time.
 *
 * | attribute    | values                                 | default       | does                                                      |
 * | ------------ | -------------------------------------- | ------------- | --------------------------------------------------------- |
 * | `story`      | address of a compiled story            | built-in one  | the story that claims are checked against                 |
 * | `lang`       | `en`, `it`, also with a region         | of an ancestor, else `en` | language of the interface                     |
 * | `theme`      | `system`, `light`, `dark`              | `system`      | colours                                                   |
 * | `claim`      | text                                   |               | asked at once and whenever it is set; empty text clears   |
 * | `loading`    | `auto`, `lazy`, `eager`                | `auto`        | when it starts: within one window's height of being seen, when it is seen, at once |
 * | `reveal`     | `auto`, `interaction`, `manual`        | `interaction` | when the full answer shows: while the reader types, once asked for, on `showAnswer()` |
 * | `view`       | `ask`, `explore`                       | `ask`         | what is shown; follows the reader                         |
 * | `recents`    | `visit`, `keep`, `off`                 | `visit`       | which claims the reader can go back to: those of this visit; also of earlier ones, kept in the reader's browser until the reader forgets them; none |
 * | `select`     | selector                               |               | text of the page that readers may select and check        |
 * | `permalink`  | boolean                                | off           | the fragment of the page's address names the claim asked  |
 * | `worker`     | `auto`, `on`, `off`                    | `auto`        | whether the story is searched in a worker: from 4 MB on, always, never |
 * | `structured` | boolean                                | off           | the claim asked stands in the page as a schema.org `Claim`; where trusted types are required, by a policy `claim-check` |
 *
 * ## Properties without an attribute
 *
 * | property    | type                                              | does                                                |
 * | ----------- | ------------------------------------------------- | --------------------------------------------------- |
 * | `examples`  | `{en?: string, it?: string}[]`                    | claims to try; none given: some of the story's own  |
 * | `host`      | `{article: string, within: string}` or `null`     | the article that the page is, and where its text is |
 * | `storyData` | `Uint8Array`, `ArrayBuffer` or `null`             | a compiled story; goes before `story`               |
 * | `ready`     | `Promise<StoryInfo>`, read only                   | settled once it can be used; a new one with each new start |
 * | `status`    | `"idle" \| "loading" \| "ready" \| "failed"`, read only | where it stands                               |
 * | `failure`   | `ClaimCheckFailure` or `null`, read only          | why it failed                                       |
 * | `text`      | `string`, read only                               | what is in the input                                |
 * | `report`    | `Report` or `null`, read only                     | the answer                                          |
 *
 * ## Methods. Each starts the element if need be; it must be in a document.
 *
 * | method              | returns              | does                                                                    |
 * | ------------------- | -------------------- | ----------------------------------------------------------------------- |
 * | `start()`           | `Promise<StoryInfo>` | starts now, whatever `loading` says, or again after a failure           |
 * | `check(text)`       | `Promise<Report>`    | puts the text into the input and answers it in full                     |
 * | `loadStory(source)` | `Promise<StoryInfo>` | an address sets `story`, bytes set `storyData`; a `Response` or `Blob` is read |
 * | `reset()`           | `void`               | no text, no answer, no claims of before                                 |
 * | `showAnswer()`      | `void`               | shows the answer that `reveal="manual"` keeps back                      |
 *
 * ## Events. All bubble and are composed; none tells of what the page itself did.
 *
 * | event                | detail                              | when                                            |
 * | -------------------- | ----------------------------------- | ----------------------------------------------- |
 * | `claim-check-progress` | `{loaded: number, total: number \| null}` | so many bytes of the story are there, of so many where that is known |
 * | `claim-check-ready`  | `{story: StoryInfo}`                | it can be used                                  |
 * | `claim-check-result` | `{report: Report, full: boolean}`   | the reader has an answer; `full` when asked for |
 * | `claim-check-clear`  | none                                | the reader emptied the input                    |
 * | `claim-check-view`   | `{view: "ask" \| "explore"}`        | the reader chose a view                         |
 * | `claim-check-error`  | `ClaimCheckFailure`                 | it failed; `code` as in `failure.js`            |
 *
 * ## Slots
 *
 * | slot      | holds                                                        |
 * | --------- | ------------------------------------------------------------ |
 * | `heading` | a heading; none of its own is seen                           |
 * | `loading` | what is shown while it loads                                 |
 * | `error`   | the message of a failure                                     |
 * | `empty`   | the invitation while nothing is asked                        |
 * | `footer`  | what is below everything                                     |
 *
 * All other children are the fallback: seen without JavaScript, and below the message of a failure.
 *
 * ## Parts, states, custom properties
 *
 * Parts: `base`, `loading`, `progress`, `error`, `widget`, `tabs`, `tab`, `tab-chosen`, `panel`, `question`, `input`, `clear-button`,
 * `check-button`, `example`, `answer`, `summary`, `article-title`, `verdict`.
 * States, for `:state()`: `loading`, `ready`, `failed`, `answered`.
 * Custom properties: every `--cc-*` at the top of `www/claim-check/base.css`, set on the element, `--cc-reserve`, the height
 * it has at least (`0`), and `--cc-size`, the size of its text (`medium`: as the reader's browser is set).
 */

/** Attributes with a fixed set of values, the default one first. */
export const CHOICES = {
  theme: ["system", "light", "dark"],
  loading: ["auto", "lazy", "eager"],
  reveal: ["interaction", "auto", "manual"],
  view: ["ask", "explore"],
  recents: ["visit", "keep", "off"],
  worker: ["auto", "on", "off"],
};
/** Attributes that are text. */
export const TEXTS = ["story", "claim", "select"];
/** Attributes that are there or not. */
export const FLAGS = ["permalink", "structured"];
/** Properties that may have been set before the element was defined. */
const EARLY = [...Object.keys(CHOICES), ...TEXTS, ...FLAGS, "examples", "host", "storyData"];
/** Attributes whose changes are heard of. */
export const OBSERVED = ["lang", ...Object.keys(CHOICES), ...TEXTS, ...FLAGS];

/**
 * @param {Element} element
 * @param {string} name of an attribute of `CHOICES`
 * @returns {string} its value, the default one where it has none of the set
 */
export function choice(element, name) {
  const values = /** @type {Record<string, string[]>} */ (CHOICES)[name];
  const value = element.getAttribute(name)?.trim().toLowerCase() ?? "";
  return values.includes(value) ? value : values[0];
}

/**
 * Properties that a page set before the element was defined are own ones; they must go through our setters.
 * @param {any} element
 */
export function upgrade(element) {
  for (const name of EARLY) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

/**
 * Gives a class a property for each attribute.
 * @param {HTMLElement} prototype
 */
export function reflect(prototype) {
  /** @type {(name: string, get: (element: HTMLElement) => unknown, set: (element: HTMLElement, value: any) => void) => void} */
  const property = (name, get, set) => {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return get(this);
      },
      set(value) {
        set(this, value);
      },
    });
  };
  const write = (/** @type {string} */ name) => (/** @type {HTMLElement} */ element, /** @type {unknown} */ value) =>
    void (value === null || value === undefined
      ? element.removeAttribute(name)
      : element.setAttribute(name, String(value)));
  for (const name of TEXTS) property(name, (element) => element.getAttribute(name) ?? "", write(name));
  for (const name of Object.keys(CHOICES)) property(name, (element) => choice(element, name), write(name));
  for (const name of FLAGS) {
    property(
      name,
      (element) => element.hasAttribute(name),
      (element, value) => element.toggleAttribute(name, Boolean(value)),
    );
  }
}
