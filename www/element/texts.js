// @ts-check
/** What a reader and the owner of a site are told before the program, which has its own words, can say anything. */

/** @typedef {"en" | "it"} Language */
/** @typedef {{reader: string, owner: string}} Told */
/** @typedef {"unsupported-browser" | "csp-blocked" | "wasm-not-found" | "wrong-mime" | "integrity-mismatch"
 *   | "story-not-found" | "story-invalid" | "story-version" | "crashed" | "failed"} Shown */

/**
 * @type {Record<Language, {
 *   loading: string, title: string, stopped: string, owner: string, code: string, text: string, again: string,
 *   codes: Record<Shown, Told>,
 * }>}
 */
export const TEXTS = {
  en: {
    loading: "Loading the claim checker…",
    title: "The claim checker could not start.",
    stopped: "The claim checker stopped because of a fault of its own. What you typed is still here.",
    owner: "For the owner of this site:",
    code: "Code:",
    text: "Your claim or question",
    again: "Check again",
    codes: {
      "unsupported-browser": {
        reader: "This browser cannot run it, or has WebAssembly switched off.",
        owner: "Nothing to do: it needs a browser from 2023 or later with WebAssembly allowed.",
      },
      "csp-blocked": {
        reader: "The security policy of this site does not allow it to run.",
        owner:
          "Add 'wasm-unsafe-eval' to script-src and 'self', or the host of the files, to connect-src in the " +
          "Content-Security-Policy.",
      },
      "wasm-not-found": {
        reader: "One of its files could not be loaded.",
        owner:
          "Publish the .wasm file beside claim-check.js, both of the same release, and check that the server can be " +
          "reached from this page.",
      },
      "wrong-mime": {
        reader: "One of its files could not be used.",
        owner: "The server sends a page in place of the .wasm file. Send the file, with the MIME type application/wasm.",
      },
      "integrity-mismatch": {
        reader: "One of its files is not the one it should be.",
        owner:
          "The .wasm file was changed or is of another release than claim-check.js. Publish both unchanged from one " +
          "release, and empty the caches between.",
      },
      "story-not-found": {
        reader: "The story could not be loaded.",
        owner: "Check the address in the attribute story, and that the server lets this page read it.",
      },
      "story-invalid": {
        reader: "The story could not be read.",
        owner: "Pass a file that `claim-check story compile` wrote, unchanged.",
      },
      "story-version": {
        reader: "The story is of another version than the claim checker.",
        owner: "Compile the story with the claim-check of the same version as claim-check.js.",
      },
      crashed: {
        reader: "You can check it again.",
        owner: "This is a fault of claim-check. Please report it with the claim that led to it.",
      },
      failed: { reader: "Something unexpected went wrong.", owner: "The console of the browser says more." },
    },
  },
  it: {
    loading: "La verifica si sta caricando…",
    title: "La verifica non si è potuta avviare.",
    stopped: "La verifica si è fermata per un errore interno. Quello che hai scritto è ancora qui.",
    owner: "Per chi gestisce questo sito:",
    code: "Codice:",
    text: "La tua affermazione o domanda",
    again: "Verifica di nuovo",
    codes: {
      "unsupported-browser": {
        reader: "Questo browser non può eseguirla, o ha WebAssembly disattivato.",
        owner: "Niente da fare: serve un browser del 2023 o più recente, con WebAssembly attivo.",
      },
      "csp-blocked": {
        reader: "Le regole di sicurezza di questo sito non le permettono di funzionare.",
        owner:
          "Aggiungere 'wasm-unsafe-eval' a script-src e 'self', o l’host dei file, a connect-src nella " +
          "Content-Security-Policy.",
      },
      "wasm-not-found": {
        reader: "Uno dei suoi file non si è potuto caricare.",
        owner:
          "Pubblicare il file .wasm accanto a claim-check.js, entrambi della stessa versione, e controllare che il " +
          "server sia raggiungibile da questa pagina.",
      },
      "wrong-mime": {
        reader: "Uno dei suoi file non si è potuto usare.",
        owner:
          "Il server invia una pagina al posto del file .wasm. Inviare il file, con il tipo MIME application/wasm.",
      },
      "integrity-mismatch": {
        reader: "Uno dei suoi file non è quello che dovrebbe essere.",
        owner:
          "Il file .wasm è stato modificato o è di una versione diversa da claim-check.js. Pubblicarli entrambi intatti, " +
          "dalla stessa versione, e svuotare le cache.",
      },
      "story-not-found": {
        reader: "La notizia non si è potuta caricare.",
        owner: "Controllare l’indirizzo nell’attributo story e che il server ne permetta la lettura a questa pagina.",
      },
      "story-invalid": {
        reader: "La notizia non si è potuta leggere.",
        owner: "Passare un file scritto da `claim-check story compile`, intatto.",
      },
      "story-version": {
        reader: "La notizia è di una versione diversa dalla verifica.",
        owner: "Compilare la notizia con il claim-check della stessa versione di claim-check.js.",
      },
      crashed: {
        reader: "Puoi verificare di nuovo.",
        owner: "È un errore di claim-check. Segnalarlo, per favore, con l’affermazione che l’ha causato.",
      },
      failed: { reader: "È successo qualcosa di imprevisto.", owner: "La console del browser dice di più." },
    },
  },
};

/**
 * @param {Element} element
 * @returns {Language} its language: its own, else that of what it is in, else English
 */
export function languageOf(element) {
  for (let at = /** @type {Element | null} */ (element); at; ) {
    const tag = at.closest("[lang]")?.getAttribute("lang")?.slice(0, 2).toLowerCase();
    if (tag) return tag === "it" ? "it" : "en";
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return "en";
}
