// @ts-check
/** Compiled stories: loaded once for all elements of a page. */

import { ClaimCheckFailure } from "./failure.js";
import { watched } from "./policy.js";

/** @type {Map<string, Promise<Uint8Array>>} */
const loaded = new Map();

/**
 * @param {string} address
 * @returns {Promise<Uint8Array>} what is there; asked for again only after a failure
 */
export async function download(address) {
  if (!URL.canParse(address, document.baseURI)) {
    throw new ClaimCheckFailure("story-not-found", `${address} is no address`);
  }
  const url = new URL(address, document.baseURI).href;
  const known = loaded.get(url);
  if (known) return known;
  const story = watched(() => request(url));
  loaded.set(url, story);
  story.catch(() => loaded.delete(url));
  return story;
}

/** @param {string} url */
async function request(url) {
  const unreachable = (/** @type {Error} */ cause) => {
    throw new ClaimCheckFailure("story-not-found", `${url} could not be loaded: ${cause.message}`, { cause });
  };
  const response = await fetch(url).catch(unreachable);
  if (!response.ok) {
    throw new ClaimCheckFailure("story-not-found", `${url} could not be loaded: the server answered ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer().catch(unreachable));
}

/**
 * @param {Uint8Array | ArrayBuffer | Response | Blob} source
 * @returns {Promise<Uint8Array>}
 */
export async function bytesOf(source) {
  if (source instanceof Uint8Array) return source;
  return new Uint8Array(source instanceof ArrayBuffer ? source : await source.arrayBuffer());
}
