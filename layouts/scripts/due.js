// What is due on this page's day, and what of it is asked in one sitting. The
// educator's boxes stand in the page.
(function (Lectern) {
  "use strict";

  var store = Lectern.store, set = document.querySelector("[data-boxes]").dataset;
  var boxes = Lectern.boxesOf(set.boxes.split(" ").map(Number), set.goal);
  var place = "lectern-review:" + document.documentElement.dataset.course;

  function today() { return Lectern.days.of(Date.now()); }

  // A clock that was ahead has left dates that would keep a question waiting
  // for as long as it was wrong.
  function mend() {
    store.ids().forEach(function (id) {
      var record = store.read(id);
      if (!record || !record.at || Lectern.days.of(record.at) <= today()) return;
      record.at = Date.now();
      store.write(id, record);
    });
  }

  // The names of all questions that have an answer.
  function answered() { return store.ids().filter(function (id) { return id.indexOf(":") < 0; }); }

  // A term of the glossary comes for the first time on the day after its lesson
  // is done.
  function isNew(lesson) {
    var record = store.read("lesson:" + lesson);
    return !!record && record.state === "done" && Lectern.days.of(record.at || 0) < today();
  }

  // An address below the review, of a question. Throws where it has no name.
  function isWay(way) { return /^review\/[^#]*#ask-./.test(way) && !!decodeURIComponent(way.split("#ask-")[1]); }

  // A sitting lasts for this tab and this day: the addresses of its questions,
  // from the top of the site, and whether the student has put it off.
  function sitting() {
    try {
      var kept = JSON.parse(sessionStorage.getItem(place));
      if (kept.day === today() && Array.isArray(kept.ways) && kept.ways.every(isWay)) return kept;
    } catch (none) { /* there is none, or the browser keeps nothing */ }
    return { day: today(), ways: [], later: false };
  }

  function sit(changes) {
    try {
      sessionStorage.setItem(place, JSON.stringify(Object.assign(sitting(), changes)));
    } catch (none) { /* then each page stands alone */ }
  }

  mend();
  Lectern.due = { boxes: boxes, today: today, answered: answered, isNew: isNew, sitting: sitting, sit: sit };
})(Lectern);
