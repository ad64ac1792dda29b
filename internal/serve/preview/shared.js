// The preview's own part of a page: it hears of edits, reads the page again without losing the place, and says what is
// wrong. No page of a built site has it. Its parts are sent as one script; this is what they share.
var Preview = (function () {
  "use strict";

  var own = document.currentScript;

  function element(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  // A place to go to in the author's editor, where there is a way to it.
  function link(name, text, address) {
    var place = element(address ? "a" : "span", name, text);
    if (address) place.href = address;
    return place;
  }

  // What the preview says is in English, as all that Lectern says to authors, on a page of whatever language.
  function inEnglish(part) {
    part.lang = "en";
    part.dir = "ltr";
    return part;
  }

  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }

  return { own: own, page: own.dataset.page, print: own.dataset.print, element: element, link: link, inEnglish: inEnglish, all: all };
})();
