// @ts-check
/** What makes an npm package of the files in `target/package/`: its `package.json`, manifest, types for JSX and licences. */

import { copyFile, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { manifest } from "./manifest.mjs";

/** Written by hand and copied as it is, from the root of the checkout. */
const COPIED = [
  "LICENSE-MIT",
  "LICENSE-APACHE",
  "www/element/package/README.md",
  "www/element/package/jsx.d.ts",
  "www/element/package/react.d.ts",
];

/** @param {string} cargo manifest of the crate @param {string} key @returns {string} what the crate has under it */
function ofCrate(cargo, key) {
  const value = new RegExp(`^\\[package\\]$[^]*?^${key} = "([^"]+)"$`, "m").exec(cargo)?.[1];
  if (!value) throw new Error(`Cargo.toml has no ${key}`);
  return value;
}

/**
 * @param {string} cargo manifest of the crate
 * @param {{wasm: string, worker: string}} names of the module and its worker
 * @param {string[]} files of the package
 */
function description(cargo, { wasm, worker }, files) {
  const typed = (/** @type {string} */ name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  return {
    name: ofCrate(cargo, "name"),
    version: ofCrate(cargo, "version"),
    description: ofCrate(cargo, "description"),
    keywords: ["fact-check", "claims", "news", "custom-element", "web-component", "wasm"],
    license: "(MIT OR Apache-2.0)",
    type: "module",
    main: "./element.js",
    types: "./element.d.ts",
    customElements: "custom-elements.json",
    exports: {
      ".": typed("element"),
      "./define": typed("define"),
      "./jsx": { types: "./jsx.d.ts" },
      "./react": { types: "./react.d.ts" },
      "./claim-check.js": typed("claim-check"),
      "./claim-check.inline.js": "./claim-check.inline.js",
      "./claim-check.css": "./claim-check.css",
      // Their names are those of their content, which who imports them cannot know.
      "./claim-check.wasm": `./${wasm}`,
      "./claim-check.worker.js": `./${worker}`,
      "./custom-elements.json": "./custom-elements.json",
      "./package.json": "./package.json",
    },
    sideEffects: ["./define.js", "./claim-check.js", "./claim-check.inline.js", "./claim-check.css"],
    files,
  };
}

/** @param {unknown} value */
const json = (value) => `${JSON.stringify(value, undefined, 2)}\n`;

/**
 * @param {string} root of the checkout
 * @param {string} folder of the package, with the element in it
 * @param {{wasm: string, worker: string}} names of the module and its worker
 */
export async function npm(root, folder, names) {
  const read = (/** @type {string} */ path) => readFile(join(root, path), "utf8");
  for (const path of COPIED) await copyFile(join(root, path), join(folder, /** @type {string} */ (path.split("/").pop())));
  const sources = {
    contract: await read("www/element/contract.js"),
    types: await read("www/element/types.d.ts"),
    styles: await read("www/claim-check/base.css"),
  };
  await writeFile(join(folder, "custom-elements.json"), json(manifest(sources)));
  const files = (await readdir(folder)).filter((name) => name !== "package.json").sort();
  await writeFile(join(folder, "package.json"), json(description(await read("Cargo.toml"), names, files)));
}
