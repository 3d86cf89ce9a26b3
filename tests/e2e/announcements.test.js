// @ts-check
/** What a screen reader is told: the summary, once, when the answer stands. The clock of the page is moved by hand. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";

const CLAIM = "ByteDance ordered 200,000 Huawei chips";
const SUMMARY = "Two of five articles dispute it, three don’t mention it.";

/** Opens the page with its clock stopped. @param {import("./support/checker.js").Checker} checker */
async function stopped(checker) {
  await checker.page.clock.install();
  await checker.open();
  await checker.page.clock.pauseAt(Date.now() + 60_000);
}

/** @param {import("./support/checker.js").Checker} checker @returns {Promise<string>} what was said last */
async function said(checker) {
  return (await checker.status.textContent()) ?? "";
}

check(
  "one live region is for answers and one for notices, both polite, there from the start and empty",
  {},
  async (checker) => {
    const live = checker.page.locator("[aria-live], [role=status], [role=alert], [role=log]");
    assert.equal(await live.count(), 2);
    for (const region of await live.all()) {
      const role = await region.getAttribute("role");
      // A status is polite by itself.
      assert.equal((await region.getAttribute("aria-live")) ?? (role === "status" ? "polite" : ""), "polite");
      assert.equal(await region.textContent(), "");
    }
  },
);

check(
  "what was copied is said, and the notice goes when another claim is asked",
  { browser: { permissions: ["clipboard-read", "clipboard-write"] } },
  async (checker) => {
    await checker.ask(CLAIM);
    await checker.answer.getByRole("button", { name: "Copy as text" }).click();
    const notice = checker.page.locator("[aria-live=polite]").filter({ hasText: "Copied." });
    await notice.waitFor();
    await checker.ask("xyzzy");
    await notice.waitFor({ state: "detached" });
  },
);

check("while the reader types nothing is said; the answer is, once it stands", { opened: false }, async (checker) => {
  const { page } = checker;
  await stopped(checker);
  await checker.input.fill(CLAIM);
  await page.clock.runFor(300);
  await checker.summary.waitFor();
  assert.equal(await said(checker), "", "the answer is seen, but the reader may type on");
  await page.clock.runFor(500);
  await checker.input.press("End");
  await page.keyboard.type("!");
  await page.clock.runFor(800);
  assert.equal(await said(checker), "", "typing begins the wait anew");
  await page.clock.runFor(400);
  await page.waitForFunction(() => inside.one("[role=status]")?.textContent !== "");
  assert.match(await said(checker), /^Two of five articles dispute it/);
});

check("Enter has the answer said at once", { opened: false }, async (checker) => {
  await stopped(checker);
  await checker.ask(CLAIM);
  await checker.status.filter({ hasText: SUMMARY }).waitFor();
});

check(
  "what is said is short: the summary, with the caution where there is one, never the rows",
  {},
  async (checker) => {
    for (const claim of [CLAIM, "Did ByteDance order about 100,000 Ascend chips from Huawei?", "xyzzy"]) {
      await checker.ask(claim);
      const summary = await checker.summary.innerText();
      await checker.status.filter({ hasText: summary }).waitFor();
      assert.ok((await said(checker)).length < 250, await said(checker));
      assert.ok(!/Paragraph|Article 1/.test(await said(checker)));
    }
  },
);

check("the region is emptied with the input, and speaks the other language after a switch", {}, async (checker) => {
  await checker.ask(CLAIM);
  await checker.status.filter({ hasText: SUMMARY }).waitFor();
  await checker.speak("it");
  await checker.status.filter({ hasText: "Due articoli su cinque lo contestano" }).waitFor();
  await checker.clear();
  assert.equal(await said(checker), "");
});

check("a text too long is said as well", {}, async (checker) => {
  await checker.input.fill("ByteDance ordered chips. ".repeat(25));
  await checker.status.filter({ hasText: checker.words.tooLong }).waitFor();
});
