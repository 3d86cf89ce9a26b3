// @ts-check
/** How a verdict is made, live: what `check` says of the claims that a text was compared with. */

/** @typedef {import("../../target/package/element.d.ts").Report} Report */
/** @typedef {import("../../target/package/element.d.ts").PartReport} Part */

/** How a claim stands to a statement of the story, in words. @type {Record<string, string>} */
const RELATIONS = {
  same: "says the same",
  denied: "says the contrary",
  altered: "says it with something changed",
  unsettled: "comes close without saying it",
};

/** @type {Record<string, string>} */
const VERDICTS = { support: "Supports", dispute: "Disputes", both: "Both sides", omit: "Omits" };

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** @param {number} share @returns {string} in per cent, without a false certainty */
function percent(share) {
  if (share < 0.01) return "below 1%";
  return share > 0.99 ? "above 99%" : `${Math.round(share * 100)}%`;
}

/** @param {Report} report @returns {Node} the claim, with the stretches it was read as */
function reading({ claim, parts }) {
  if (parts.length === 0) return element("p", {}, "Nothing in it can be compared.");
  const line = element("p", { class: parts.length > 1 ? "explain-claim explain-many" : "explain-claim" });
  let at = 0;
  for (const { span } of parts) {
    line.append(claim.slice(at, span.start), element("mark", {}, claim.slice(span.start, span.end)));
    at = span.end;
  }
  line.append(claim.slice(at));
  return line;
}

/** @param {Part} part @returns {Node} the closest claims of the story, and what is left for all else */
function candidates({ matches }) {
  const line = (/** @type {string} */ text, /** @type {number} */ share, /** @type {string[]} */ told, decides = false) => {
    const bar = element("span", { class: "explain-bar", "aria-hidden": "true" });
    bar.style.setProperty("--share", String(share));
    const meta = element("span", { class: "docs-note" }, [percent(share), ...told].join(" · "));
    return element("li", decides ? { class: "explain-decided" } : {}, element("span", {}, text), bar, meta);
  };
  const rest = Math.max(0, 1 - matches.reduce((sum, { probability }) => sum + probability, 0));
  return element(
    "ol",
    { class: "explain-candidates" },
    ...matches.map(({ text, probability, relation, decided }) =>
      line(
        text,
        probability,
        [`your claim ${RELATIONS[relation] ?? relation}`, ...(decided ? ["led to the verdicts"] : [])],
        decided,
      ),
    ),
    line("Any other claim of the story, or none", rest, []),
  );
}

/** @param {Report} report @returns {Node} */
function decided({ articles }) {
  return element(
    "dl",
    { class: "explain-articles" },
    ...articles.flatMap(({ label, verdict, confidence, evidence }) => {
      const sure = verdict !== "omit" && confidence === "possible" ? " (possible)" : "";
      const reasons = evidence.flatMap((found) => [
        element(
          "p",
          {},
          `Paragraph ${found.paragraph}, sentence ${found.sentence}, ${found.voiceLabel}: ${found.note}`,
        ),
        element("ul", {}, ...found.reasons.map(({ text }) => element("li", {}, text))),
      ]);
      return [
        element("dt", {}, label),
        element("dd", {}, element("p", { class: `cc-${verdict} explain-verdict` }, (VERDICTS[verdict] ?? verdict) + sure), ...reasons),
      ];
    }),
  );
}

/** @param {Report} report @returns {Node[]} */
function explained(report) {
  const many = report.parts.length > 1;
  return [
    element("h3", {}, "1. How it was read"),
    reading(report),
    element("p", { class: "docs-note" }, many ? `As ${report.parts.length} claims, each compared by itself.` : "As one claim."),
    element("h3", {}, "2. What it was compared with"),
    ...report.parts.flatMap((part, index) => [
      ...(many ? [element("h4", {}, `Claim ${index + 1}: ${report.claim.slice(part.span.start, part.span.end)}`)] : []),
      candidates(part),
    ]),
    element("h3", {}, "3. What that means for each article"),
    decided(report),
  ];
}

const form = document.getElementById("explain");
const input = form?.querySelector("textarea");
const answer = document.getElementById("explained");
const status = document.getElementById("explain-status");

if (form instanceof HTMLFormElement && input && answer && status) {
  const { runtime } = await import("../claim-check.js");
  const explain = async () => {
    const text = input.value.trim();
    status.textContent = "";
    if (text === "") return answer.replaceChildren();
    try {
      const program = await runtime();
      const report = program.check(text, { language: "en" });
      answer.replaceChildren(...explained(report));
      // Announced in one sentence; the rest is there to be read.
      status.textContent = report.summary;
    } catch (error) {
      const { message, hint } = /** @type {Error & {hint?: string}} */ (error);
      answer.replaceChildren(element("p", {}, `It could not be checked: ${message}. ${hint ?? ""}`));
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void explain();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  for (const example of document.querySelectorAll("[data-explain]")) {
    example.addEventListener("click", () => {
      input.value = example.textContent ?? "";
      void explain();
    });
  }
  void explain();
}
