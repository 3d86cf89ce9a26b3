// @ts-check

/** A promise with its ends. */
export function deferred() {
  /** @type {(info: any) => void} */
  let resolve = () => {};
  /** @type {(failure: unknown) => void} */
  let reject = () => {};
  const promise = new Promise((resolved, rejected) => ([resolve, reject] = [resolved, rejected]));
  // Whoever waits for it hears of a failure; a page that does not wait has the event.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
