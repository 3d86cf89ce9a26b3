// @ts-check
/** `claim-check.inline.js`: one classic script with everything in it, for pages that are opened from disk. */

import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { check } from "./support/check.js";
import { PACKAGE } from "./support/pages.js";

check("a page that is opened from disk works with two files", { opened: false, mishaps: true }, async (checker) => {
  const { page, watch } = checker;
  const folder = await mkdtemp(join(tmpdir(), "claim-check-"));
  try {
    await copyFile(`${PACKAGE}claim-check.inline.js`, join(folder, "claim-check.inline.js"));
    const policy = "default-src 'none'; script-src file: 'wasm-unsafe-eval'; require-trusted-types-for 'script'";
    const body =
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
      '<title>From disk</title><script defer src="claim-check.inline.js"></script><claim-check></claim-check>';
    await writeFile(join(folder, "index.html"), body);
    await page.goto(pathToFileURL(join(folder, "index.html")).href);
    await checker.ask("Doubao was launched in August 2023");
    assert.equal(await checker.verdicts(), "SOOOS");
    assert.deepEqual(
      watch.requests.map((address) => new URL(address).pathname.split("/").pop()),
      ["index.html", "claim-check.inline.js"],
    );
    const problems = watch.problems.filter((problem) => !problem.startsWith("request to elsewhere: file:"));
    assert.deepEqual(problems, []);
  } finally {
    await rm(folder, { recursive: true });
  }
});
