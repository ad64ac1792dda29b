// Opens a term's definition in place. Without this script the term is a link
// to the list of words at the foot of the lesson, which is where the
// definition is copied from.
(function (Lectern) {
  "use strict";

  function definitionOf(link) {
    var entry = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return entry && entry.querySelector("dd");
  }

  function boxFor(link, definition, id) {
    var box = document.createElement("div");
    box.className = "gloss";
    box.id = id;
    box.hidden = true;
    var copy = definition.cloneNode(true);
    while (copy.firstChild) box.appendChild(copy.firstChild);
    var block = link.closest("p, li, td, dd, h2, h3") || link;
    if (block.tagName === "P") block.after(box);
    else block.appendChild(box);
    return box;
  }

  function enhance(link, number) {
    var definition = definitionOf(link);
    if (!definition) return;
    var box = boxFor(link, definition, "gloss-" + number);
    var button = document.createElement("button");
    button.type = "button";
    button.className = "term";
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", box.id);
    while (link.firstChild) button.appendChild(link.firstChild);
    link.replaceWith(button);
    function toggle(open) {
      box.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
    }
    button.addEventListener("click", function () { toggle(box.hidden); });
    box.addEventListener("keydown", function (event) { if (event.key === "Escape") { toggle(false); button.focus(); } });
    button.addEventListener("keydown", function (event) { if (event.key === "Escape") toggle(false); });
  }

  document.querySelectorAll(".prose a.term[href^='#']").forEach(enhance);
})(Lectern);
