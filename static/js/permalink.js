// A click on a pilcrow copies the paragraph's address and marks the paragraph in place. Where the
// address cannot be copied, the link simply leads to the paragraph's own page.
import { copy, say } from "./copy.js";

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
  say(`Copied: ${link.href}`);
}

// replaceState does not move :target, so the mark is a class, and an older :target is let go.
function mark(paragraph) {
  for (const old of document.querySelectorAll(".is-marked")) old.classList.remove("is-marked");
  document.documentElement.classList.add("has-mark");
  paragraph.classList.add("is-marked");
}
