// Where each part of the page was written, beside it.
(function (Preview) {
  "use strict";

  // Quotes, dashes and blanks are other ones on the page than in the file.
  function letters(text) { return text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase(); }

  function besideQuestion(block, place) {
    var form = document.getElementById("q-" + block.question);
    if (!form) return;
    form.insertBefore(place, form.firstChild);
    if (block.map) place.after(" ", Preview.link("preview-source", "Map", block.map));
  }

  // Parts come in the page's order, so each is looked for after the one before.
  function besideText(block, place, left) {
    var start = letters(block.text.split("\uFFFC")[0]).slice(0, 40);
    for (var i = 0; start && i < left.length; i += 1) {
      if (letters(left[i].textContent).indexOf(start) === 0) {
        left[i].append(" ", place);
        left.splice(0, i + 1);
        return;
      }
    }
  }

  Preview.showSources = function (blocks) {
    var left = Preview.all("main p, main li, main h2, main h3, main h4, main td, main th, main dt, main dd").filter(function (part) {
      return !part.closest(".q, form, .preview");
    });
    Preview.all(".preview-source").forEach(function (old) { old.remove(); });
    blocks.forEach(function (block) {
      var place = Preview.link("preview-source", block.where, block.edit);
      if (block.question) besideQuestion(block, place);
      else besideText(block, place, left);
    });
  };
})(Preview);
