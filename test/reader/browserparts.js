// What a browser has and jsdom has not, as far as a question needs it, each
// part with its reason. Nothing of ours is replaced.
"use strict";

// jsdom lays nothing out: there is nowhere to scroll, and nothing to hear of it.
function scrolling(window) {
  window.Element.prototype.scrollIntoView = () => {};
}

// jsdom hides nothing in a closed <details>.
function closing({ document }) {
  const style = document.createElement("style");
  style.textContent = "details:not([open]) > :not(summary:first-of-type) { display: none }";
  document.head.prepend(style);
}

// jsdom works a style out anew each time it is asked for, from every rule there
// is. The reader asks many times over while nothing changes, and only whether
// something is shown at all.
function styles(window) {
  for (const sheet of window.document.styleSheets) keepWhatHides(sheet);
  const changes = new window.MutationObserver(() => { known = new Map(); }), ask = window.getComputedStyle;
  let known = new Map();
  changes.observe(window.document, { attributes: true, characterData: true, childList: true, subtree: true });
  window.getComputedStyle = (element, part) => {
    if (changes.takeRecords().length) known = new Map();
    if (!known.has(element)) known.set(element, new Map());
    const parts = known.get(element);
    if (!parts.has(part)) parts.set(part, ask(element, part));
    return parts.get(part);
  };
}

function keepWhatHides(sheet) {
  for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
    const { style } = sheet.cssRules[i];
    if (style && !style.display && !style.visibility) sheet.deleteRule(i);
  }
}

// jsdom's menus do not follow the arrows, and its summaries not Enter.
function keys(window) {
  window.document.addEventListener("keydown", ({ key, target, defaultPrevented }) => {
    if (defaultPrevented) return;
    if (key === "Enter" && target.localName === "summary") target.click();
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && target.localName === "select") goThrough(window, target, step);
  });
}

function goThrough(window, menu, step) {
  const next = menu.selectedIndex + step;
  if (next < 0 || next >= menu.options.length) return;
  menu.selectedIndex = next;
  for (const name of ["input", "change"]) menu.dispatchEvent(new window.Event(name, { bubbles: true }));
}

// A browser tells a reader what is checked and what is open. This reader looks
// for it in attributes, where only the state of the beginning stands, and it
// knows no role for a summary. Of "checked" itself the page makes use.
function states({ document }) {
  const tell = () => {
    for (const box of document.querySelectorAll("[type=radio], [type=checkbox]")) box.setAttribute("aria-checked", String(box.checked));
    for (const summary of document.querySelectorAll("summary")) {
      summary.computedRole = "button";
      summary.setAttribute("aria-expanded", String(summary.parentNode.open));
    }
  };
  tell();
  for (const name of ["change", "toggle"]) document.addEventListener(name, tell, true);
  document.addEventListener("reset", () => queueMicrotask(tell), true); // it comes before the form is empty
}

// The reader expects to run in the page and finds these two in any browser; it
// runs beside it.
function globals(window) {
  globalThis.Element = window.Element;
  globalThis.CSS = { escape: (id) => id.replace(/[^\w-]/g, "\\$&") };
}

module.exports = {
  beforeScripts: scrolling,
  afterScripts: (window) => [globals, styles, closing, keys, states].forEach((part) => part(window)),
};
