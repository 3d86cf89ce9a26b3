/** Types of `<claim-check>` in React, from version 19 on: `import type {} from "claim-check/react";` */

import type { DetailedHTMLProps, HTMLAttributes } from "react";

import type { ClaimCheckElement } from "./element.js";
import type { ClaimCheckProps } from "./jsx.js";

type Common = DetailedHTMLProps<HTMLAttributes<ClaimCheckElement>, ClaimCheckElement>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "claim-check": Omit<Common, keyof ClaimCheckProps> & ClaimCheckProps;
    }
  }
}
