// @ts-check
/** The package as its users have it: packed, and installed into a folder of their own. */

import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { ROOT } from "./browser.js";
import { PACKAGE } from "./pages.js";

const run = promisify(execFile);

/** What a site has besides the package; it is taken from the packages of these tests, so that nothing is downloaded. */
const TOOLS = ["@types", "react", "react-dom", "vite"];

/** @type {string[]} */
const folders = [];

/** @returns {Promise<string>} a folder that `clear` takes away */
async function fresh() {
  const folder = await mkdtemp(join(tmpdir(), "claim-check-"));
  folders.push(folder);
  return folder;
}

/** Takes away what was made here. */
export async function clear() {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
}

/** @type {Promise<string> | undefined} */
let tarball;

/** @returns {Promise<string>} what `npm publish` would send */
function packed() {
  tarball ??= (async () => {
    const folder = await fresh();
    const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder, PACKAGE]);
    const [{ filename }] = Object.values(JSON.parse(stdout));
    return join(folder, filename);
  })();
  return tarball;
}

/**
 * @param {string} [template] folder that is copied first
 * @returns {Promise<string>} a folder with the package installed
 */
export async function installed(template) {
  const folder = await fresh();
  if (template) await cp(template, folder, { recursive: true });
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", await packed()], { cwd: folder });
  if (template) {
    for (const name of TOOLS) await symlink(`${ROOT}tests/e2e/node_modules/${name}`, join(folder, "node_modules", name));
  }
  return folder;
}

/** @type {Promise<string> | undefined} */
let project;

/** @returns {Promise<string>} the site of `project/`, with the package */
export function site() {
  project ??= installed(`${ROOT}tests/e2e/project`);
  return project;
}

/**
 * @param {string} folder of a project with a `tsconfig.json`
 * @returns {Promise<string>} what the compiler complains of
 */
export async function complaints(folder) {
  const compiler = `${ROOT}node_modules/typescript/bin/tsc`;
  return run(process.execPath, [compiler, "--project", folder, "--pretty", "false"]).then(
    () => "",
    (failure) => failure.stdout || String(failure),
  );
}

/** @param {string} folder of a project that Vite builds into its `dist` */
export async function built(folder) {
  await run(process.execPath, [join(folder, "node_modules/vite/bin/vite.js"), "build"], { cwd: folder });
  return join(folder, "dist");
}
