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

// jsdom goes through every rule of the style sheet at every question; the reader
// asks thousands of times, and only what is shown at all.
function unheardStyles({ document }) {
  for (const sheet of document.styleSheets) {
    for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
      const { style } = sheet.cssRules[i];
      if (style && !style.display && !style.visibility) sheet.deleteRule(i);
    }
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
// for it in attributes, where only the state of the beginning stands; and it
// knows no role for a summary.
function states({ document }) {
  const tell = () => {
    for (const box of document.querySelectorAll("input")) box.toggleAttribute("checked", box.checked);
    for (const summary of document.querySelectorAll("summary")) {
      summary.computedRole = "button";
      summary.setAttribute("aria-expanded", String(summary.parentNode.open));
    }
  };
  tell();
  for (const name of ["change", "toggle"]) document.addEventListener(name, tell, true);
}

// The reader expects to run in the page and finds these two in any browser; it
// runs beside it.
function globals(window) {
  globalThis.Element = window.Element;
  globalThis.CSS = { escape: (id) => id.replace(/[^\w-]/g, "\\$&") };
}

module.exports = {
  beforeScripts: scrolling,
  afterScripts: (window) => [globals, unheardStyles, closing, keys, states].forEach((part) => part(window)),
};
