// Facets, filter chips and chart bars are links to other states of the list. With this script the list
// changes in place: scroll position and focus stay, and Back returns to the previous state.
import { announce } from "./announce.js";

const LIST = "[data-results]";
const state = (address) => address.split("#")[0];
let shown = state(location.href);
let lastRequest = 0; // a response that arrives after a later request is dropped

export function enhance(root) {
  if (!root.querySelector(LIST)) return;
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  window.addEventListener("popstate", onPop);
}

function onClick(event) {
  const link = event.target.closest(`${LIST} a[data-facet]`);
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !plain || event.button !== 0) return;
  event.preventDefault();
  go(link.href);
}

function onSubmit(event) {
  const form = event.target.closest(`${LIST} form[data-bounds]`);
  if (!form) return;
  event.preventDefault();
  const values = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(values).toString();
  go(form.action + (query && `?${query}`));
}

// Moving to a fragment, as the skip link does, fires popstate too; the list stays the same.
function onPop() {
  if (state(location.href) !== shown) show(location.href);
}

async function go(address) {
  if (await show(address)) history.pushState(null, "", address);
}

// Returns whether the list could be shown in place; if not, the browser loads the page.
async function show(address) {
  const request = ++lastRequest;
  const list = document.querySelector(LIST);
  list.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (request !== lastRequest) return false;
    const newList = page.querySelector(LIST);
    if (!response.ok || !newList) throw new Error(response.statusText);
    replace(list, newList);
    document.title = page.title;
    shown = state(new URL(address, location.href).href);
    announce(list.querySelector(".total").textContent.trim());
    return true;
  } catch {
    if (request !== lastRequest) return false;
    location.assign(address);
    return false;
  }
}

function replace(list, newList) {
  for (const fold of list.querySelectorAll("details[data-keep][open]")) {
    const same = newList.querySelector(`details[data-keep="${fold.dataset.keep}"]`);
    if (same) same.open = true;
  }
  const focused = focusOf(list);
  list.replaceChildren(...newList.childNodes);
  list.removeAttribute("aria-busy");
  if (focused !== null) focusIn(list, focused);
}

const FOCUSABLE = "a[data-facet], form[data-bounds] :is(input, select, button)";

// A focused element is found again by its words, or by a field's name: its address has changed, and
// perhaps its place.
function focusOf(list) {
  const focused = document.activeElement?.closest(FOCUSABLE);
  return focused && list.contains(focused) ? wordsOf(focused) : null;
}

function focusIn(list, words) {
  const candidates = [...list.querySelectorAll(FOCUSABLE)];
  const same = candidates.find((element) => wordsOf(element) === words) ?? list.querySelector(".total");
  if (!same) return;
  if (!same.matches(FOCUSABLE)) same.tabIndex = -1;
  same.focus({ preventScroll: true });
}

function wordsOf(element) {
  if (element.name) return element.name;
  return (element.querySelector(".facet-label, .year") ?? element).textContent.replace("✓", "").trim();
}
