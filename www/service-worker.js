// @ts-check
/// <reference lib="webworker" />
/**
 * The site without a network: everything it consists of is kept, one version at a time.
 *
 * `VERSION` and `FILES` are written by the build, see `xtask/site/worker.mjs`. It belongs to the site around the element;
 * the element itself registers none. Nothing is kept but the files of the site, and none that was changed on the way.
 */

/* global VERSION, FILES */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** Other sites may stand in other folders of the same host. */
const OURS = `claim-check ${worker.registration.scope} `;
const CACHE = OURS + VERSION;

/** @param {string} path of a file of the site */
const address = (path) => new URL(path, worker.registration.scope).href;
const known = new Set(Object.keys(FILES).map(address));

/** Loads the whole version or, if one file is missing or not the one it should be, none of it. */
async function keep() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    Object.entries(FILES).map(async ([path, integrity]) => {
      const response = await fetch(address(path), { integrity, cache: "no-cache" });
      if (!response.ok) throw new Error(`${path} could not be loaded: the server answered ${response.status}`);
      // Browsers refuse an answer for a page that took another way than the one they asked for.
      const { headers } = response;
      await cache.put(address(path), response.redirected ? new Response(await response.blob(), { headers }) : response);
    }),
  );
}

async function takeOver() {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** @param {string} asked @returns {string | null} the address of the file of the site, if it is one */
function fileOf(asked) {
  const url = new URL(asked);
  url.search = url.hash = "";
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  return known.has(url.href) ? url.href : null;
}

worker.addEventListener("install", (event) => event.waitUntil(keep()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
// A new version waits until the reader wants it: no page changes under anybody's hands.
worker.addEventListener("message", ({ data }) => {
  if (data === "take over") void worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const file = event.request.method === "GET" ? fileOf(event.request.url) : null;
  if (!file) return;
  const kept = caches.open(CACHE).then((cache) => cache.match(file));
  event.respondWith(kept.then((response) => response ?? fetch(event.request)));
});
