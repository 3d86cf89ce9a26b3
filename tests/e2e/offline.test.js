// @ts-check
/** Without a network: once the page is there, nothing it does needs one. */

import assert from "node:assert/strict";

import { check } from "./support/check.js";

check("claims are checked, languages switched and lists opened without a network", {}, async (checker) => {
  const { page, watch } = checker;
  const loaded = watch.requests.length;
  await page.context().setOffline(true);
  assert.equal(await page.evaluate(() => navigator.onLine), false);
  await checker.ask("ByteDance ordered 200,000 Huawei chips");
  assert.equal(await checker.verdicts(), "DODOO");
  await checker.speak("it");
  await checker.ask("Doubao è stato lanciato nell’agosto del 2023");
  assert.equal(await checker.verdicts(), "SOOOS");
  await checker.answer.getByText(checker.words.more).click();
  await checker.examples.nth(1).click();
  await checker.row("000").getByText("200.000").first().waitFor();
  await checker.speak("en");
  await checker.ask("Biden signed the TikTok bill and ChatGPT was released in 2019.");
  assert.equal(await checker.verdicts(), "ODOOO");
  await checker.clear();
  assert.deepEqual(watch.requests.slice(loaded), [], "nothing was asked for after the page was loaded");
});

check("the network can come and go", {}, async (checker) => {
  for (const offline of [true, false, true]) {
    await checker.page.context().setOffline(offline);
    await checker.ask("Doubao was launched in August 2023");
    assert.equal(await checker.verdicts(), "SOOOS");
  }
});
