// @ts-check
/**
 * `custom-elements.json`: what editors and documentation tools know of the element, in the form of
 * https://github.com/webcomponents/custom-elements-manifest.
 *
 * Nothing is written twice: attributes, events, slots, parts and states are those of the contract at the top of
 * `www/element/contract.js`, fields and methods those of `types.d.ts`, custom properties those of the style sheets. What
 * cannot be read there is an error, so that the build tells of a contract that is written another way.
 */

import { CHOICES, FLAGS } from "../../www/element/contract.js";

/** @typedef {{contract: string, types: string, styles: string}} Sources */
/** @typedef {Record<string, string>} Row a row of a table, by the heads of its columns */

/**
 * @param {string} contract
 * @param {string} title that a section begins with
 * @returns {string} the section
 */
function section(contract, title) {
  const comment = /\/\*\*([^]*?)\*\//.exec(contract)?.[1].replace(/^ \* ?/gm, "") ?? "";
  const found = comment.split(/^## /m).find((part) => part.startsWith(title));
  if (!found) throw new Error(`the contract has no section “${title}”`);
  return found;
}

/** @param {string} cell @returns {string} without marks of code */
const plain = (cell) => cell.replaceAll("\\|", "|").replaceAll("`", "").trim();

/** @param {string} text with a table in Markdown @returns {Row[]} */
function table(text) {
  const lines = text.split("\n").filter((line) => line.startsWith("|"));
  const cells = lines.map((line) => line.split(/(?<!\\)\|/).slice(1, -1).map(plain));
  const [heads, , ...rows] = cells;
  if (!heads || rows.length === 0) throw new Error(`expected a table, found: ${text}`);
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ""])));
}

/** @param {string} text @returns {string[]} what stands in marks of code */
const names = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

/**
 * @param {string} text
 * @param {string} head of a sentence that lists names, up to its full stop
 */
function listed(text, head) {
  const sentence = new RegExp(`^${head}(?:, for [^ ]+)?: ([^.]+)\\.`, "m").exec(text)?.[1];
  const found = names(sentence ?? "");
  if (found.length === 0) throw new Error(`the contract lists no ${head.toLowerCase()}`);
  return found;
}

/** @param {string} name of an attribute @returns {string} its type */
function typeOfAttribute(name) {
  const values = /** @type {Record<string, string[]>} */ (CHOICES)[name];
  if (values) return values.map((value) => `"${value}"`).join(" | ");
  return FLAGS.includes(name) ? "boolean" : "string";
}

/** @param {string} contract */
export function attributes(contract) {
  return table(section(contract, "Attributes")).map(({ attribute: name, default: usual, does }) => ({
    name,
    description: does,
    type: { text: typeOfAttribute(name) },
    ...(usual && usual !== "off" ? { default: usual } : {}),
    fieldName: name,
  }));
}

/** @param {string} contract */
export function events(contract) {
  return table(section(contract, "Events")).map(({ event, detail, when }) => ({
    name: event,
    description: when,
    type: { text: `CustomEvent<${detail === "none" ? "null" : detail}>` },
  }));
}

/** @param {string} contract @returns {{properties: Row[], methods: Row[]}} the tables of both, as they stand there */
export function tables(contract) {
  return { properties: table(section(contract, "Properties")), methods: table(section(contract, "Methods")) };
}

/** @param {string} types @returns {string} the members of the class, without those that every element has */
function classBody(types) {
  const body = /^export declare class ClaimCheckElement [^{]*\{\n([^]*?)^\}/m.exec(types)?.[1];
  if (!body) throw new Error("types.d.ts has no class ClaimCheckElement");
  return body.replace(/^ {2}(add|remove)EventListener[^]*?\): void;\n/gm, "");
}

/** @param {string} types */
export function members(types) {
  const found = classBody(types).matchAll(
    /^(?: {2}\/\*\* ([^]*?) \*\/\n)? {2}(static )?(readonly |get )?(\w+)(?:\(([^)]*)\))?: (.+);\n/gm,
  );
  return [...found].map(([, description, fixed, access, name, given, type]) => {
    const common = { name, ...(description ? { description } : {}), ...(fixed ? { static: true } : {}) };
    if (given !== undefined && !access) {
      const parameters = [...given.matchAll(/(\w+): ([^,]+)/g)].map(([, name, text]) => ({ name, type: { text } }));
      return { kind: "method", ...common, parameters, return: { type: { text: type } } };
    }
    return { kind: "field", ...common, type: { text: type }, ...(access === "readonly " ? { readonly: true } : {}) };
  });
}

/** @param {Sources} sources */
function customProperties({ contract, styles }) {
  const about = section(contract, "Parts, states");
  const own = /:root, :host \{([^]*?)\n\}/.exec(styles)?.[1];
  if (!own) throw new Error("the style sheet sets no custom properties on its host");
  const set = [...own.matchAll(/(--cc-[\w-]+): ([^;]+);/g)].map(([, name, usual]) => ({ name, default: usual }));
  const further = [...about.matchAll(/`(--cc-[\w-]+)`, ([^(]+) \(`([^`]+)`/g)];
  if (further.length === 0) throw new Error("the contract lists no custom properties");
  return [...set, ...further.map(([, name, text, usual]) => ({ name, default: usual, description: text.replace(/\s+/g, " ").trim() }))];
}

/** @param {string} contract */
export function slots(contract) {
  const about = section(contract, "Slots");
  const rest = /^All other children are the fallback: ([^.]+)\.$/m.exec(about)?.[1];
  if (!rest) throw new Error("the contract does not say what other children are");
  return [{ name: "", description: rest }, ...table(about).map(({ slot: name, holds: description }) => ({ name, description }))];
}

/**
 * @param {Sources} sources
 * @returns {object} the manifest
 */
export function manifest(sources) {
  const about = section(sources.contract, "Parts, states");
  const declaration = { name: "ClaimCheckElement", module: "element.js" };
  const named = (/** @type {string} */ name) => ({ name });
  const definition = { kind: "custom-element-definition", name: "claim-check", declaration };
  const exported = { kind: "js", name: declaration.name, declaration };
  return {
    schemaVersion: "2.1.0",
    readme: "README.md",
    modules: [
      {
        kind: "javascript-module",
        path: "element.js",
        declarations: [
          {
            kind: "class",
            customElement: true,
            tagName: "claim-check",
            name: declaration.name,
            description: "Says for every article of a news story whether it supports, disputes or omits a claim.",
            superclass: { name: "HTMLElement" },
            attributes: attributes(sources.contract),
            members: members(sources.types),
            events: events(sources.contract),
            slots: slots(sources.contract),
            cssParts: listed(about, "Parts").map(named),
            cssStates: listed(about, "States").map(named),
            cssProperties: customProperties(sources),
          },
        ],
        exports: [exported],
      },
      ...["define.js", "claim-check.js"].map((path) => ({
        kind: "javascript-module",
        path,
        declarations: [],
        exports: [exported, definition],
      })),
    ],
  };
}
