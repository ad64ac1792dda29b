// Opens a term's definition in place. Without this script the term is a link
// to the list of words at the foot of the lesson, which is where the
// definition is copied from.
(function (Lectern) {
  "use strict";

  function definitionOf(link) {
    var entry = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return entry && entry.querySelector("dd");
  }

  function makeBox(button, definition, id) {
    var box = document.createElement("div");
    box.className = "gloss";
    box.id = id;
    var copy = definition.cloneNode(true);
    while (copy.firstChild) box.appendChild(copy.firstChild);
    var block = button.closest("p, li, td, dd, figcaption");
    if (block && block.tagName === "P") block.after(box);
    else (block || button.parentNode).appendChild(box);
    return box;
  }

  function makeButton(link) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "term";
    button.setAttribute("aria-expanded", "false");
    while (link.firstChild) button.appendChild(link.firstChild);
    link.replaceWith(button);
    return button;
  }

  function enhance(link, number) {
    var definition = definitionOf(link);
    if (!definition) return;
    var button = makeButton(link), box = null;
    function close() {
      if (box) box.remove();
      box = null;
      button.setAttribute("aria-expanded", "false");
      button.removeAttribute("aria-controls");
    }
    function open() {
      box = makeBox(button, definition, "gloss-" + number);
      button.setAttribute("aria-expanded", "true");
      button.setAttribute("aria-controls", box.id);
      box.addEventListener("keydown", onKey);
    }
    function onKey(event) {
      if (event.key !== "Escape" || !box) return;
      close();
      button.focus();
    }
    button.addEventListener("click", function () { if (box) close(); else open(); });
    button.addEventListener("keydown", onKey);
  }

  document.querySelectorAll(".prose a.term[href^='#']").forEach(enhance);
})(Lectern);
