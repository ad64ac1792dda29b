// Which lessons are begun and done. A lesson's own page knows its questions: it
// keeps one short record of the lesson, and all that other pages do is read it.
(function (Lectern) {
  "use strict";

  var dom = Lectern.dom, store = Lectern.store, page = document.body.dataset.lesson;
  var queue = [];

  // Calls f whenever something may have been kept or cleared, here or in
  // another tab. What buttons do is done when their click comes by.
  Lectern.onKept = function (f) { queue.push(f); };

  function tell() { queue.forEach(function (f) { f(); }); }

  // A question is behind the student when it is right, when its answer was
  // shown, or when its quiz is handed in.
  function isBehind(view) {
    var kept = store.read(view.id), section = view.form.closest("[data-quiz]");
    if (view.form.dataset.verdict === "changed") return false;
    return kept && (kept.verdict === "right" || kept.counted || kept.shown || kept.tries >= view.limit)
      || section && (store.read("quiz:" + section.dataset.quiz) || {}).handedIn;
  }

  function isOpen(view) {
    var kept = store.read(view.id);
    return kept && kept.verdict !== "right" && !kept.counted;
  }

  // Where nothing is marked the student says so; see read.js.
  function sum(before) {
    var asked = Lectern.views.filter(function (v) { return !v.form.hidden && v.form.dataset.unmarked === undefined; });
    var read = before.response.read, done = asked.length ? asked.every(isBehind) : read;
    var begun = Lectern.views.some(function (v) { return store.read(v.id); });
    return {
      response: { read: read }, state: done ? "done" : begun ? "begun" : "",
      again: Lectern.views.filter(isOpen).length, at: Date.now()
    };
  }

  function keep() {
    var id = "lesson:" + page, before = store.read(id) || { response: {}, state: "", again: 0 }, now = sum(before);
    if (now.state === before.state && now.again === before.again) return;
    if (now.state) store.write(id, now);
    else store.remove(id);
  }

  // The menu, which is on every page, does not name a lesson twice: its address
  // below the first page's is its name.
  var top = document.querySelector(".brand").href.replace(/index\.html$/, "");
  function nameOf(item) {
    return item.dataset.lesson || decodeURI(item.querySelector("a").href.slice(top.length)).replace(/\.html$/, "");
  }

  // A word and a shape beside each link to a lesson.
  function draw(item) {
    var kept = store.read("lesson:" + nameOf(item)), state = kept ? kept.state : "";
    if (state === (item.dataset.state || "")) return;
    var old = item.querySelector(".stop"), mark = dom.element("span", "stop");
    item.dataset.state = state;
    if (old) old.remove();
    if (!state) return;
    mark.append(dom.icon(state === "done" ? "check" : "half"), dom.element("i", "unseen", ", "), " ",
      dom.element("span", item.closest(".side") && "unseen", Lectern.say("lesson-" + state)));
    item.querySelector("a").appendChild(mark);
  }

  // Where the student is: the last heading or question that has come into the
  // upper half of the screen. And what of the lesson they have seen; see news.js.
  function remember() {
    var above = Array.from(document.querySelectorAll(".prose h2[id], .prose h3[id]:not(.stem), .prose form")).filter(function (e) {
      return e.getBoundingClientRect().top < innerHeight / 2;
    }).pop();
    store.write("place:last", { response: { lesson: page, part: above ? above.id : "" }, at: Date.now() });
    store.write("seen:" + page, { response: { print: document.body.dataset.print }, at: Date.now() });
  }

  Lectern.onKept(function () {
    if (page) keep();
    document.querySelectorAll("li[data-lesson]").forEach(draw);
    document.querySelector(".visit").hidden = !Lectern.kept.forVisitOnly();
  });
  if (page) window.addEventListener("pagehide", remember);
  window.addEventListener("storage", tell);
  ["quiz:ready", "quiz:marked", "kept:changed", "click"].forEach(function (event) { document.addEventListener(event, tell); });
})(Lectern);
