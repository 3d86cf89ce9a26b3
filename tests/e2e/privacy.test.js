// @ts-check
/** What the page loads, sends and keeps: its own files, nothing, nothing. All under the strict policy of the server. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";
import { CONTENT_SECURITY_POLICY } from "./support/server.js";
import { STATES, enter } from "./support/states.js";

/** Collects violations where the page can't reach them: the policy is tested, not what the page says of it. */
function record() {
  const all = /** @type {string[]} */ ([]);
  Object.assign(globalThis, { violated: all });
  document.addEventListener("securitypolicyviolation", (event) =>
    all.push(`${event.effectiveDirective}: ${event.blockedURI}`),
  );
}

check("no state of the page violates the content security policy", { opened: false }, async (checker) => {
  await checker.page.addInitScript(record);
  const response = await checker.page.goto(checker.url);
  assert.equal(response?.headers()["content-security-policy"], CONTENT_SECURITY_POLICY);
  await checker.input.waitFor();
  for (const language of /** @type {const} */ (["en", "it"])) {
    await checker.speak(language);
    for (const state of Object.keys(STATES)) await enter(checker, state);
    await checker.question();
  }
  assert.deepEqual(await checker.page.evaluate("violated"), []);
});

check("a violation, a message, a stray request would be noticed", { opened: false, mishaps: true }, async (checker) => {
  await checker.page.addInitScript(record);
  await checker.open();
  await checker.page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await checker.page.waitForFunction("violated.length > 0");
  await checker.page.evaluate(() => fetch("http://localhost:9/elsewhere").catch(() => {}));
  await checker.page.evaluate(() => console.error("a message"));
  await checker.page.evaluate(() => fetch("missing.txt"));
  const problems = checker.watch.problems.join("\n");
  for (const expected of [/style-src|inline style/, /connect-src/, /a message/, /answer 404: .*missing\.txt/])
    assert.match(problems, expected);
});

check("the page loads its own files, each once, and nothing else", {}, async (checker) => {
  for (const state of Object.keys(STATES)) await enter(checker, state);
  const names = checker.watch.requests.map((address) => new URL(address).pathname.replace(/-[0-9a-f]+(?=[._])/, ""));
  assert.deepEqual([...names].sort(), [
    "/",
    "/base.css",
    "/boot.js",
    "/claim-check.js",
    "/claim-check.wasm",
    "/colours.js",
    "/offline.js",
    "/style.css",
  ]);
});

check("nothing of what is typed is kept, and none of it leaves the page", { kept: true }, async (checker) => {
  await checker.page.evaluate(() => navigator.serviceWorker.ready);
  const loaded = checker.watch.requests.length;
  await checker.ask("ByteDance ordered 200,000 Huawei chips");
  assert.equal(checker.watch.requests.length, loaded);
  const kept = await checker.page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
  }));
  assert.deepEqual(kept, { local: 0, session: 0, cookies: "", databases: 0 });
  // The site is kept for offline use: its files and nothing else.
  const files = await checker.page.evaluate(async () => {
    const names = await caches.keys();
    const stored = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return stored.flat().map(({ url }) => url);
  });
  assert.ok(files.length > 0);
  for (const file of files) assert.match(file, /\.(html|js|css|wasm|svg|png|webmanifest)$/);
  assert.deepEqual(await checker.page.context().cookies(), []);
});
