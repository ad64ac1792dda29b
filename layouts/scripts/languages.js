// The way to another language leads to the same place on the page: the question or
// the part, the term or the work that is at the top of the screen. Of the beginning of a page there is none.
(function () {
  "use strict";

  // What has the same name in all languages.
  var places = "main h2[id],main h3[id]:not(.stem),main form[id],main .glossary>[id],main .bibliography>[id]";

  function here() {
    var above = Array.from(document.querySelectorAll(places)).filter(function (e) {
      return e.getClientRects().length && e.getBoundingClientRect().top < innerHeight / 3;
    }).pop();
    return above ? "#" + encodeURIComponent(above.id) : "";
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest(".versions a");
    if (link) link.hash = here();
  });
})();
