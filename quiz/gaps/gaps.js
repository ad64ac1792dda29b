(function (Lectern) {
  "use strict";

  // mark.go holds the same rule.
  function mark(key, response) {
    var answers = {}, count = { right: 0, extra: 0, missed: 0 };
    key.blanks.forEach(function (b) {
      var given = filled(b, (response[b.id] || [])[0] || "", key.ignoreAccents);
      var how = given === "" ? "missed" : b.accepted.indexOf(given) >= 0 ? "right" : "extra";
      answers[b.id] = how;
      count[how]++;
    });
    if (count.missed === key.blanks.length) return Lectern.unscored("blank");
    return Lectern.scored(count.right / key.blanks.length, answers, count);
  }

  function filled(b, value, ignoreAccents) {
    if (!b.options) return Lectern.fold(value, ignoreAccents);
    return b.options.indexOf(value) >= 0 ? value : "";
  }

  // An empty blank is one to look at again, not one that was right.
  function show(view, mark) {
    view.fields().forEach(function (field) {
      var how = mark.answers[field.name];
      if (how === "missed") view.flag(field, "extra", view.say("gaps-empty"));
      else view.flag(field, how);
      describe(field);
    });
  }

  function describe(field) {
    var flag = field.closest(".slot").querySelector(".mark");
    flag.id = field.id + "-mark";
    field.setAttribute("aria-describedby", [flag.id, field.dataset.how].filter(Boolean).join(" "));
  }

  function reveal(view) {
    return view.key.blanks.map(function (b, i) {
      return view.say("gaps-answer", { n: i + 1, answer: view.quoted(view.wordsOf(b.id)) });
    });
  }

  function summary(view, mark) {
    var again = [];
    view.key.blanks.forEach(function (b, i) {
      if (mark.answers[b.id] !== "right") again.push(i + 1);
    });
    var told = view.say("gaps-counted", { right: mark.count.right, of: view.key.blanks.length });
    if (again.length > 0) told += " " + view.say("gaps-again", { numbers: again.join(", ") });
    return told;
  }

  Lectern.kinds.gaps = { mark: mark, show: show, reveal: reveal, summary: summary, setup: Lectern.prompts.setup, fix: "fix-gaps" };
})(Lectern);
