// The way to another language leads to the same place on the page: to the part or the question, the term or the work at
// the top of the screen. It stands at the top of the page, so who goes up there for it, and does not stay, is taken to
// the place where they were before.
(function () {
  "use strict";

  // What has the same name in all languages.
  var places = "main h2[id],main h3[id]:not(.stem),main form[id],main .glossary>[id],main .bibliography>[id]";
  var restAt = 1000, stayAtTop = 10000, place = "", timer;

  function here() {
    var above = Array.from(document.querySelectorAll(places)).filter(function (e) {
      return e.getClientRects().length && e.getBoundingClientRect().top < innerHeight / 8;
    }).pop();
    return above ? "#" + encodeURIComponent(above.id) : "";
  }

  // Places that only pass by are none.
  window.addEventListener("scroll", function () {
    clearTimeout(timer);
    timer = setTimeout(function () { place = here(); }, scrollY > innerHeight / 8 ? restAt : stayAtTop);
  }, { passive: true });

  document.addEventListener("click", function (event) {
    var link = event.target.closest(".versions a");
    if (link) link.hash = here() || place;
  });
})();
