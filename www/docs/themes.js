// @ts-check
/** Live themes: the style sheets that the page shows are applied to its element as they are, also once they are edited. */

const editor = document.getElementById("theme-editor");
const choice = document.getElementById("theme-choice");

if (editor instanceof HTMLTextAreaElement && choice instanceof HTMLSelectElement) {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const apply = () => void sheet.replaceSync(editor.value);
  const choose = () => {
    editor.value = document.getElementById(choice.value)?.textContent ?? "";
    apply();
  };
  editor.addEventListener("input", apply);
  choice.addEventListener("change", choose);
  choose();
}
