// A quiz: questions that belong together, practised one by one or handed in
// together. Each question goes on marking itself; this draws them, adds them
// up, and brings back what was missed.
(function (Lectern) {
  "use strict";
  if (typeof document === "undefined") return;

  var say = Lectern.say.bind(Lectern);

  function setUp(section) {
    var set = section.dataset;
    var quiz = {
      section: section, id: "quiz:" + set.quiz, exam: set.mode === "exam",
      pick: Number(set.pick || 0), pass: Number(set.pass || 0), limit: Number(set.tries || Infinity),
      shuffle: set.shuffle !== undefined, tries: 0, handedIn: false,
      views: Lectern.views.filter(function (v) { return section.contains(v.form); })
    };
    quiz.drawn = quiz.views;
    Lectern.results.add(quiz, { handIn: handIn, redo: redo, again: again });
    restore(quiz);
    section.addEventListener("input", function () {
      quiz.warned = false;
      if (quiz.exam && !quiz.handedIn) save(quiz);
    });
    document.addEventListener("quiz:cleared", function () {
      quiz.tries = 0;
      startAgain(quiz);
      Lectern.store.remove(quiz.id);
    });
    section.addEventListener("quiz:marked", function () {
      if (!quiz.exam) Lectern.results.show(quiz);
    });
  }

  // Which questions are asked this time, and in which order.
  function draw(quiz) {
    if (quiz.shuffle) Lectern.dom.shuffle(quiz.views.map(function (v) { return v.form; }));
    var lot = quiz.views.slice();
    while (quiz.pick && lot.length > quiz.pick) lot.splice(Math.floor(Math.random() * lot.length), 1);
    quiz.drawn = lot;
  }

  // The order on the page may be another one than before.
  function arrange(quiz) {
    function byPlace(a, b) { return a.form.compareDocumentPosition(b.form) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1; }
    quiz.drawn.sort(byPlace);
    Lectern.views.sort(byPlace);
    quiz.views.forEach(function (v) { v.form.hidden = quiz.drawn.indexOf(v) < 0; });
    quiz.drawn.forEach(function (v, i) {
      v.form.querySelector(".eyebrow").textContent = say("question-of", { n: i + 1, of: quiz.drawn.length });
    });
  }

  // In an exam a question waits: no button of its own, no hint, no word aloud.
  function wait(view) {
    Lectern.flow.clear(view);
    Lectern.frame.lock(view, false);
    view.mark = null;
    view.actions.hidden = true;
    view.status.setAttribute("aria-live", "off");
    view.form.querySelectorAll(".hint").forEach(function (h) { h.hidden = true; });
    view.check = function () {};
  }

  function isRight(view) { return view.counted || view.mark && view.mark.verdict === "right"; }

  function markOf(view) { return view.kind.mark(view.key, view.response()); }

  // The first time, blanks are named and nothing is handed in.
  function handIn(quiz) {
    var open = quiz.drawn.filter(function (v) { return !quiz.settled || quiz.settled.indexOf(v) < 0; });
    var blanks = open.filter(function (v) { return Lectern.results.counts(v) && markOf(v).verdict === "blank"; });
    if (blanks.length && !quiz.warned) {
      quiz.warned = true;
      return Lectern.results.warn(quiz, blanks);
    }
    quiz.tries++;
    quiz.handedIn = true;
    open.forEach(settle);
    arrange(quiz);
    save(quiz);
    Lectern.results.show(quiz);
    Lectern.results.goTo(quiz);
  }

  // What came of one question, without its buttons: what is missed is redone
  // together.
  function settle(view) {
    var mark = markOf(view);
    view.mark = mark;
    if (mark.verdict === "unmarked") return Lectern.flow.compare(view);
    if (!Lectern.results.counts(view)) return;
    if (mark.verdict === "blank") {
      Lectern.frame.tell(view, say("no-answer"));
    } else {
      Lectern.flow.settle(view, mark);
    }
    view.actions.hidden = true;
    Lectern.frame.lock(view, true);
  }

  // Only what was missed comes again, with the answers that were given.
  function redo(quiz) {
    quiz.settled = quiz.drawn.filter(isRight);
    begin(quiz, quiz.drawn.filter(function (v) { return !isRight(v); }));
    quiz.settled.forEach(function (v) { v.form.hidden = true; });
    goToFirst(quiz);
  }

  function again(quiz) {
    startAgain(quiz);
    goToFirst(quiz);
  }

  function startAgain(quiz) {
    quiz.settled = [];
    quiz.views.forEach(Lectern.flow.startOver);
    draw(quiz);
    arrange(quiz);
    begin(quiz, quiz.drawn);
  }

  function begin(quiz, views) {
    quiz.handedIn = quiz.warned = false;
    views.forEach(function (v) {
      if (quiz.exam) wait(v);
      else Lectern.flow.clear(v);
      v.mark = null;
      if (v.kind.shuffle) v.kind.shuffle(v);
    });
    save(quiz);
    Lectern.results.show(quiz);
  }

  function goToFirst(quiz) {
    var first = quiz.drawn.filter(function (v) { return !v.form.hidden; })[0];
    if (first) Lectern.dom.goTo(first.stem);
  }

  // Answers of an exam are kept as they are given: a page may be lost.
  function save(quiz) {
    var answers = {};
    if (!quiz.handedIn) quiz.drawn.forEach(function (v) { answers[v.id] = v.response(); });
    Lectern.store.write(quiz.id, {
      response: answers, drawn: quiz.drawn.map(idOf), settled: (quiz.settled || []).map(idOf),
      tries: quiz.tries, handedIn: quiz.handedIn
    });
  }

  function idOf(view) { return view.id; }

  // A student who comes back finds the same questions in the same state. A
  // question that has changed since then waits for a new answer.
  function restore(quiz) {
    var kept = Lectern.store.read(quiz.id);
    var drawn = kept ? quiz.views.filter(function (v) { return kept.drawn.indexOf(v.id) >= 0; }) : [];
    var whole = drawn.length === (quiz.pick || quiz.views.length);
    if (whole) quiz.drawn = drawn;
    else draw(quiz);
    arrange(quiz);
    if (quiz.pick && !whole) save(quiz); // the next visit asks the same
    if (!quiz.exam) return Lectern.results.show(quiz);
    quiz.tries = kept ? kept.tries : 0;
    quiz.handedIn = whole && kept.handedIn;
    quiz.settled = whole ? drawn.filter(function (v) { return kept.settled.indexOf(v.id) >= 0 && isRight(v); }) : [];
    quiz.drawn.forEach(function (v) {
      var settled = quiz.settled.indexOf(v) >= 0;
      if (quiz.handedIn || settled) return close(v, settled && !quiz.handedIn);
      wait(v);
      if (whole && kept.response[v.id]) Lectern.keep.fill(v, kept.response[v.id]);
    });
    Lectern.results.show(quiz);
  }

  function close(view, hide) {
    if (!view.mark) {
      view.mark = markOf(view);
      if (Lectern.results.counts(view) && view.mark.verdict === "blank") Lectern.frame.tell(view, say("no-answer"));
    }
    view.actions.hidden = true;
    view.form.hidden = hide;
    view.status.setAttribute("aria-live", "off");
    Lectern.frame.lock(view, true);
  }

  document.addEventListener("quiz:ready", function () {
    document.querySelectorAll("[data-quiz]").forEach(setUp);
  });
})(Lectern);
