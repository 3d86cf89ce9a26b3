// @ts-check
/** Compiled stories: loaded once for all elements of a page, and how far that is. */

import { ClaimCheckFailure } from "./failure.js";
import { watched } from "./policy.js";

/** Bytes that are there, and how many there will be where the server says so. @typedef {{loaded: number, total: number | null}} Progress */
/** @typedef {{story: Promise<Uint8Array>, progress: Progress, listeners: Set<(progress: Progress) => void>}} Download */

/** @type {Map<string, Download>} */
const downloads = new Map();

/**
 * @param {string} address
 * @param {(progress: Progress) => void} heard of what is there so far, from the start until all is
 * @returns {Promise<Uint8Array>} what is there; asked for again only after a failure
 */
export async function download(address, heard) {
  if (!URL.canParse(address, document.baseURI)) {
    throw new ClaimCheckFailure("story-not-found", `${address} is no address`);
  }
  const url = new URL(address, document.baseURI).href;
  const download = downloads.get(url) ?? begin(url);
  download.listeners.add(heard);
  heard(download.progress);
  try {
    return await download.story;
  } finally {
    download.listeners.delete(heard);
  }
}

/** @param {string} url @returns {Download} */
function begin(url) {
  /** @type {Download["listeners"]} */
  const listeners = new Set();
  const tell = (/** @type {Progress} */ progress) => {
    download.progress = progress;
    for (const heard of listeners) heard(progress);
  };
  /** @type {Download} */
  const download = { story: watched(() => request(url, tell)), progress: { loaded: 0, total: null }, listeners };
  downloads.set(url, download);
  download.story.catch(() => downloads.delete(url));
  return download;
}

/** @param {string} url @param {(progress: Progress) => void} tell */
async function request(url, tell) {
  const unreachable = (/** @type {Error} */ cause) => {
    throw new ClaimCheckFailure("story-not-found", `${url} could not be loaded: ${cause.message}`, { cause });
  };
  const response = await fetch(url).catch(unreachable);
  if (!response.ok) {
    throw new ClaimCheckFailure("story-not-found", `${url} could not be loaded: the server answered ${response.status}`);
  }
  return read(response, tell).catch(unreachable);
}

/** @param {Response} response @param {(progress: Progress) => void} tell */
async function read({ body, headers }, tell) {
  const length = Number(headers.get("content-length"));
  // What is packed on the way is longer once it is there than the server says.
  const total = length > 0 && !headers.has("content-encoding") ? length : null;
  /** @type {Uint8Array[]} */
  const pieces = [];
  let loaded = 0;
  const reader = body?.getReader();
  for (let piece; reader && !(piece = await reader.read()).done; ) {
    pieces.push(piece.value);
    loaded += piece.value.byteLength;
    tell({ loaded, total: total !== null && loaded <= total ? total : null });
  }
  const story = new Uint8Array(loaded);
  let at = 0;
  for (const piece of pieces) {
    story.set(piece, at);
    at += piece.byteLength;
  }
  return story;
}

/**
 * @param {Uint8Array | ArrayBuffer | Response | Blob} source
 * @returns {Promise<Uint8Array>}
 */
export async function bytesOf(source) {
  if (source instanceof Uint8Array) return source;
  return new Uint8Array(source instanceof ArrayBuffer ? source : await source.arrayBuffer());
}
