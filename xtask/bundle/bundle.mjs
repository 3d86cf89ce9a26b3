// @ts-check
/**
 * Makes the package of the element out of what Trunk built, and puts the element into the page.
 *
 * Trunk calls it as a hook once the page is in its staging folder, with the module and the glue of wasm-bindgen. The whole
 * package goes to `target/package/`; the page gets the element with its module in place of the glue.
 */

import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

import { npm } from "./npm.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PACKAGE = join(ROOT, "target/package");
const ELEMENT = join(ROOT, "www/element");

/** Browsers from 2023 on, which is when custom states, constructable sheets and `:state` neighbours were everywhere. */
const TARGET = ["chrome119", "firefox126", "safari17.4"];

const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) throw new Error("TRUNK_STAGING_DIR is not set: Trunk calls this, `cargo xtask package` calls Trunk");

const files = await readdir(staging);
/** @param {RegExp} pattern */
function only(pattern) {
  const found = files.filter((file) => pattern.test(file));
  if (found.length !== 1) throw new Error(`expected one file like ${pattern} in ${staging}, found ${found.length}`);
  return join(/** @type {string} */ (staging), found[0]);
}

const glue = only(/^claim-check(-\w+)?\.js$/);
const built = only(/_bg\.wasm$/);
const module = await readFile(built);
const wasm = `claim-check-${createHash("sha256").update(module).digest("hex").slice(0, 16)}.wasm`;
const integrity = `sha384-${createHash("sha384").update(module).digest("base64")}`;

const shared = /** @type {const} */ ({ bundle: true, minify: true, write: false, target: TARGET, logLevel: "warning" });

/** @param {string} source of a style sheet @returns {Promise<string>} it with what it imports */
async function styles(source) {
  const result = await build({
    ...shared,
    stdin: { contents: source, resolveDir: join(ROOT, "www"), loader: "css" },
    // As written: what a browser does not know, it skips.
    target: "esnext",
    outdir: PACKAGE,
  });
  return result.outputFiles[0].text;
}

/**
 * In a shadow tree `rem` still is the size of the page's root, which many pages change: there a property takes its place,
 * see `www/element/element.css`. What asks for a size, as container queries do, takes no property and stays.
 * @param {string} css
 */
function ownSizes(css) {
  const queries = /(@(?:container|media)[^{]*\{)/;
  const sized = (/** @type {string} */ rules) => rules.replace(/(?<![\w.-])(-?\d*\.?\d+)rem\b/g, "calc($1*var(--cc-rem))");
  return css.split(queries).map((part) => (queries.test(part) ? part : sized(part))).join("");
}

/**
 * The glue keeps its one instance in variables of its own. As a function it can be had anew, which is what a fresh start
 * after a fault needs.
 */
async function factory() {
  const result = await build({
    ...shared,
    entryPoints: [glue],
    format: "iife",
    globalName: "glue",
    // The glue is always given its module.
    define: { "import.meta.url": '"about:blank"' },
  });
  return `export function create() {\n${result.outputFiles[0].text}\nreturn glue;\n}`;
}

/** What the sources import as `claim-check:...`, but for the worker, which is made of them first. */
const written = {
  glue: await factory(),
  styles: `export default ${JSON.stringify(
    ownSizes(await styles('@import "./claim-check/index.css"; @import "./element/element.css";')),
  )};`,
  beside: [
    `export const url = new URL("./${wasm}", import.meta.url).href;`,
    `export const integrity = "${integrity}";`,
    "export const unpack = undefined;",
  ].join("\n"),
  inline: [
    'export const url = "";',
    'export const integrity = "";',
    `const packed = "${gzipSync(module, { level: 9 }).toString("base64")}";`,
    "export async function unpack() {",
    "  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));",
    '  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));',
    "  return new Response(stream).arrayBuffer();",
    "}",
  ].join("\n"),
};

/** @param {"beside" | "inline"} place of the module and its worker @returns {import("esbuild").Plugin} */
function modules(place) {
  return {
    name: "claim-check",
    setup(setup) {
      setup.onResolve({ filter: /^claim-check:/ }, ({ path }) => ({ path: path.slice(12), namespace: "claim-check" }));
      setup.onLoad({ filter: /./, namespace: "claim-check" }, ({ path }) => ({
        contents: /** @type {Record<string, string>} */ (written)[path === "wasm" ? place : path === "worker" ? `${path}-${place}` : path],
        loader: "js",
      }));
    },
  };
}

/**
 * @param {string} entry
 * @param {string} name of the file in the package
 * @param {import("esbuild").BuildOptions} options
 * @param {"beside" | "inline"} [place]
 */
async function bundle(entry, name, options, place = "beside") {
  await build({
    ...shared,
    entryPoints: [join(ELEMENT, entry)],
    outfile: join(PACKAGE, name),
    write: true,
    legalComments: "none",
    plugins: [modules(place)],
    ...options,
  });
}

/** The types: those of the element, with those of the program where they stand in its source. */
async function types() {
  const source = await readFile(join(ROOT, "src/web/types.rs"), "utf8");
  const section = /TYPESCRIPT: &str = r#"([^]*?)"#;/.exec(source)?.[1];
  if (!section) throw new Error("src/web/types.rs has no section of TypeScript");
  const element = await readFile(join(ELEMENT, "types.d.ts"), "utf8");
  return `${element}${section}`;
}

/** The worker in one file, a classic script: browsers have had those for longer. Its name is that of its content. */
const [{ contents: worker }] = (
  await build({ ...shared, entryPoints: [join(ELEMENT, "worker.js")], format: "iife", plugins: [modules("beside")] })
).outputFiles;
const workerName = `claim-check-${createHash("sha256").update(worker).digest("hex").slice(0, 16)}.worker.js`;
Object.assign(written, {
  "worker-beside": [
    `export const worker = new URL("./${workerName}", import.meta.url).href;`,
    `export const integrity = "sha384-${createHash("sha384").update(worker).digest("base64")}";`,
  ].join("\n"),
  "worker-inline": 'export const worker = "";\nexport const integrity = "";',
});

await rm(PACKAGE, { recursive: true, force: true });
await mkdir(PACKAGE, { recursive: true });
await writeFile(join(PACKAGE, workerName), worker);
await copyFile(built, join(PACKAGE, wasm));
await bundle("main.js", "claim-check.js", { format: "esm", sourcemap: true });
await bundle("bare.js", "element.js", { format: "esm", sourcemap: true });
// A classic script: browsers load no modules from disk.
await bundle("main.js", "claim-check.inline.js", { format: "iife", globalName: "claimCheck" }, "inline");
await writeFile(join(PACKAGE, "claim-check.css"), await styles('@import "./claim-check/index.css";'));
await writeFile(join(PACKAGE, "element.d.ts"), await types());
await writeFile(join(PACKAGE, "define.js"), 'import { define } from "./element.js";\n\nexport * from "./element.js";\n\ndefine();\n');
for (const name of ["claim-check.d.ts", "define.d.ts"]) {
  await writeFile(join(PACKAGE, name), 'export * from "./element.js";\n');
}
await npm(ROOT, PACKAGE, { wasm, worker: workerName });

await Promise.all([rm(glue), rm(built)]);
for (const name of ["claim-check.js", "claim-check.js.map", wasm, workerName]) await copyFile(join(PACKAGE, name), join(staging, name));
