(function (Lectern) {
  "use strict";

  // mark.go holds the same rule.
  function mark(key, response) {
    var chosen = chosenOf(key, response.answer || []);
    if (chosen.length === 0) return Lectern.unscored("blank");
    var answers = {}, count = { right: 0, extra: 0, missed: 0 };
    key.answers.forEach(function (a) {
      var isChosen = chosen.indexOf(a) >= 0, isRight = key.right.indexOf(a) >= 0;
      var how = isChosen ? (isRight ? "right" : "extra") : (isRight ? "missed" : "");
      if (how) {
        answers[a] = how;
        count[how]++;
      }
    });
    return Lectern.scored(score(key, count), answers, count);
  }

  function chosenOf(key, values) {
    var chosen = [];
    values.forEach(function (v) {
      if (key.answers.indexOf(v) >= 0 && (key.several || chosen.length === 0)) chosen.push(v);
    });
    return chosen;
  }

  function score(key, count) {
    var h = count.right, f = count.extra, k = h + count.missed, n = key.answers.length;
    if (!key.several || key.scoring === "exact") return h === k && f === 0 ? 1 : 0;
    if (key.scoring === "each") return (h + n - k - f) / n;
    return Math.max(0, (h - f) / k);
  }

  // Puts the outcome beside each answer, and its reason below it. Of a single
  // choice only what was chosen is commented, so that trying again stays open.
  function show(view, mark) {
    view.fields().forEach(function (option) {
      var how = mark.answers[option.value];
      if (!how) return;
      if (view.key.several) {
        view.flag(option, how);
        view.explainBelow(option, option.value, how === "missed" ? ".left-out" : "");
      } else if (how !== "missed") {
        view.flag(option, how, how === "extra" ? view.say("flag-yours") : "");
        view.explain(option.value);
      }
    });
  }

  function reveal(view) {
    view.fields().forEach(function (option) {
      if (view.key.right.indexOf(option.value) < 0) {
        if (option.checked) view.flag(option, "extra", view.key.several ? "" : view.say("flag-yours"));
        return;
      }
      view.flag(option, "right");
      if (view.key.several) view.explainBelow(option, option.value);
    });
    return view.key.right.map(view.wordsOf);
  }

  function summary(view, mark) {
    if (view.key.several) return view.say("counted", mark.count);
    var chosen = Object.keys(mark.answers).filter(function (a) { return mark.answers[a] !== "missed"; })[0];
    return view.say("chose", { answer: view.quoted(view.wordsOf(chosen)) });
  }

  function shuffle(view) {
    if (view.form.dataset.shuffle === undefined) return;
    Lectern.dom.shuffle(Array.from(view.form.querySelectorAll(".opt:not([data-pinned])")));
  }

  // A new order with each try: what is remembered is the answer, not its place.
  function again(view) {
    shuffle(view);
    return view.fields().filter(function (f) { return f.checked; })[0] || view.fields()[0];
  }

  Lectern.kinds.choice = { mark: mark, show: show, reveal: reveal, summary: summary, setup: shuffle, shuffle: shuffle, again: again };
})(Lectern);
