// How students clear what this browser keeps of them: the answers of a lesson
// at its foot, those of the whole course on its first page
// and on that about progress.
(function (Lectern) {
  "use strict";

  var dom = Lectern.dom, store = Lectern.store, say = Lectern.say.bind(Lectern);

  function clearLesson() {
    Lectern.views.forEach(Lectern.flow.startOver);
    document.dispatchEvent(new CustomEvent("quiz:cleared"));
  }

  function clearCourse() { store.ids().forEach(store.remove); }

  function inLesson() {
    return Lectern.views.filter(function (v) { return store.read(v.id); }).length;
  }

  function inCourse() {
    return store.ids().filter(function (id) { return id.indexOf(":") < 0; }).length;
  }

  function anything() { return store.ids().length; }

  // The button stays where it is; what it opens asks once more. It is there
  // while there is something left to clear.
  function build(count, words, clear, left) {
    var box = dom.element("div", "kept on-screen"), line = dom.element("p", "how"), sure = dom.element("div", "acts");
    var open = dom.button("btn quiet", say(words)), yes = dom.button("btn", say("kept-clear-yes"));
    var n = 0;
    line.setAttribute("role", "status");
    sure.append(dom.element("p", "how", say("kept-no-way-back")), yes);
    box.append(line, open, sure);

    function toggle(shown) {
      sure.hidden = !shown;
      open.setAttribute("aria-expanded", String(shown));
    }
    // Aloud only when something was cleared: a mark has said enough.
    function update() {
      if (left()) box.hidden = false;
      if (count() === n) return;
      n = count();
      box.hidden = !left();
      line.setAttribute("aria-live", "off");
      line.textContent = say("kept-answers", { n: n });
    }
    open.addEventListener("click", function () { toggle(sure.hidden); });
    yes.addEventListener("click", function () {
      clear();
      n = 0;
      open.focus();
      toggle(false);
      line.setAttribute("aria-live", "polite");
      line.textContent = say("kept-cleared");
    });
    toggle(false);
    box.hidden = true;
    update();
    Lectern.onKept(update);
    return box;
  }

  document.addEventListener("quiz:ready", function () {
    var next = document.querySelector("nav.pn"), path = document.querySelector("main > .whole-path"), all = document.getElementById("clear-kept");
    if (Lectern.views.length && next) next.before(build(inLesson, "kept-clear-lesson", clearLesson, inLesson));
    if (path) path.after(build(inCourse, "kept-clear-course", clearCourse, inCourse));
    if (all) all.append(build(inCourse, "kept-clear-course", clearCourse, anything));
  });
})(Lectern);
