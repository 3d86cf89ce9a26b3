// @ts-check
/**
 * The program: fetched and compiled once, one instance for all elements of a page, a fresh one after a fault.
 *
 * `claim-check:...` are written by the build, see `xtask/bundle/`.
 */

import { create } from "claim-check:glue";
import { integrity, unpack, url } from "claim-check:wasm";
import { worker } from "claim-check:worker";

import { ClaimCheckFailure } from "./failure.js";
import { watched } from "./policy.js";

/** What wasm-bindgen makes of `src/web/`. @typedef {any} Module */
/** `Mounted` of it. @typedef {any} Mounted */

/** @type {Promise<Module> | undefined} */
let current;
/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/**
 * Where the program and its worker are fetched from, the latter empty where there is none; a page that keeps them elsewhere
 * sets other addresses before the first start.
 */
export const location = { wasm: url, worker };

/** @returns {Promise<Module>} the instance that all elements share */
export function runtime() {
  current ??= start().catch((error) => {
    current = undefined;
    throw error;
  });
  return current;
}

/** @returns {Promise<WebAssembly.Module>} the program as it was compiled, for a worker */
export async function program() {
  await runtime();
  return /** @type {Promise<WebAssembly.Module>} */ (compiled);
}

/**
 * Lets the next start make a fresh instance.
 * @param {Module} stopped
 */
export function discard(stopped) {
  const mine = current;
  void mine?.then((module) => {
    if (module === stopped && current === mine) current = undefined;
  });
}

/** @returns {Promise<Module>} */
async function start() {
  if (typeof WebAssembly !== "object" || !("adoptedStyleSheets" in Document.prototype)) {
    throw new ClaimCheckFailure("unsupported-browser", "WebAssembly or constructable style sheets are missing");
  }
  compiled ??= watched(compile).catch((error) => {
    compiled = undefined;
    throw error;
  });
  const module = create();
  await module.default({ module_or_path: await compiled });
  return module;
}

/** @returns {Promise<WebAssembly.Module>} */
async function compile() {
  if (unpack) return WebAssembly.compile(await unpack());
  const address = location.wasm;
  const response = await fetch(address, { integrity }).catch((cause) => explain(address, cause));
  try {
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof WebAssembly.CompileError && !/Content.Security.Policy|unsafe-eval|CSP/i.test(error.message)) {
      // The bytes are the right ones, so it is the browser that lacks something.
      throw new ClaimCheckFailure("unsupported-browser", error.message, { cause: error });
    }
    throw error;
  }
}

/**
 * Browsers tell a page the same of every failed request with an integrity; without it they say more.
 * @param {string} address
 * @param {Error} cause
 * @returns {Promise<never>}
 */
async function explain(address, cause) {
  const failed = (/** @type {string} */ code, /** @type {string} */ message) =>
    new ClaimCheckFailure(code, `${address} ${message}`, { cause });
  const response = await fetch(address, { cache: "no-store" }).catch((error) => {
    throw failed("wasm-not-found", `could not be loaded: ${error.message}`);
  });
  void response.body?.cancel();
  if (!response.ok) throw failed("wasm-not-found", `could not be loaded: the server answered ${response.status}`);
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("text/")) throw failed("wrong-mime", `was sent with the MIME type ${type}`);
  throw failed("integrity-mismatch", `is not the file that belongs to this script: ${cause.message}`);
}
