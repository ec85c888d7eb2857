// Announce something: a line at the foot of the window, which screen readers read out.
export function announce(message) {
  const line = document.querySelector("[data-say]");
  line.textContent = message;
  clearTimeout(line.timer);
  line.timer = setTimeout(() => (line.textContent = ""), 8000);
}
