// @ts-check
/** `custom-elements.json` says what the element is: compared with the running element, its contract and its types. */

import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";

import { CHOICES, OBSERVED } from "../../www/element/contract.js";
import { attributes, events, members, slots, tables } from "../../xtask/bundle/manifest.mjs";
import { ROOT } from "./support/browser.js";
import { check } from "./support/check.js";
import { PACKAGE, SCRIPT, openPage } from "./support/pages.js";
import { clear, complaints, site } from "./support/project.js";

/** How long npm and the compiler may take, in milliseconds: two busy cores are slow. */
const LONGEST = 400_000;

after(clear);

/** @param {string} path from the root of the checkout */
const source = (path) => readFile(join(ROOT, path), "utf8");

/** @returns {Promise<any>} what the manifest says of the class */
async function declared() {
  return JSON.parse(await readFile(`${PACKAGE}custom-elements.json`, "utf8")).modules[0].declarations[0];
}

/** @param {{name: string}[]} list */
const namesOf = (list) => list.map(({ name }) => name);

test("attributes are those that are observed, with the values and defaults they have", async () => {
  /** @type {{attributes: any[]}} */
  const { attributes: list } = await declared();
  assert.deepEqual(namesOf(list).sort(), [...OBSERVED].sort());
  assert.deepEqual(attributes(await source("www/element/contract.js")), list);
  for (const [name, values] of Object.entries(CHOICES)) {
    const { type, default: usual } = list.find((attribute) => attribute.name === name);
    assert.deepEqual(type.text.split(" | ").map((/** @type {string} */ text) => JSON.parse(text)), values, name);
    assert.equal(usual, values[0], name);
  }
});

test("properties and methods are those of the contract", async () => {
  const contract = tables(await source("www/element/contract.js"));
  const types = members(await source("www/element/types.d.ts"));
  const own = types.filter((member) => !("static" in member));
  const reflected = OBSERVED.filter((name) => name !== "lang");
  const fields = own.filter((member) => member.kind === "field");
  assert.deepEqual(
    namesOf(fields).sort(),
    [...reflected, ...contract.properties.map(({ property }) => property)].sort(),
  );
  for (const { property, type } of contract.properties) {
    const field = fields.find(({ name }) => name === property);
    assert.equal(type.includes("read only"), Boolean(field && "readonly" in field), `${property} is read only`);
  }
  const signature = (/** @type {any} */ { name, parameters }) =>
    `${name}(${parameters.map((/** @type {any} */ one) => one.name).join(", ")})`;
  const methods = own.filter((member) => member.kind === "method");
  assert.deepEqual(
    methods.map((/** @type {any} */ method) => [signature(method), method.return.type.text]).sort(),
    contract.methods.map(({ method, returns }) => [method, returns]).sort(),
  );
});

test("what the manifest calls a type is that type", { timeout: LONGEST }, async () => {
  const folder = await site();
  const { attributes: listed, members: own } = await declared();
  const same = (/** @type {string} */ one, /** @type {string} */ other) => `  Same<${one}, ${other}>,`;
  const at = (/** @type {string} */ name) => `ClaimCheckElement["${name}"]`;
  const { properties } = tables(await source("www/element/contract.js"));
  const lines = [
    ...listed.map((/** @type {any} */ { fieldName, type }) => same(at(fieldName), type.text)),
    ...own
      .filter((/** @type {any} */ member) => member.kind === "field" && !member.static)
      .map((/** @type {any} */ { name, type }) => same(at(name), type.text)),
    ...events(await source("www/element/contract.js")).map(({ name, type }) => same(`ClaimCheckEventMap["${name}"]`, type.text)),
    // What may be set is more than what is read.
    ...properties
      .filter(({ property }) => property !== "storyData")
      .map(({ property, type }) => same(at(property), type.replace(", read only", "").replace(" or null", " | null"))),
  ];
  assert.ok(lines.length > 40);
  const imports = "ClaimCheckElement, ClaimCheckEventMap, ClaimCheckFailure, Report, StoryInfo";
  const file = join(folder, "src/manifest.ts");
  const text = (/** @type {string[]} */ compared) =>
    `import type { ${imports} } from "claim-check";\n` +
    "type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : never;\n" +
    `export const all: [\n${compared.join("\n")}\n] = [${compared.map(() => "true").join(", ")}];\n` +
    "export type Used = ClaimCheckFailure | Report | StoryInfo | ClaimCheckEventMap;\n";
  await writeFile(file, text(lines));
  assert.equal(await complaints(folder), "");
  await writeFile(file, text([...lines, same(at("theme"), "string")]));
  assert.match(await complaints(folder), /manifest\.ts.*never/, "another type would be found");
});

check("the running element is as the manifest says", { opened: false }, async (checker) => {
  const { page } = checker;
  const told = await declared();
  const slotted = told.slots.map((/** @type {any} */ { name }) => `<p slot="${name}">${name}</p>`).join("");
  await openPage(checker, `<claim-check>${slotted}</claim-check>${SCRIPT}`);
  await page.getByText("empty", { exact: true }).waitFor();
  const found = await page.evaluate((names) => {
    const element = /** @type {any} */ (document.querySelector("claim-check"));
    return {
      observed: element.constructor.observedAttributes,
      lacking: names.filter((name) => !(name in element)),
    };
  }, namesOf(told.members.filter((/** @type {any} */ member) => !member.static)));
  assert.deepEqual([...found.observed].sort(), namesOf(told.attributes).sort());
  assert.deepEqual(found.lacking, []);
  assert.deepEqual(told.slots, slots(await source("www/element/contract.js")));

  const parts = new Set(await shownParts(page));
  await checker.ask("Doubao was launched in August 2023");
  for (const part of await shownParts(page)) parts.add(part);
  const named = namesOf(told.cssParts);
  for (const part of parts) assert.ok(named.includes(part), `the part ${part} is in the manifest`);
  // The message of a failure and what is shown while it loads are gone by now.
  const lacking = named.filter((part) => !parts.has(part));
  assert.deepEqual(lacking.filter((part) => !["error", "loading", "progress", "example"].includes(part)), []);

});

test("custom properties are those that the styles use and do not set themselves", async () => {
  const properties = namesOf((await declared()).cssProperties);
  const sheets = (await readdir(join(ROOT, "www/claim-check"))).map((name) => source(`www/claim-check/${name}`));
  const css = (await Promise.all([...sheets, source("www/element/element.css")])).join("\n");
  const used = new Set([...css.matchAll(/var\((--cc-[\w-]+)/g)].map(([, name]) => name));
  assert.deepEqual(properties.filter((name) => !used.has(name)), []);
  const inner = css.replace(/:root, :host \{[^]*?\n\}/, "");
  const set = new Set([...inner.matchAll(/(--cc-[\w-]+):/g)].map(([, name]) => name));
  assert.deepEqual([...used].filter((name) => !set.has(name) && !properties.includes(name)), []);
});

/** @param {import("playwright-core").Page} page @returns {Promise<string[]>} */
function shownParts(page) {
  return page.evaluate(() => inside.all("[part]").flatMap((element) => [...element.part]));
}
