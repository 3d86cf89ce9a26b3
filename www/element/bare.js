// @ts-check
/** Everything there is, without registering anything. */

export { define } from "./define.js";
export { ClaimCheckElement } from "./element.js";
export { ClaimCheckFailure } from "./failure.js";
export { location, runtime } from "./runtime.js";
