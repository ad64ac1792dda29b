// The page of what comes back: how much is due today, the way into it, and
// reminders to take along.
(function (Lectern) {
  "use strict";

  var say = Lectern.say.bind(Lectern), store = Lectern.store, due = Lectern.due, shown = "";

  function find(id) { return document.getElementById(id); }

  // No part of that page has the name behind the sign: a browser that goes to
  // one takes the keyboard along.
  function way(page, id) { return "review/" + page + "#ask-" + encodeURIComponent(id); }

  // A term that has not been asked yet waits in the first box.
  function termOf(lesson, id) {
    return store.read(id) || (due.isNew(lesson.name) ? { box: 0, at: 0 } : null);
  }

  // All that is kept of questions that the course has today, in its order.
  function kept() {
    var all = [];
    Lectern.course.lessons.forEach(function (lesson) {
      (lesson.questions || []).forEach(function (q) {
        all.push({ id: q.id, way: way(lesson.url, q.id), record: store.read(q.id, q.was) });
      });
    });
    Lectern.course.lessons.forEach(function (lesson) {
      (lesson.terms || []).forEach(function (id) { all.push({ id: id, way: way("glossary.html", id), record: termOf(lesson, id) }); });
    });
    return all.filter(function (one) { return one.record; });
  }

  // The first page of the course does not know which questions there are today.
  // One that was taken out is no longer due there; its answer stays.
  function markGone(all) {
    var there = Object.create(null);
    all.forEach(function (one) { there[one.id] = true; });
    due.answered().forEach(function (id) {
      var record = store.read(id);
      if (!record || !record.gone === !!there[id]) return;
      record.gone = !there[id];
      store.write(id, record);
    });
  }

  function sentence(n, waiting, next) {
    if (n) return say("review-due", { n: n });
    if (!waiting) return say("review-nothing");
    var day = new Date(Lectern.days.name(next) + "T12:00").toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    return say("review-all") + " " + say("review-next", { date: day });
  }

  // Who has put it off finds that said here, and a way to take it back.
  function putOff() {
    var later = due.sitting().later, waits = !find("begin").hidden;
    find("not-now").hidden = !waits || later;
    find("put-off").hidden = !waits || !later;
  }

  function takeUp() {
    due.sit({ later: false });
    find("begin").focus(); // the button goes with what it says
    putOff();
  }

  function show() {
    var all = kept(), today = due.today();
    markGone(all);
    var waiting = all.filter(function (one) { return due.boxes.waits(one.record); });
    var now = waiting.filter(function (one) { return due.boxes.isDue(one.record, today); });
    var next = Math.min.apply(null, waiting.map(function (one) { return due.boxes.dueOn(one.record, today); }));
    var words = sentence(now.length, waiting.length, next);
    due.sit({ ways: now.map(function (one) { return one.way; }) });
    if (words !== shown) find("due-words").textContent = shown = words;
    find("begin").hidden = !now.length;
    putOff();
    if (now.length) find("begin").href = now[0].way;
    find("reminders").hidden = !waiting.length;
  }

  function remind() {
    var records = kept().map(function (one) { return one.record; }), title = document.querySelector(".brand").textContent;
    var course = document.documentElement.dataset.course, name = course + ".ics";
    var file = Lectern.calendar(due.boxes.comingDays(records, due.today()), {
      course: course, title: say("reminder-title", { title: title }), text: say("reminder-text", { title: title }),
      address: /^https?:$/.test(location.protocol) ? location.href.split("#")[0] : "", now: Date.now()
    });
    Lectern.download(name, file, "text/calendar");
    find("remind-status").textContent = say("reminder-done", { name: name });
  }

  document.addEventListener("quiz:ready", function () {
    find("needs-script").hidden = true;
    find("due").hidden = false;
    find("begin").addEventListener("click", function () { due.sit({ later: false }); });
    find("not-now").addEventListener("click", function () { due.sit({ later: true }); });
    find("take-up").addEventListener("click", takeUp);
    find("remind").addEventListener("click", remind);
  });
  Lectern.onKept(function () { Lectern.course.ofKept(show); });
})(Lectern);
