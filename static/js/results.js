// A facet, a chip or a bar is a link to another state of the list. With this script the list changes
// in place: the reader keeps the scroll and the focus, and Back leads through the states.
import { say } from "./copy.js";

const KEPT = "[data-results]";
const state = (address) => address.split("#")[0];
let shown = state(location.href);
let asked = 0; // an answer that comes behind a later question is let go

export function enhance(root) {
  if (!root.querySelector(KEPT)) return;
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  window.addEventListener("popstate", onPop);
}

function onClick(event) {
  const link = event.target.closest(`${KEPT} a[data-facet]`);
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !plain || event.button !== 0) return;
  event.preventDefault();
  go(link.href);
}

function onSubmit(event) {
  const form = event.target.closest(`${KEPT} form[data-bounds]`);
  if (!form) return;
  event.preventDefault();
  const values = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(values).toString();
  go(form.action + (query && `?${query}`));
}

// A fragment, such as that of the link over the masthead, is a step back as well, to the same list.
function onPop() {
  if (state(location.href) !== shown) show(location.href);
}

async function go(address) {
  if (await show(address)) history.pushState(null, "", address);
}

// Answers whether the list could be shown in place; where it could not, the browser goes there.
async function show(address) {
  const question = ++asked;
  const list = document.querySelector(KEPT);
  list.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (question !== asked) return false;
    const other = page.querySelector(KEPT);
    if (!response.ok || !other) throw new Error(response.statusText);
    replace(list, other);
    document.title = page.title;
    shown = state(new URL(address, location.href).href);
    say(list.querySelector(".total").textContent.trim());
    return true;
  } catch {
    if (question !== asked) return false;
    location.assign(address);
    return false;
  }
}

function replace(list, other) {
  for (const fold of list.querySelectorAll("details[data-keep][open]")) {
    const same = other.querySelector(`details[data-keep="${fold.dataset.keep}"]`);
    if (same) same.open = true;
  }
  const focused = focusOf(list);
  list.replaceChildren(...other.childNodes);
  list.removeAttribute("aria-busy");
  if (focused !== null) focusIn(list, focused);
}

const ABLE = "a[data-facet], form[data-bounds] :is(input, select, button)";

// What had the focus is told by its words, or by a field's name: its address has changed, and
// perhaps its place.
function focusOf(list) {
  const focused = document.activeElement?.closest(ABLE);
  return focused && list.contains(focused) ? wordsOf(focused) : null;
}

function focusIn(list, words) {
  const able = [...list.querySelectorAll(ABLE)];
  const same = able.find((one) => wordsOf(one) === words) ?? list.querySelector(".total");
  if (!same) return;
  if (!same.matches(ABLE)) same.tabIndex = -1;
  same.focus({ preventScroll: true });
}

function wordsOf(link) {
  if (link.name) return link.name;
  return (link.querySelector(".facet-label, .year") ?? link).textContent.replace("✓", "").trim();
}
