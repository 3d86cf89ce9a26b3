/** What the build writes for the sources, see `xtask/bundle/`. */
declare module "claim-check:glue" {
  /** A fresh instance of the program, not yet started. */
  export function create(): any;
}
declare module "claim-check:wasm" {
  export const url: string;
  export const integrity: string;
  export const unpack: (() => Promise<ArrayBuffer>) | undefined;
}
declare module "claim-check:worker" {
  export const worker: string;
  export const integrity: string;
}
declare module "claim-check:styles" {
  const text: string;
  export default text;
}
