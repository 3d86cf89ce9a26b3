// @ts-check
/** The tables of the documentation against the element, its contract, its types, its styles and its words. */

import assert from "node:assert/strict";

import { CHOICES, FLAGS, OBSERVED, TEXTS } from "../../www/element/contract.js";
import { TEXTS as WORDS } from "../../www/element/texts.js";
import { check } from "./support/check.js";
import { openDocs, rows, source } from "./support/docs.js";

const types = source("element/types.d.ts");
const contract = source("element/contract.js");

/** @param {string} name @returns {string} the body of a class or interface in the types */
function body(name) {
  const found = new RegExp(`(?:class|interface) ${name}\\b[^{]*\\{([^]*?)\\n\\}`).exec(types)?.[1];
  assert.ok(found, `the types have ${name}`);
  return found;
}

/** @param {string} head of a sentence of the contract @returns {string[]} the names that it lists */
function listed(head) {
  const sentence = new RegExp(`\\* ${head}: ([^.]+)\\.`).exec(contract)?.[1] ?? "";
  return [...sentence.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
}

const text = (/** @type {string} */ written) => written.replace(/\s+/g, " ").trim();
const first = (/** @type {string[][]} */ table) => table.map(([name]) => name);

check("attributes: those that are observed, with the values they take", { opened: false }, async (checker) => {
  await openDocs(checker, "element.html");
  const table = await rows(checker.page, "attributes");
  const observed = await checker.page.evaluate(
    () => /** @type {any} */ (customElements.get("claim-check")).observedAttributes,
  );
  assert.deepEqual(first(table).sort(), [...observed].sort());
  assert.deepEqual([...observed].sort(), [...OBSERVED].sort());
  for (const [name, values] of table) {
    const choices = /** @type {Record<string, string[]>} */ (CHOICES)[name];
    if (choices) assert.equal(values, choices.join(", "), name);
    else if (FLAGS.includes(name)) assert.equal(values, "present or not", name);
    else assert.ok(name === "lang" || TEXTS.includes(name), name);
  }
});

check("properties, methods and events: those of the types, and of the class", { opened: false }, async (checker) => {
  await openDocs(checker, "element.html");
  const { page } = checker;
  const members = body("ClaimCheckElement");
  const attributes = first(await rows(page, "attributes"));
  const names = (/** @type {RegExp} */ pattern) => [...new Set([...members.matchAll(pattern)].map(([, name]) => name))];
  const properties = await rows(page, "properties");
  const typed = names(/^ {2}(?:readonly |get )?(\w+)(?:\(\))?: /gm).filter((name) => !["start", "reset", "showAnswer"].includes(name));
  assert.deepEqual(first(properties).sort(), typed.filter((name) => !attributes.includes(name)).sort());
  for (const [name, type, does] of properties) {
    const written = new RegExp(`^ {2}(readonly |get )?${name}(?:\\(\\))?: ([^;]+(?:; \\w+[^;]*)*);$`, "m").exec(members);
    assert.equal(type, written?.[2], name);
    assert.equal(does.startsWith("read only"), written?.[1] === "readonly ", name);
  }
  const methods = await rows(page, "methods");
  assert.deepEqual(
    methods.map(([call, returns]) => `${call.replace(/\(.*/, "")}: ${returns}`).sort(),
    [...members.matchAll(/^ {2}(start|check|loadStory|reset|showAnswer)\([^)]*\): ([^;]+);/gm)].map(([, name, type]) => `${name}: ${type}`).sort(),
  );
  const has = await page.evaluate(
    (all) => all.filter((name) => !(name in /** @type {any} */ (document.querySelector("claim-check")))),
    [...first(properties), ...methods.map(([call]) => call.replace(/\(.*/, ""))],
  );
  assert.deepEqual(has, [], "all are there");
  assert.deepEqual(
    (await rows(page, "events")).map(([name, detail]) => `"${name}": CustomEvent<${detail}>;`).sort(),
    body("ClaimCheckEventMap").split("\n").map((line) => line.trim()).filter((line) => line.startsWith('"')).sort(),
  );
});

check("slots, parts and states: those of the contract, and found in the element", { opened: false }, async (checker) => {
  await openDocs(checker, "element.html");
  const { page } = checker;
  const slots = /## Slots\n([^]*?)All other children/.exec(contract)?.[1] ?? "";
  assert.deepEqual(first(await rows(page, "slots")), [...slots.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  assert.deepEqual(first(await rows(page, "states")), listed("States, for `:state\\(\\)`"));
  const parts = first(await rows(page, "parts"));
  assert.deepEqual(parts, listed("Parts"));
  // What the views show has no other parts; what they show only at times stands in the sources.
  const found = new Set();
  for (const view of ["explore", "ask"]) {
    await page.locator("claim-check").evaluate((element, view) => element.setAttribute("view", view), view);
    if (view === "ask") {
      await checker.input.waitFor();
      await checker.examples.first().waitFor();
    }
    const shown = () => page.evaluate(() => inside.all("[part]").flatMap((element) => [...element.part]));
    for (const part of await shown()) found.add(part);
    if (view === "ask") {
      await checker.ask("Doubao was launched in August 2023");
      for (const part of await shown()) found.add(part);
    }
  }
  assert.deepEqual([...found].filter((part) => !parts.includes(part)), []);
  const missing = parts.filter((part) => !found.has(part));
  for (const part of missing) assert.ok(source("element/frame.js").includes(`part: "${part}"`), part);
});

check("custom properties: all that the styles define, and no others", { opened: false }, async (checker) => {
  await openDocs(checker, "styling.html");
  const defined = /:root, :host \{([^]*?)\}/.exec(source("claim-check/base.css"))?.[1] ?? "";
  const names = [...defined.matchAll(/(--cc-[\w-]+):/g)].map(([, name]) => name);
  assert.ok(names.length > 20);
  assert.deepEqual(
    first(await rows(checker.page, "custom-properties")).sort(),
    [...names, ...[...contract.matchAll(/`(--cc-\w+)`/g)].map(([, name]) => name)].sort(),
  );
});

check("exports: those of the module", { opened: false }, async (checker) => {
  await openDocs(checker, "api.html");
  const exported = await checker.page.evaluate(async () => Object.keys(await import(new URL("../claim-check.js", location.href).href)));
  assert.deepEqual(first(await rows(checker.page, "exports")).sort(), exported.sort());
  for (const name of [...body("Program").matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name))
    assert.ok((await checker.page.locator('[data-table="exports"]').innerText()).includes(`${name}(`), name);
});

check("troubleshooting has every code, in the words of the element", { opened: false }, async ({ page, url }) => {
  await page.goto(`${url}docs/troubleshooting.html`);
  const union = /readonly code:([^;]+);/.exec(types)?.[1] ?? "";
  const codes = [...union.matchAll(/"([\w-]+)"/g)].map(([, code]) => code);
  assert.ok(codes.length >= 12);
  const sections = await page.locator("h3[id]").evaluateAll((found) =>
    found.map((heading) => {
      const texts = { told: "", owner: "" };
      for (let next = heading.nextElementSibling; next?.localName === "p"; next = next.nextElementSibling) {
        if (next.className === "told" || next.className === "owner") texts[next.className] = next.textContent ?? "";
      }
      return { code: heading.id, heading: heading.textContent?.trim(), ...texts };
    }),
  );
  assert.deepEqual(
    sections.map(({ code }) => code),
    codes,
  );
  /** @type {Record<string, import("../../www/element/texts.js").Told>} */
  const words = WORDS.en.codes;
  for (const { code, heading, told, owner } of sections) {
    assert.equal(heading, code);
    assert.equal(text(told), words[code]?.reader ?? "", code);
    assert.equal(text(owner), words[code]?.owner ?? "", code);
  }
  // None is missing from the list of the types either.
  for (const code of Object.keys(words)) assert.ok(codes.includes(code), code);
});
