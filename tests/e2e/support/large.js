// @ts-check
/** A story so large that it is searched in a worker, made of the built-in one. */

import { compiledStory } from "./pages.js";

/** As in www/element/searcher.js. */
export const LARGE = 4_000_000;

/** Magic and version come first, then the checksum of all that follows. */
const SUM_AT = 6;
const BODY_AT = 14;

/** @param {Uint8Array} bytes @returns {[number, number]} FNV-1a as `src/story/packing.rs` has it, the lower half first */
function checksum(bytes) {
  let [low, high] = [0x8422_2325, 0xcbf2_9ce4];
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    // By 2^40 + 0x1b3.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return [low, high];
}

/** @returns {Promise<Buffer>} the built-in story with room behind it, which whoever reads it passes over */
export async function largeStory() {
  const story = await compiledStory();
  const large = Buffer.concat([story, Buffer.alloc(Math.max(0, LARGE + 1 - story.length))]);
  checksum(large.subarray(BODY_AT)).forEach((half, at) => large.writeUInt32LE(half, SUM_AT + 4 * at));
  return large;
}
