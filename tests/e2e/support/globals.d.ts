/** What `lookInside` puts into every page. */
declare const inside: {
  all(selector: string): HTMLElement[];
  one(selector: string): HTMLElement | null;
  focused(): Element | null;
};
