// The questions of a lesson when they come back. Each is asked afresh, without
// the answer of before; within a sitting one at a time, and then on to the next
// lesson's. What is answered here is kept as it is in the lesson.
(function (Lectern) {
  "use strict";

  var store = Lectern.store, due = Lectern.due, say = Lectern.say.bind(Lectern);
  var page = document.querySelector("[data-boxes]"), lesson = page.dataset.of;
  var top = document.querySelector(".brand").href.replace(/index\.html$/, "");
  // By names that may be any word, "constructor" too.
  var before = Object.create(null); // what was kept of each question when this page was opened
  var first = Object.create(null); // whether the first answer given here was right

  function formOf(id) { return document.getElementById("q-" + id); }

  // An exam is over when it is handed in: its answer stays.
  function isOfExam(id) { return !!formOf(id).closest("[data-exam]"); }

  // Who has not handed an exam in does not practise it.
  function isAhead(id) { return isOfExam(id) && !before[id]; }

  // A card of the glossary is new when it is first seen here.
  function fresh() { return lesson ? null : { box: 0, at: 0 }; }

  function write(id, record) {
    if (isAhead(id)) return true;
    if (!(id in first)) first[id] = record.verdict === "right";
    var box = due.boxes.next(before[id], first[id] || !!record.counted, due.today());
    if (isOfExam(id)) record = Object.assign({}, before[id], { at: record.at });
    if (box === undefined) delete record.box;
    else record.box = box;
    return store.write(id, record);
  }

  Lectern.store = Object.assign({}, store, {
    read: function (id, was) {
      before[id] = store.read(id, was) || fresh();
      return null;
    },
    write: write,
    remove: function (id) {
      if (isOfExam(id)) return;
      delete first[id];
      before[id] = fresh();
      store.remove(id);
    }
  });

  function isOpen(view) {
    var kept = store.read(view.id);
    return kept && kept.verdict !== "right" && !kept.counted;
  }

  // The lesson's own page counts these when it is opened; until then this does.
  function keepCount() {
    var record = lesson && store.read("lesson:" + lesson), again = Lectern.views.filter(isOpen).length;
    if (!record || record.again === again) return;
    record.again = again;
    store.write("lesson:" + lesson, record);
  }

  // Some hosts lead from page.html to page.
  function bare(address) { return address.replace(/\.html(?=$|[?#])/, ""); }

  // Where this address stands in the sitting; -1 when it is not of it.
  function place(ways) {
    return ways.findIndex(function (way) { return bare(new URL(way, top).href) === bare(location.href); });
  }

  // The first from i on that is still due: another tab may have been there.
  function nextFrom(i, ways) {
    while (i < ways.length) {
      var record = store.read(decodeURIComponent(ways[i].split("#ask-")[1]));
      if (!record || due.boxes.isDue(record, due.today())) return ways[i];
      i++;
    }
    return "review.html";
  }

  function goOn() {
    var ways = due.sitting().ways, at = place(ways);
    location.href = top + (at < 0 ? "review.html" : nextFrom(at + 1, ways));
  }

  // One question of the sitting, or, for who comes by another way, all of them.
  function show() {
    var ways = due.sitting().ways, at = place(ways);
    var shown = at >= 0 && Lectern.views.find(function (v) { return "#ask-" + encodeURIComponent(v.id) === location.hash; });
    page.querySelector(".acts").hidden = !shown;
    Lectern.views.forEach(function (v) { v.form.hidden = shown ? v !== shown : isAhead(v.id); });
    if (!shown) return;
    shown.form.querySelector(".eyebrow").textContent = say("question-of", { n: at + 1, of: ways.length });
    page.querySelector("button").textContent = onWords(ways, at);
    Lectern.dom.goTo(shown.stem);
  }

  function onWords(ways, at) { return say(at + 1 < ways.length ? "next-question" : "review-end"); }

  // Within a sitting the question's own button leads on, too.
  function lead(view) {
    var check = view.check;
    view.check = function () {
      var leads = view.state === "done" && (!page.querySelector(".acts").hidden || view === Lectern.views[Lectern.views.length - 1]);
      if (leads) goOn();
      else check();
      var ways = due.sitting().ways, at = place(ways);
      if (view.state === "done" && at >= 0) view.primary.textContent = onWords(ways, at);
    };
  }

  document.addEventListener("quiz:ready", function () {
    Lectern.views.forEach(lead);
    page.querySelector("button").addEventListener("click", goOn);
    page.querySelector("a").addEventListener("click", function () { due.sit({ later: true }); });
    show();
  });
  // The same question in another language: the last word after languages.js,
  // which knows the places of a page and not this one.
  window.addEventListener("click", function (event) {
    var link = event.target.closest("header a[lang]");
    if (link && place(due.sitting().ways) >= 0) link.hash = location.hash;
  });
  document.addEventListener("quiz:marked", keepCount);
  window.addEventListener("hashchange", show);
})(Lectern);
