// A click on a pilcrow copies the paragraph's address and highlights the paragraph. If the address
// cannot be copied, the link opens the paragraph's own page.
import { announce } from "./announce.js";
import { copy } from "./copy.js";

export function enhance(root) {
  for (const text of root.querySelectorAll("[data-permalinks]")) {
    text.addEventListener("click", onClick);
  }
}

async function onClick(event) {
  const link = event.target.closest("a.pilcrow");
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !plain || event.button !== 0) return;
  event.preventDefault();
  if (!(await copy(link.href))) {
    location.href = link.href;
    return;
  }
  const paragraph = link.closest("[id]");
  history.replaceState(null, "", `#${paragraph.id}`);
  mark(paragraph);
  announce(`Copied: ${link.href}`);
}

// replaceState does not move :target, so a class highlights the paragraph and hides the old :target.
function mark(paragraph) {
  for (const old of document.querySelectorAll(".is-marked")) old.classList.remove("is-marked");
  document.documentElement.classList.add("has-mark");
  paragraph.classList.add("is-marked");
}
