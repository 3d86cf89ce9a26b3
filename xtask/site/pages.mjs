// @ts-check
/**
 * The pages of the documentation: each `www/docs/NAME.html` is set into `frame.html`; scripts and styles are joined into one
 * file each, whose names change with their content.
 */

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DOCS = join(ROOT, "www/docs");
const FRAME = "frame.html";

/** @param {string} text that is to stand in a page */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Said outright, as some browsers forget them where styles make a list of a table. @type {[RegExp, string][]} */
const ROLES = [
  [/<table\b/g, "table"],
  [/<(?:thead|tbody)\b/g, "rowgroup"],
  [/<tr\b/g, "row"],
  [/<th scope="col"/g, "columnheader"],
  [/<th scope="row"/g, "rowheader"],
  [/<td\b/g, "cell"],
];

/** @param {string} page @returns {string} with the roles of its tables */
function tables(page) {
  return ROLES.reduce((text, [tag, role]) => text.replace(tag, (found) => `${found} role="${role}"`), page);
}

/** @param {string} folder @param {RegExp} pattern @returns {Promise<string>} the name of the one file like that */
async function only(folder, pattern) {
  const found = (await readdir(folder)).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`expected one file like ${pattern} in ${folder}, found ${found.length}`);
  return found[0];
}

/** @param {string} target @returns {Promise<{script: string, style: string}>} the names of what was joined */
async function assets(target) {
  const { metafile } = await build({
    entryPoints: [join(DOCS, "docs.js"), join(DOCS, "docs.css")],
    outdir: target,
    entryNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    format: "esm",
    // As written: what a browser does not know, it skips.
    target: "esnext",
    // The element stands beside the folder of the pages and is shared with the demo.
    external: ["../claim-check.js"],
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
  });
  const names = Object.keys(metafile.outputs).map((path) => basename(path));
  const named = (/** @type {string} */ end) => names.find((name) => name.endsWith(end)) ?? "";
  return { script: named(".js"), style: named(".css") };
}

/** @param {string} folder of the built page, which gets the folder `docs` */
export async function pages(folder) {
  const target = join(folder, "docs");
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const frame = await readFile(join(DOCS, FRAME), "utf8");
  const values = {
    ...(await assets(target)),
    base: await only(folder, /^base(-\w+)?\.css$/),
    site: await only(folder, /^style(-\w+)?\.css$/),
    colours: await only(folder, /^colours(-\w+)?\.js$/),
    offline: await only(folder, /^offline(-\w+)?\.js$/),
    integrity: `sha384-${createHash("sha384").update(await readFile(join(folder, "claim-check.js"))).digest("base64")}`,
    types: escaped(await readFile(join(ROOT, "target/package/element.d.ts"), "utf8")),
  };
  const names = (await readdir(DOCS)).filter((name) => name.endsWith(".html") && name !== FRAME);
  for (const name of names) {
    const main = await readFile(join(DOCS, name), "utf8");
    const title = /<h1[^>]*>([^<]+)<\/h1>/.exec(main)?.[1];
    const description = /<p class="lead">([^]+?)<\/p>/.exec(main)?.[1].replace(/<[^>]+>/g, "").replace(/\s+/g, " ").trim();
    if (!title || !description) throw new Error(`www/docs/${name} has no heading or no lead`);
    const here = { ...values, title, description };
    const page = frame
      .replace(`href="${name}"`, `href="${name}" aria-current="page"`)
      .replace("{{main}}", () => tables(main))
      .replace(/\{\{(\w+)\}\}/g, (whole, key) => /** @type {Record<string, string>} */ (here)[key] ?? whole);
    await writeFile(join(target, name), page);
  }
}
