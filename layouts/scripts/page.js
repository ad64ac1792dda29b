// Small things a page can only know in the browser.
(function (Lectern) {
  "use strict";

  // A table that is wider than the screen scrolls in its box; then the
  // keyboard must be able to reach it, and tell it from the tables before it.
  function watchTable(box, before) {
    function update() {
      if (box.scrollWidth <= box.clientWidth) {
        ["tabindex", "role", "aria-label"].forEach(function (a) { box.removeAttribute(a); });
        return;
      }
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", Lectern.say("table") + " " + (before + 1));
    }
    update();
    if (!window.ResizeObserver) return window.addEventListener("resize", update);
    var watch = new ResizeObserver(update); // the screen changes, or a typeface arrives
    watch.observe(box);
    watch.observe(box.firstElementChild);
  }

  // The day is not known when the page is built, so the page itself says when
  // its review is overdue.
  function showOverdue(note) {
    if (new Date().toISOString().slice(0, 10) > note.dataset.reviewBy) note.hidden = false;
  }

  // A saved course says when a newer one has been saved too (sw-serve.js).
  // Nothing is loaded before the student wants it.
  function showNewer(event) {
    if (!event.data.newer) return;
    var bar = Lectern.dom.element("p", "obj acts newer"), load = Lectern.dom.button("btn quiet sm", event.data.load);
    bar.setAttribute("role", "status");
    document.querySelector("main").prepend(bar);
    load.addEventListener("click", function () { location.reload(); });
    requestAnimationFrame(function () { bar.append(event.data.newer, " ", load); });
  }

  try {
    navigator.serviceWorker.addEventListener("message", showNewer);
  } catch (none) { /* no copy can be saved here */ }

  document.querySelectorAll(".table").forEach(watchTable);
  document.querySelectorAll("[data-review-by]").forEach(showOverdue);
})(Lectern);
