// Adds to a share block what needs a script: the system's share sheet and a button that copies.
import { copy, say } from "./copy.js";

export function enhance(root) {
  for (const block of root.querySelectorAll("[data-share]")) addButtons(block);
  for (const text of root.querySelectorAll("[data-copy]")) addCopy(text, text.dataset.copy);
}

function addButtons(block) {
  const text = block.querySelector("[data-share-text]");
  const { url } = block.dataset;
  addCopy(text, "Copy the text");
  if (!navigator.share) return;
  const button = makeButton("Share …");
  button.addEventListener("click", () => {
    // Closing the sheet rejects the promise; there is nothing to do about it.
    const words = text.textContent.replace(` ${url}`, "");
    navigator.share({ title: document.title, text: words, url }).catch(() => {});
  });
  text.after(button);
}

function addCopy(text, label) {
  const button = makeButton(label);
  button.addEventListener("click", async () => {
    if (await copy(text.textContent)) {
      say("Copied");
    } else {
      getSelection().selectAllChildren(text);
      say("Selected: copy it with the keyboard");
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
