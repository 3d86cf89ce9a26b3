// @ts-check
/**
 * A static server for the built page, on this computer only, as strict as that of `cargo xtask demo`.
 *
 * It is not that server itself, so that the tests also run by hand with nothing but node.
 */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** Equal to the policy in xtask/src/serve.rs; a test there compares them, which is why it stands on one line. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; manifest-src 'self'";

/** @type {Record<string, string>} */
const MEDIA_TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/**
 * @param {string} folder whose files are served
 * @param {number} [port] any free one unless given
 * @returns {Promise<{url: string, close: () => Promise<void>}>} the address, with a slash at its end
 */
export async function serve(folder, port = 0) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const body = await readFile(file).catch(() => undefined);
    const type = body ? (MEDIA_TYPES[extname(file)] ?? "application/octet-stream") : "text/plain; charset=utf-8";
    response.writeHead(body ? 200 : 404, {
      "Content-Type": type,
      "Content-Security-Policy": CONTENT_SECURITY_POLICY,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-cache",
    });
    response.end(body ?? "not found\n");
  });
  await new Promise((ready) => server.listen(port, "127.0.0.1", () => ready(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        // A browser keeps connections open that nobody will use any more.
        server.closeAllConnections();
      }),
  };
}
