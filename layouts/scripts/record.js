// The record of learning: what is printed of the page about progress. The name
// is on the page and on the paper, and kept nowhere.
(function (Lectern) {
  "use strict";

  var say = Lectern.say.bind(Lectern), element = Lectern.dom.element;

  function row(l) {
    var item = element("li", "", l.data.title);
    if (l.all.of) item.append(" – " + say("tally", l.all));
    return item;
  }

  function fill() {
    var lessons = Lectern.tally.course(Lectern.course.lessons, Lectern.store);
    var done = lessons.filter(function (l) { return l.state === "done"; });
    var list = document.getElementById("record-lessons");
    document.getElementById("record-name").textContent = document.getElementById("name").value;
    document.getElementById("record-date").textContent = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    document.getElementById("record-count").textContent = say("lessons-done", { n: done.length, of: Lectern.course.count });
    list.textContent = "";
    done.forEach(function (l) { list.append(row(l)); });
  }

  function update() { Lectern.course.ofKept(fill); }

  document.addEventListener("quiz:ready", function () {
    document.getElementById("name").addEventListener("input", update);
    document.getElementById("print").addEventListener("click", function () { window.print(); });
  });
  Lectern.onKept(update);
})(Lectern);
