(function (Lectern) {
  "use strict";

  var shares = { right: 1, near: 0.5, slip: 0 };

  // mark.go holds the same rule.
  function mark(key, response) {
    var count = { right: 0, extra: 0, missed: 0 };
    var given = Lectern.quantity((response.answer || [])[0] || "");
    if (!given || given.unit !== "" && !key.hasUnits) return Lectern.unscored("blank");
    for (var i = 0; i < key.answers.length; i++) {
      var a = key.answers[i], answers = {};
      if (given.value < a.low || given.value > a.high || given.unit !== "" && given.unit !== a.unit) continue;
      answers[a.id] = a.how;
      return Lectern.scored(shares[a.how], answers, count);
    }
    return Lectern.scored(0, undefined, count);
  }

  function show(view, mark) {
    Object.keys(mark.answers || {}).forEach(view.explain);
  }

  function reveal(view) {
    return view.key.answers
      .filter(function (a) { return a.how === "right"; })
      .map(function (a) { return view.wordsOf(a.id); });
  }

  function summary(view) {
    return view.say("wrote", { answer: view.say("quoted", { words: view.form.elements.answer.value.trim() }) });
  }

  Lectern.kinds.number = { mark: mark, show: show, reveal: reveal, summary: summary, fix: "fix-number" };
})(Lectern);
