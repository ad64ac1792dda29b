// The page on which students see what is kept of them, lesson by lesson.
(function (Lectern) {
  "use strict";

  var say = Lectern.say.bind(Lectern), element = Lectern.dom.element, store = Lectern.store;
  var shown = "";

  function standing(answer) {
    if (answer.right) return say("verdict-right");
    return say(answer.record.shown ? "was-shown" : "verdict-" + answer.record.verdict);
  }

  function lesson(l) {
    var part = element("section"), head = element("h3"), way = element("a", "", l.data.title), list = element("ul");
    way.href = l.data.url;
    head.append(way);
    part.append(head);
    if (l.state) part.append(element("p", "how", say("lesson-" + l.state)));
    l.answers.forEach(function (a) { list.append(element("li", "", a.question.words + " – " + standing(a))); });
    if (list.firstChild) part.append(list);
    return part;
  }

  // What is kept and is of no lesson of today: cards of the glossary, questions
  // that were taken out, and what another version of this course wrote.
  function others() {
    var known = Object.create(null), cards = 0;
    Lectern.course.lessons.forEach(function (l) {
      (l.questions || []).forEach(function (q) { known[q.id] = true; });
      (l.terms || []).forEach(function (id) {
        known[id] = true;
        if (store.read(id)) cards++;
      });
    });
    var rest = store.ids().filter(function (id) { return id.indexOf(":") < 0 && !known[id]; });
    var unread = store.ids().filter(function (id) { return !store.read(id); });
    return [
      cards ? say("mine-cards", { n: cards }) : "",
      rest.length ? say("mine-gone", { n: rest.length }) : "", unread.length ? say("mine-unread", { n: unread.length }) : ""
    ].filter(Boolean);
  }

  // Only when something has changed: a link that is being followed must stay.
  function show() {
    var place = document.getElementById("mine-list"), lessons = Lectern.tally.course(Lectern.course.lessons, store);
    var more = others(), now = JSON.stringify([lessons, more]);
    if (now === shown) return;
    shown = now;
    place.textContent = "";
    lessons.forEach(function (l) { place.append(lesson(l)); });
    more.forEach(function (sentence) { place.append(element("p", "", sentence)); });
    if (!lessons.length && !more.length) place.append(element("p", "", say("mine-nothing")));
  }

  document.addEventListener("quiz:ready", function () {
    document.getElementById("needs-script").hidden = true;
    document.getElementById("mine").hidden = false;
  });
  Lectern.onKept(function () { Lectern.course.ofKept(show); });
})(Lectern);
