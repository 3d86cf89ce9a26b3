// @ts-check
/** The colours of a page of the site and of every element in it: those of the system, light or dark, for this visit. */

/** @param {string} theme system, light or dark */
function colour(theme) {
  document.documentElement.dataset.theme = theme;
  for (const element of document.querySelectorAll("claim-check")) element.setAttribute("theme", theme);
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-theme-choice") === theme));
  }
}

for (const button of document.querySelectorAll("[data-theme-choice]")) {
  button.addEventListener("click", () => colour(button.getAttribute("data-theme-choice") ?? "system"));
}
colour("system");
