// @ts-check
/**
 * Makes the site around the built page: the documentation, and the service worker that keeps all of it.
 *
 * Trunk's hook calls it. By hand it renews both in a page that is built: `node xtask/site/site.mjs dist`.
 */

import { pages } from "./pages.mjs";
import { worker } from "./worker.mjs";

const folder = process.argv[2] ?? process.env.TRUNK_STAGING_DIR;
if (!folder) throw new Error("expected the folder of a built page");

await pages(folder);
await worker(folder);
