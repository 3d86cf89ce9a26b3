// @ts-check
/** Large stories: loaded with progress and searched in a worker, which keeps the page free; without one where there is none. */

import assert from "node:assert/strict";

import { RULES, violations } from "./support/axe.js";
import { check } from "./support/check.js";
import { largeStory } from "./support/large.js";
import { SCRIPT, STRICT, STRUCTURED, heard, listen, openPage } from "./support/pages.js";

/** @typedef {import("./support/checker.js").Checker} Checker */
/** @typedef {import("playwright-core").Page} Page */

const CLAIM = "Doubao was launched in August 2023";
const OTHER = "ByteDance ordered 200,000 Huawei chips";
const THIRD = "ByteDance plans to train a new AI model on Huawei chips";

const large = await largeStory();
const LARGE_STORY = { "**/large.story": (/** @type {any} */ route) => route.fulfill({ contentType: "application/octet-stream", body: large }) };

/** Notes what workers are asked, and keeps it back while the page says so: `workers.asked`, `workers.hold`, `workers.release()`. */
function watchWorkers() {
  const { postMessage } = Worker.prototype;
  const held = /** @type {(() => void)[]} */ ([]);
  const workers = {
    asked: /** @type {string[]} */ ([]),
    hold: false,
    release: () => {
      workers.hold = false;
      for (const go of held.splice(0)) go();
    },
  };
  Worker.prototype.postMessage = function (/** @type {any} */ data) {
    const go = () => postMessage.call(this, data);
    if (data.text === undefined) return go();
    workers.asked.push(data.text);
    if (workers.hold) held.push(go);
    else go();
  };
  Object.assign(globalThis, { workers });
}

/** @param {Page} page */
const isReady = (page) => page.waitForFunction(() => document.querySelector("claim-check:state(ready)"));

/** What axe says of a page of a few lines, which need not be in a landmark. @param {Page} page */
const barriers = (page) => violations(page, RULES.filter((rule) => rule !== "best-practice"));

/** Waits until so many workers are left: one that was ended is heard of a little later. @param {Page} page @param {number} count */
async function left(page, count) {
  while (page.workers().length > count) await page.evaluate(() => new Promise((later) => setTimeout(later, 20)));
  assert.equal(page.workers().length, count);
}

/** @param {Page} page @returns {Promise<string[]>} */
const asked = (page) => page.evaluate("workers.asked");

check("a large story is searched in one worker by all its elements, which ends with them", { opened: false }, async (checker) => {
  const { page, watch } = checker;
  const two = '<claim-check story="large.story"></claim-check><claim-check story="large.story" lang="it"></claim-check>';
  await page.addInitScript(watchWorkers);
  await openPage(checker, `${two}${SCRIPT}`, { policy: STRUCTURED, instead: LARGE_STORY });
  await page.waitForFunction(() => document.querySelectorAll("claim-check:state(ready)").length === 2);
  assert.equal(page.workers().length, 1);
  const names = watch.requests.map((address) => new URL(address).pathname.replace(/-[0-9a-f]{16}/, ""));
  assert.deepEqual([...new Set(names)].sort(), ["/claim-check.js", "/claim-check.wasm", "/claim-check.worker.js", "/large.story", "/page.html"]);
  assert.equal(names.filter((name) => name === "/claim-check.wasm").length, 1, "the worker gets the program from the page");
  const report = await page.locator("claim-check").nth(1).evaluate((element, claim) => /** @type {any} */ (element).check(claim), OTHER);
  assert.match(report.summary, /articoli/);
  await page.locator("claim-check").nth(1).evaluate((element) => element.remove());
  await checker.ask(CLAIM);
  assert.equal(await checker.verdicts(), "SOOOS");
  assert.deepEqual(await asked(page), [OTHER, CLAIM]);
  await checker.explore();
  assert.ok((await checker.overview.locator("[data-topic]").count()) > 3, "all of the story is there to be explored");
  const [worker] = page.workers();
  const closed = worker.waitForEvent("close");
  await page.locator("claim-check").evaluate((element) => element.remove());
  await closed;
  await left(page, 0);
});

check("the page stays free while an answer is searched, and one that is overtaken is dropped", { opened: false }, async (checker) => {
  const { page } = checker;
  await page.addInitScript(watchWorkers);
  await listen(page);
  await openPage(checker, `<claim-check story="large.story"></claim-check>${SCRIPT}`, { policy: STRUCTURED, instead: LARGE_STORY });
  await isReady(page);
  await heard(page);
  await page.evaluate("workers.hold = true");
  const ask = async (/** @type {string} */ claim) => {
    await checker.input.fill(claim);
    await checker.input.press("Enter");
  };
  await ask(CLAIM);
  await page.waitForFunction(() => inside.one(".cc-answer")?.getAttribute("aria-busy") === "true");
  await checker.status.filter({ hasText: "Searching…" }).waitFor({ state: "attached" });
  assert.deepEqual(await barriers(page), []);
  // Frames are drawn, what is typed is taken, the other view is shown: nothing waits for the answer.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await ask(OTHER);
  await checker.explore();
  await checker.question();
  assert.equal(await checker.input.inputValue(), OTHER);
  await ask(THIRD);
  assert.equal(await checker.summary.count(), 0);
  await page.evaluate("workers.release()");
  await checker.full.waitFor();
  await page.waitForFunction(() => !inside.one(".cc-answer[aria-busy]"));
  assert.deepEqual(await asked(page), [CLAIM, THIRD], "nobody waits for what was overtaken");
  const results = (await heard(page)).filter(({ name }) => name === "result");
  assert.deepEqual(results.map(({ claim, full }) => [claim, full]), [[THIRD, true]]);
});

check("whoever calls `check` gets the very answer, however many are asked for at once", { opened: false }, async (checker) => {
  const { page } = checker;
  await openPage(checker, `<claim-check worker="on"></claim-check>${SCRIPT}`, { policy: STRUCTURED });
  await isReady(page);
  assert.equal(page.workers().length, 1, "the built-in story as well");
  const { reports, turns } = await page.evaluate(async (claims) => {
    let turns = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => port2.postMessage((turns += 1));
    port2.postMessage(turns);
    const element = /** @type {any} */ (document.querySelector("claim-check"));
    const reports = await Promise.all(claims.map((claim) => element.check(claim)));
    port1.close();
    return { reports: reports.map(({ claim }) => claim), turns };
  }, [CLAIM, OTHER, CLAIM, THIRD]);
  assert.deepEqual(reports, [CLAIM, OTHER, CLAIM, THIRD]);
  assert.ok(turns > 0, "the page did other things meanwhile");
  await page.waitForFunction((claim) => /** @type {any} */ (document.querySelector("claim-check")).report?.claim === claim, THIRD);
});

check("an answer of the worker is the one that the page would find itself", { opened: false }, async (checker) => {
  const { page } = checker;
  await openPage(checker, `<claim-check structured worker="on"></claim-check>${SCRIPT}`, { policy: STRUCTURED });
  const element = page.locator("claim-check");
  const data = page.locator('claim-check > script[type="application/ld+json"]');
  const found = async () => {
    const reports = [];
    for (const claim of [OTHER, THIRD, "ByteDance ha negato tutto, e Doubao è uscito nel 2021", "xyzzy"]) {
      reports.push(await element.evaluate((element, claim) => /** @type {any} */ (element).check(claim), claim));
    }
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("claim-check")).report?.claim === "xyzzy");
    await checker.ask(CLAIM);
    await page.waitForFunction(() => document.querySelector("claim-check > script")?.textContent?.includes("Doubao"));
    return { reports, data: await data.textContent() };
  };
  await isReady(page);
  const there = await found();
  await element.evaluate((element) => (/** @type {any} */ (element).worker = "off"));
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("claim-check")).status === "ready");
  await left(page, 0);
  assert.deepEqual(await found(), there);
});

check("how much of a story is there is told and shown, and moves nothing", { opened: false }, async (checker) => {
  const { page } = checker;
  await page.addInitScript(() => {
    const { fetch } = globalThis;
    const told = /** @type {any[]} */ ([]);
    addEventListener("claim-check-progress", (/** @type {any} */ { detail, composed }) => told.push([detail.loaded, detail.total, composed]));
    globalThis.fetch = async (address, options) => {
      if (!String(address).endsWith("slow.story")) return fetch(address, options);
      /** @type {any} */
      let sending;
      const stream = new ReadableStream({ start: (controller) => void (sending = controller) });
      const bytes = new Uint8Array(await (await fetch("large.story")).arrayBuffer());
      const at = [0, 1_000_000, 3_000_000, bytes.length];
      const send = () => {
        const from = /** @type {number} */ (at.shift());
        if (at.length > 0) sending.enqueue(bytes.slice(from, at[0]));
        else sending.close();
      };
      Object.assign(globalThis, { told, send });
      return new Response(stream, { headers: { "content-length": String(bytes.length) } });
    };
  });
  const body = `<claim-check story="slow.story"></claim-check><p id="after">After</p>${SCRIPT}`;
  await openPage(checker, body, { policy: STRUCTURED, instead: LARGE_STORY });
  const bar = page.getByRole("progressbar", { name: "Loading the claim checker…" });
  await bar.waitFor();
  await page.waitForFunction("globalThis.send");
  assert.equal(await bar.getAttribute("value"), null, "nothing is known yet");
  const before = await page.locator("#after").boundingBox();
  for (const loaded of [1_000_000, 3_000_000]) {
    await page.evaluate("send()");
    await page.waitForFunction((loaded) => Number(inside.one("progress")?.getAttribute("value") ?? /** @type {any} */ (inside.one("progress"))?.value) === loaded, loaded);
    assert.deepEqual(await page.locator("#after").boundingBox(), before);
    await bar.waitFor();
    assert.deepEqual(await barriers(page), []);
  }
  await page.evaluate("send(), send()");
  await checker.ask(CLAIM);
  assert.equal(await checker.verdicts(), "SOOOS");
  const size = large.length;
  assert.deepEqual(await page.evaluate("told"), [
    [0, null, true],
    [1_000_000, size, true],
    [3_000_000, size, true],
    [size, size, true],
  ]);
  assert.equal(await bar.count(), 0);
});

/** @type {{what: string, site?: import("./support/pages.js").Site, attributes?: string, before?: (page: Page) => Promise<unknown>, told?: RegExp}[]} */
const WITHOUT = [
  { what: "an element that wants none", site: { policy: STRICT }, attributes: 'worker="off"' },
  { what: "a browser that has none", before: (page) => page.addInitScript(() => void Reflect.deleteProperty(globalThis, "Worker")) },
  // The browser itself writes to the console what it refused; we have nothing to add.
  { what: "a policy that forbids workers", site: { policy: `${STRUCTURED}; worker-src 'none'` }, told: /worker/i },
  { what: "a policy that allows no trusted type", site: { policy: STRICT }, told: /Trusted ?Type|policy/i },
  { what: "a worker that is missing", site: { instead: { "**/*.worker.js": (route) => route.fulfill({ status: 404, body: "" }) } }, told: /worker\.js|404|integrity/i },
  { what: "a worker of another release", site: { instead: { "**/*.worker.js": (route) => route.fulfill({ contentType: "text/javascript", body: "//" }) } }, told: /worker\.js|integrity/i },
];

for (const { what, site, attributes, before, told } of WITHOUT) {
  check(`without a worker all works on the page's own thread: ${what}`, { opened: false, mishaps: told !== undefined }, async (checker) => {
    const { page, watch } = checker;
    await before?.(page);
    await openPage(checker, `<claim-check story="large.story" ${attributes ?? ""}></claim-check>${SCRIPT}`, {
      policy: STRUCTURED,
      ...site,
      instead: { ...LARGE_STORY, ...site?.instead },
    });
    await checker.ask(CLAIM);
    assert.equal(await checker.verdicts(), "SOOOS");
    assert.equal(page.workers().length, 0);
    if (told) for (const problem of watch.problems) assert.match(problem, told);
    assert.equal(watch.problems.filter((problem) => problem.includes("ClaimCheck")).length, 0);
  });
}

check("a large story that is none is told as a small one is", { opened: false, mishaps: true }, async (checker) => {
  const junk = { "**/large.story": (/** @type {any} */ route) => route.fulfill({ contentType: "application/octet-stream", body: Buffer.alloc(large.length, 65) }) };
  await openPage(checker, `<claim-check story="large.story"></claim-check>${SCRIPT}`, { policy: STRUCTURED, instead: junk });
  const alert = checker.page.getByRole("alert");
  await alert.waitFor();
  assert.equal(await alert.getAttribute("data-code"), "story-invalid");
  await left(checker.page, 0);
});

check("a worker that stops leaves the text, and the next check starts another", { opened: false, mishaps: true }, async (checker) => {
  const { page } = checker;
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    let sound = false;
    Worker.prototype.postMessage = function (/** @type {any} */ data) {
      if (data.text === undefined || sound) return postMessage.call(this, data);
      sound = true;
      this.dispatchEvent(new MessageEvent("message", { data: { failure: { message: "sabotage" } } }));
    };
  });
  await openPage(checker, `<claim-check worker="on"></claim-check>${SCRIPT}`, { policy: STRUCTURED });
  await checker.input.fill(CLAIM);
  const alert = page.getByRole("alert");
  await alert.waitFor();
  assert.equal(await alert.getAttribute("data-code"), "crashed");
  assert.equal(await page.getByRole("textbox").inputValue(), CLAIM);
  await page.getByRole("button", { name: "Check again" }).click();
  await checker.full.waitFor();
  assert.equal(await checker.verdicts(), "SOOOS");
  await left(page, 1);
});
