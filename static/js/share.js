// Adds what needs a script to a share block: the system's share sheet and copy buttons.
import { announce } from "./announce.js";
import { copy } from "./copy.js";

export function enhance(root) {
  for (const block of root.querySelectorAll("[data-share]")) addButtons(block);
  for (const text of root.querySelectorAll("[data-copy]")) addCopy(text, text.dataset.copy);
}

function addButtons(block) {
  const text = block.querySelector("[data-share-text]");
  const { url } = block.dataset;
  addCopy(text, "Copy post");
  if (!navigator.share) return;
  const button = makeButton("More options…");
  button.addEventListener("click", () => {
    // Closing the sheet rejects the promise; there is nothing to handle.
    const words = text.textContent.replace(` ${url}`, "");
    navigator.share({ title: document.title, text: words, url }).catch(() => {});
  });
  text.after(button);
}

function addCopy(text, label) {
  const button = makeButton(label);
  button.addEventListener("click", async () => {
    if (await copy(text.textContent)) {
      announce("Copied");
    } else {
      getSelection().selectAllChildren(text);
      announce("Text selected. Press Ctrl+C");
    }
  });
  text.after(button);
}

function makeButton(label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = label;
  return button;
}
