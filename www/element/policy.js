// @ts-check
/** Tells what the content security policy of the page forbids from what fails otherwise. */

import { ClaimCheckFailure } from "./failure.js";

/** How long a browser may take to tell of a violation after what it stopped has failed, in milliseconds. */
const TELLING = 50;

/**
 * Runs something; when it fails and the policy was violated meanwhile, the failure is that.
 * @template T
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function watched(run) {
  /** @type {Set<string>} */
  const blocked = new Set();
  const note = (/** @type {SecurityPolicyViolationEvent} */ violation) =>
    blocked.add(`${violation.effectiveDirective} forbids ${violation.blockedURI || "it"}`);
  document.addEventListener("securitypolicyviolation", note);
  try {
    return await run();
  } catch (error) {
    await new Promise((told) => setTimeout(told, TELLING));
    const message = error instanceof Error ? error.message : String(error);
    // A policy that forbids WebAssembly is told by the error itself.
    const compiled = error instanceof WebAssembly.CompileError && /Content.Security.Policy|unsafe-eval|CSP/i.test(message);
    const told = [...blocked].filter((line) => /^(connect|script)-src/.test(line));
    if (compiled || told.length > 0) {
      throw new ClaimCheckFailure("csp-blocked", [...told, message].join("; "), { cause: error });
    }
    throw error;
  } finally {
    document.removeEventListener("securitypolicyviolation", note);
  }
}
