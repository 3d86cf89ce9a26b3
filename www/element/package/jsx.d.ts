/**
 * What `<claim-check>` takes in JSX, whatever the framework: attributes, properties, and listeners named after its events.
 * For React `claim-check/react` registers it; for another framework:
 *
 * ```ts
 * import type { ClaimCheckProps } from "claim-check/jsx";
 * declare module "preact" {
 *   namespace JSX {
 *     interface IntrinsicElements {
 *       "claim-check": HTMLAttributes<ClaimCheckElement> & ClaimCheckProps;
 *     }
 *   }
 * }
 * ```
 */

import type { ClaimCheckElement, ClaimCheckEventMap } from "./element.js";

/** Attributes and properties that a page may set. */
export type ClaimCheckSettings = Partial<
  Pick<
    ClaimCheckElement,
    | "story"
    | "theme"
    | "claim"
    | "loading"
    | "reveal"
    | "view"
    | "recents"
    | "select"
    | "permalink"
    | "structured"
    | "examples"
    | "host"
    | "storyData"
  >
>;

/** Listeners to the events, such as `onclaim-check-result`. */
export type ClaimCheckListeners = {
  [Name in keyof ClaimCheckEventMap as `on${Name}`]?: (event: ClaimCheckEventMap[Name]) => void;
};

/** All of it. */
export interface ClaimCheckProps extends ClaimCheckSettings, ClaimCheckListeners {}
