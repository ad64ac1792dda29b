(function (Lectern) {
  "use strict";

  // mark.go holds the same rule.
  function mark(key, response) {
    var count = { right: 0, extra: 0, missed: 0 };
    var chosen = (response.answer || []).map(function (value) { return replyOf(key, value); }).filter(Boolean)[0];
    if (!chosen) return Lectern.unscored("blank");
    var answers = {};
    answers[chosen.id] = judge(key, chosen, count);
    return Lectern.scored(chosen.votes / key.most, answers, count);
  }

  function replyOf(key, value) { return key.replies.filter(function (r) { return r.id === value; })[0]; }

  function judge(key, reply, count) {
    if (reply.votes === key.most) {
      count.right = 1;
      return "right";
    }
    if (reply.votes > 0) return "near";
    count.extra = 1;
    return "extra";
  }

  function votesOf(view, id) { return view.entry(id).querySelector(".votes").textContent; }

  // Every reply shows its votes; only the chosen one has a look and a reason.
  function show(view, mark) {
    view.fields().forEach(function (option) {
      var how = mark.answers[option.value], votes = votesOf(view, option.value);
      if (!how) return tell(view, option, votes);
      view.flag(option, how, votes);
      view.explainBelow(option, option.value);
    });
  }

  function tell(view, option, votes) { view.addMark(option.closest(".opt"), Lectern.dom.element("span", "mark", votes)); }

  function reveal(view) {
    view.fields().forEach(function (option) { tell(view, option, votesOf(view, option.value)); });
    return view.key.replies
      .filter(function (r) { return r.votes === view.key.most; })
      .map(function (r) { return view.quoted(view.wordsOf(r.id)) + " (" + votesOf(view, r.id) + ")"; });
  }

  function summary(view, mark) {
    var chosen = Object.keys(mark.answers)[0];
    return view.say("judge-chose", { answer: view.quoted(view.wordsOf(chosen)), votes: votesOf(view, chosen) });
  }

  Lectern.kinds.judge = { mark: mark, show: show, reveal: reveal, summary: summary, check: "judge-check", answer: "judge-most" };
})(Lectern);
