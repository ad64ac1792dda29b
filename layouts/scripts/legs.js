// On the first page of a large course, which lists its parts and not their lessons. Those of which this browser keeps
// something are read, for what the page says of them; and each part says how many are done.
(function (Lectern) {
  "use strict";

  var store = Lectern.store, course = Lectern.course, element = Lectern.dom.element;
  var list = element("ol", "path");

  // The names of their records. A lesson that was only looked at has none, but is known by having been seen.
  function kept() {
    var last = store.read("place:last");
    return store.ids().concat(last ? "seen:" + last.response.lesson : []).map(function (id) { return id.replace(/^seen:/, "lesson:"); });
  }

  // Lessons of no part stand on the page already.
  function isInPart(lesson) { return lesson.name.indexOf("/") > 0; }

  function entry(lesson) {
    var item = element("li"), way = element("a", "", lesson.title);
    way.href = lesson.url;
    Object.assign(item.dataset, { lesson: lesson.name, print: lesson.print, terms: (lesson.terms || []).join(" ") });
    item.append(way);
    return item;
  }

  // The page goes on from where the student stopped to what follows there: so the lessons that follow it without a gap,
  // as far as they are known, come last.
  function inOrder(lessons) {
    var last = store.read("place:last"), at = lessons.findIndex(function (l) { return last && l.name === last.response.lesson; });
    var run = at < 0 ? [] : lessons.filter(function (l, i) { return i >= at && l.number === lessons[at].number + i - at; });
    return lessons.filter(function (l) { return run.indexOf(l) < 0; }).concat(run);
  }

  function isDone(lesson) { return (store.read("lesson:" + lesson.name) || {}).state === "done"; }

  function tell(line) {
    var n = course.lessons.filter(function (l) { return l.name.indexOf(line.dataset.part + "/") === 0 && isDone(l); }).length;
    line.hidden = !n;
    line.textContent = Lectern.say("lessons-done", { n: n, of: line.dataset.of });
  }

  function show() {
    list.textContent = "";
    list.append.apply(list, inOrder(course.lessons.filter(isInPart)).map(entry));
    document.querySelectorAll("[data-part]").forEach(tell);
  }

  // What comes late is told to all who have spoken without it.
  function read() {
    var late = false;
    course.of(kept(), function () {
      if (late) document.dispatchEvent(new CustomEvent("kept:changed"));
      else show();
    });
    late = true;
  }

  list.hidden = true;
  document.querySelector(".whole-path").append(list);
  Lectern.onKept(read);
})(Lectern);
