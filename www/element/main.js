// @ts-check
/** `claim-check.js`: the one file that a page needs. */

import { define } from "./define.js";

export * from "./bare.js";

define();
