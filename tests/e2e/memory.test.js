// @ts-check
/** Nothing grows: neither with checks nor with elements that come and go. Counted, never timed. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";
import { SCRIPT, STRUCTURED, openPage } from "./support/pages.js";

/** Checks in all and those before the first look, by which everything that is made once has been made. */
const CHECKS = 1_000;
const MOUNTS = 100;
const WARM = 20;
const CLAIMS = ["Doubao was launched in August 2023", "ByteDance ordered 200,000 Huawei chips", "xyzzy", ""];

/**
 * Hands out the memory of every instance, through the one door it has.
 * @param {import("playwright-core").Page} page
 */
async function watchMemory(page) {
  await page.addInitScript(() => {
    const memories = /** @type {WebAssembly.Memory[]} */ ([]);
    const { instantiate } = WebAssembly;
    /** @type {any} */ (WebAssembly).instantiate = async (/** @type {any} */ module, /** @type {any} */ imports) => {
      const made = /** @type {any} */ (await instantiate(module, imports));
      memories.push((made.instance ?? made).exports.memory);
      return made;
    };
    Object.assign(globalThis, { pages: () => memories.map((memory) => memory.buffer.byteLength / 65_536) });
  });
}

/** @param {import("playwright-core").Page} page */
async function counted(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  await session.detach();
  return { nodes, listeners: jsEventListeners, pages: /** @type {number[]} */ (await page.evaluate("pages()")) };
}

check("a thousand checks leave memory, nodes and listeners as they are", { opened: false }, async (checker) => {
  const { page } = checker;
  await watchMemory(page);
  await openPage(checker, `<claim-check></claim-check>${SCRIPT}`);
  await checker.input.waitFor();
  const checks = (/** @type {number} */ count) =>
    page.evaluate(
      async ({ count, claims }) => {
        const element = /** @type {any} */ (document.querySelector("claim-check"));
        for (let at = 0; at < count; at += 1) {
          await element.check(claims[at % claims.length]);
          // Drawn before the next one, as a reader would have it.
          await new Promise((drawn) => setTimeout(drawn));
        }
      },
      { count, claims: CLAIMS },
    );
  await checks(WARM);
  const before = await counted(page);
  await checks(CHECKS - WARM);
  const after = await counted(page);
  assert.equal(after.pages.length, 1);
  assert.ok(after.pages[0] <= before.pages[0] + 1, `pages of wasm memory: ${before.pages} then ${after.pages}`);
  assert.ok(after.nodes <= before.nodes + 50, `nodes: ${before.nodes} then ${after.nodes}`);
  assert.ok(after.listeners <= before.listeners, `listeners: ${before.listeners} then ${after.listeners}`);
});

check("a hundred elements that come and go leave nothing behind", { opened: false }, async (checker) => {
  const { page, watch } = checker;
  await watchMemory(page);
  await openPage(checker, `<main></main>${SCRIPT}`, { policy: STRUCTURED });
  const mounts = (/** @type {number} */ count) =>
    page.evaluate(
      async ({ count, claims }) => {
        const main = /** @type {HTMLElement} */ (document.querySelector("main"));
        for (let at = 0; at < count; at += 1) {
          const element = /** @type {any} */ (document.createElement("claim-check"));
          Object.assign(element, { permalink: true, structured: true, select: "main", loading: "eager" });
          main.append(element);
          await element.check(claims[at % claims.length]);
          element.remove();
          while (element.status !== "idle") await new Promise((later) => setTimeout(later));
        }
      },
      { count, claims: CLAIMS },
    );
  await page.evaluate(() => customElements.whenDefined("claim-check"));
  await mounts(WARM);
  const before = await counted(page);
  await mounts(MOUNTS - WARM);
  const after = await counted(page);
  assert.equal(after.pages.length, 1, "one instance for all");
  assert.ok(after.pages[0] <= before.pages[0] + 1, `pages of wasm memory: ${before.pages} then ${after.pages}`);
  assert.ok(after.nodes <= before.nodes + 50, `nodes: ${before.nodes} then ${after.nodes}`);
  assert.ok(after.listeners <= before.listeners, `listeners: ${before.listeners} then ${after.listeners}`);
  assert.equal(watch.requests.filter((address) => address.endsWith(".wasm")).length, 1);
});
