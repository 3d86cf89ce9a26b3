// @ts-check
/**
 * What runs in the worker: the program with one story. The page sends the program and the story first, then texts, each
 * after the answer to the one before; `searcher.js` is the other end.
 */

import { create } from "claim-check:glue";

/** @type {any} */
let searcher;

/** @param {{program?: WebAssembly.Module, story?: Uint8Array | null, text?: string}} asked @returns {Promise<unknown>} */
async function answered({ program, story, text }) {
  if (program) {
    const module = create();
    await module.default({ module_or_path: program });
    searcher = module.Searcher.open(story ?? undefined);
    return { outline: searcher.outline() };
  }
  return { found: searcher.search(text) };
}

addEventListener("message", async ({ data }) => {
  // An error does not keep its code on the way.
  const answer = await answered(data).catch((error) => ({
    failure: { code: error?.code, message: String(error?.message ?? error) },
  }));
  postMessage(answer);
});
