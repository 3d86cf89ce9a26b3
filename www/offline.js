// @ts-check
/**
 * Keeps the site for the time without a network, and tells when there is a new version of it.
 *
 * A new version is never put under a page that is being read: the reader is asked, and may go on with the old one.
 */

/** @typedef {{en: string, it: string}} Text */

const TEXTS = {
  waiting: {
    en: "A new version of this site is ready.",
    it: "È pronta una nuova versione di questo sito.",
  },
  /** Another window of the site took the new version. */
  taken: {
    en: "This site was updated in another window.",
    it: "Questo sito è stato aggiornato in un’altra finestra.",
  },
  update: { en: "Update and reload", it: "Aggiorna e ricarica" },
  reload: { en: "Reload", it: "Ricarica" },
  later: { en: "Later", it: "Più tardi" },
};

/** @param {Text} text @returns {HTMLElement[]} in both languages; the style sheet shows that of the document */
function bilingual(text) {
  return /** @type {const} */ (["en", "it"]).map((language) => {
    const span = document.createElement("span");
    span.lang = language;
    span.textContent = text[language];
    return span;
  });
}

/** @param {Text} text @param {() => void} act */
function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.append(...bilingual(text));
  made.addEventListener("click", act);
  return made;
}

/** What is told; it is in the page before it has anything to say, so that screen readers hear of it. */
const place = document.createElement("div");
place.className = "site-update";
place.setAttribute("role", "status");

/** @param {Text} text @param {Text} accept @param {() => void} act */
function notice(text, accept, act) {
  const line = document.createElement("p");
  line.append(...bilingual(text));
  place.replaceChildren(line, button(accept, act), button(TEXTS.later, () => place.replaceChildren()));
}

/** @param {ServiceWorkerContainer} workers */
async function keep(workers) {
  document.body.append(place);
  let controlled = workers.controller !== null;
  let accepted = false;
  const registration = await workers.register(new URL("service-worker.js", import.meta.url), { updateViaCache: "none" });
  const tell = (/** @type {ServiceWorker} */ waiting) =>
    notice(TEXTS.waiting, TEXTS.update, () => {
      accepted = true;
      waiting.postMessage("take over");
    });
  const follow = (/** @type {ServiceWorker | null} */ installing) =>
    installing?.addEventListener("statechange", () => {
      // Without an active one it is the first version, which is no news to anybody.
      if (installing.state === "installed" && registration.active) tell(installing);
    });
  if (registration.waiting && registration.active) tell(registration.waiting);
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  workers.addEventListener("controllerchange", () => {
    if (accepted) location.reload();
    else if (controlled) notice(TEXTS.taken, TEXTS.reload, () => location.reload());
    controlled = true;
  });
  document.addEventListener("visibilitychange", () => {
    // Without a network there is nothing to be found, which is no failure.
    if (document.visibilityState === "visible") void registration.update().catch(() => {});
  });
}

// Only on a secure address, and not where a browser has them switched off. Without them the site works as well.
if ("serviceWorker" in navigator) {
  keep(navigator.serviceWorker).catch((error) => console.info("claim-check: this visit is not kept for offline use:", error));
}
