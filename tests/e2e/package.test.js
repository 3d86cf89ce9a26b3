// @ts-check
/** The npm package, installed where its users install it: a Vite and TypeScript project, a React one, a plain page. */

import assert from "node:assert/strict";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { ROOT } from "./support/browser.js";
import { check } from "./support/check.js";
import { openFolder } from "./support/pages.js";
import { built, clear, complaints, installed, site } from "./support/project.js";

const CLAIM = "Doubao was launched in August 2023";
const OTHER = "ByteDance ordered 200,000 Huawei chips";

/** How long npm, the compiler and Vite may take, in milliseconds: two busy cores are slow. */
const LONGEST = 400_000;

/** The folder that Vite built. */
let builtSite = "";

// Not in the tests, whose time is for what a page does.
before(async () => void (builtSite = await built(await site())), { timeout: LONGEST });
after(clear);

/** @param {import("./support/checker.js").Checker} checker */
async function answers(checker) {
  await checker.ask(CLAIM);
  assert.equal(await checker.verdicts(), "SOOOS");
}

test("everything that is exported is there, and nothing else is packed", { timeout: LONGEST }, async () => {
  const folder = join(await site(), "node_modules/claim-check");
  const description = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const files = await readdir(folder);
  /** @param {unknown} exported @returns {string[]} */
  const paths = (exported) =>
    typeof exported === "string" ? [exported] : Object.values(/** @type {object} */ (exported)).flatMap(paths);
  for (const path of [...paths(description.exports), ...description.sideEffects, description.types, description.customElements]) {
    assert.ok(files.includes(path.replace("./", "")), path);
  }
  assert.deepEqual(files.sort(), [...description.files, "package.json"].sort());
  const crate = await readFile(join(ROOT, "Cargo.toml"), "utf8");
  assert.ok(crate.includes(`\nversion = "${description.version}"\n`), "the version is that of the crate");
  for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"]) assert.ok(files.includes(name), name);
  const readme = await readFile(join(folder, "README.md"), "utf8");
  const imports = [...readme.matchAll(/`claim-check(\/[\w.-]+)?`/g)].map(([, path]) => `.${path ?? ""}`);
  assert.deepEqual(
    [...new Set(imports)].sort(),
    Object.keys(description.exports).filter((path) => path !== "./package.json").sort(),
    "the README names every import",
  );
});

test("the types hold on a site in TypeScript, and refuse misuse", { timeout: LONGEST }, async () => {
  assert.equal(await complaints(await site()), "");
});

test("each line of misuse is found where it stands", { timeout: LONGEST }, async () => {
  const folder = await installed(join(ROOT, "tests/e2e/project"));
  const file = join(folder, "src/types.tsx");
  const source = await readFile(file, "utf8");
  const unguarded = source.replaceAll(/^ *\/\/ @ts-expect-error.*$/gm, "");
  await writeFile(file, unguarded);
  const found = [...(await complaints(folder)).matchAll(/types\.tsx\((\d+),/g)].map(([, line]) => Number(line));
  const expected = source.split("\n").flatMap((line, at) => (line.trim().startsWith("// @ts-expect-error") ? [at + 2] : []));
  assert.ok(expected.length > 5);
  assert.deepEqual([...new Set(found)], expected);
});

check("a site that Vite built has the element, under a strict policy", { opened: false }, async (checker) => {
  await openFolder(checker, builtSite, "index.html");
  await checker.input.waitFor();
  await answers(checker);
  await checker.page.locator("output").getByText("support omit omit omit support").waitFor();
  assert.match(await checker.page.title(), /Huawei/);
  assert.equal(checker.watch.requests.filter((address) => address.endsWith(".wasm")).length, 1);
});

check("in React it takes attributes, properties, events and a reference", { opened: false }, async (checker) => {
  const { page } = checker;
  await openFolder(checker, builtSite, "react.html");
  await checker.input.waitFor();
  const element = page.locator("claim-check");
  assert.equal(await element.getAttribute("class"), "checker");
  assert.equal(await element.getAttribute("theme"), "dark");
  assert.deepEqual(await checker.examples.allInnerTexts(), [CLAIM]);
  await answers(checker);
  await page.locator("output").getByText("report it").waitFor();
  const told = await page.locator("output").innerText();
  await page.getByRole("button", { name: "Ask for me" }).click();
  await page.waitForFunction((claim) => /** @type {any} */ (document.querySelector("claim-check")).report?.claim === claim, OTHER);
  assert.equal(await checker.verdicts(), "DODOO");
  assert.equal(await page.locator("output").innerText(), told, "what the page asked is no news to it");
});

check("Vite serves it while a site is written", { opened: false, mishaps: true }, async (checker) => {
  const folder = await site();
  const { createServer } = await import("vite");
  const server = await createServer({ root: folder, logLevel: "silent", server: { host: "127.0.0.1", port: 0 } });
  await server.listen();
  try {
    const [address] = server.resolvedUrls?.local ?? [];
    await checker.page.goto(address);
    await checker.input.waitFor();
    await answers(checker);
    const strange = checker.watch.problems.filter((problem) => !/^(request to elsewhere: http:\/\/127|socket:)/.test(problem));
    assert.deepEqual(strange, []);
  } finally {
    await server.close();
  }
});

check("a plain page takes the script from the installed package", { opened: false }, async (checker) => {
  const folder = await installed();
  await mkdir(join(folder, "pages"));
  await writeFile(
    join(folder, "pages/index.html"),
    '<!doctype html><html lang="en"><title>Plain</title>' +
      '<script type="module" src="../node_modules/claim-check/claim-check.js"></script><claim-check></claim-check>',
  );
  await openFolder(checker, folder, "pages/index.html");
  await checker.input.waitFor();
  await answers(checker);
});
