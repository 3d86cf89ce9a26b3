// @ts-check
/** What tests look for, in the words of the page: names of parts and the words of the verdicts. */

/** @typedef {"en" | "it"} Language */

/** Letters of the verdicts, as tests/verdicts/cases.tsv writes them. @typedef {"S" | "D" | "B" | "O"} Letter */

/**
 * @type {Record<Language, {
 *   input: string, check: string, clear: string, answer: string, examples: string, more: string, invitation: string,
 *   caution: string, tooLong: string, nothing: string, unlike: string, nearby: string, wrote: string,
 *   ask: string, explore: string, full: string,
 *   verdicts: Record<Letter, string>,
 * }>}
 */
export const WORDS = {
  en: {
    input: "Your claim or question, in English or Italian",
    check: "Check",
    clear: "Clear",
    answer: "Answer",
    examples: "Try one of these",
    more: "Other claims to try",
    invitation: "For every article you will see whether it supports, disputes or omits your claim",
    caution: "not a sure match",
    tooLong: "up to 600 characters",
    nothing: "No article in this story covers that.",
    unlike: "Nothing in this story is like that.",
    nearby: "What the story does say nearby",
    wrote: "You wrote",
    ask: "Check a claim",
    explore: "Explore the story",
    full: "Show the full answer",
    verdicts: { S: "Supports", D: "Disputes", B: "Both sides", O: "Omits" },
  },
  it: {
    input: "Affermazione o domanda, in italiano o inglese",
    check: "Verifica",
    clear: "Cancella",
    answer: "Risposta",
    examples: "Prova con una di queste",
    more: "Altre affermazioni da provare",
    invitation: "Per ogni articolo vedrai se sostiene, contesta o tralascia la tua affermazione",
    caution: "non una corrispondenza certa",
    tooLong: "al massimo 600 caratteri",
    nothing: "Nessun articolo di questa notizia ne parla.",
    unlike: "In questa notizia non c’è nulla di simile.",
    nearby: "Che cosa dice la notizia lì vicino",
    wrote: "Hai scritto",
    ask: "Verifica",
    explore: "Esplora la notizia",
    full: "Mostra la risposta completa",
    verdicts: { S: "Sostiene", D: "Contesta", B: "Due versioni", O: "Non ne parla" },
  },
};
