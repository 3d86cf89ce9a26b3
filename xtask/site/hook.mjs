// @ts-check
/** What Trunk calls once the page is in its staging folder. Trunk runs several hooks at once; these build on each other. */

await import("../bundle/bundle.mjs");
await import("./site.mjs");
