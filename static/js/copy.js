// Copy a text; where the browser refuses, the caller shows the text selected instead.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// Say something to everybody: a line at the foot of the window, read out by screen readers.
export function say(message) {
  const line = document.querySelector("[data-say]");
  line.textContent = message;
  clearTimeout(line.timer);
  line.timer = setTimeout(() => (line.textContent = ""), 8000);
}
