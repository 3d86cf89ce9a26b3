// @ts-check
/** The service worker: `www/service-worker.js` with the files of the site, each with its hash. */

import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const SOURCE = fileURLToPath(new URL("../../www/service-worker.js", import.meta.url));
const NAME = "service-worker.js";

/** @param {string} folder @returns {Promise<[string, string][]>} the files that readers need, with their integrity */
async function files(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name !== NAME && !entry.name.endsWith(".map"))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"));
  return Promise.all(
    paths.sort().map(async (path) => {
      const hash = createHash("sha256").update(await readFile(join(folder, path))).digest("base64");
      return /** @type {[string, string]} */ ([path, `sha256-${hash}`]);
    }),
  );
}

/** @param {string} folder of the built site, which gets it */
export async function worker(folder) {
  const list = JSON.stringify(Object.fromEntries(await files(folder)));
  // The version is that of the files and of the worker itself.
  const hash = createHash("sha256").update(list).update(await readFile(SOURCE));
  await build({
    entryPoints: [SOURCE],
    outfile: join(folder, NAME),
    bundle: true,
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    define: { VERSION: JSON.stringify(hash.digest("hex").slice(0, 16)), FILES: list },
  });
}
