// What happens to a question in the browser: checking, trying again, showing
// the answer, and where the keyboard goes. Without this script the page shows
// each question with its answer in a <details>; nothing here is needed to read
// a lesson.
(function (Lectern) {
  "use strict";
  if (typeof document === "undefined") return;

  var dom = Lectern.dom, frame = Lectern.frame, keep = Lectern.keep;
  var say = Lectern.say.bind(Lectern);

  // Back to before the check; what was answered stays.
  function clear(view) {
    frame.wipe(view);
    view.state = "fresh";
    view.counted = false;
    view.reveal.hidden = view.count.hidden = view.reset.hidden = true;
    view.primary.textContent = say(view.kind.check || "check");
  }

  // Shows what came of the answer, now or when the page is read again.
  function present(view, mark) {
    frame.wipe(view);
    view.mark = mark;
    view.state = mark.verdict === "right" ? "done" : "marked";
    view.kind.show(view, mark);
    var sentences = [view.kind.summary(view, mark)];
    if (view.reasons.childNodes.length > 0) sentences.push(say("reason-below"));
    if (view.sure) sentences.push(view.sure.comment(mark));
    frame.announce(view, mark.verdict, say("verdict-" + mark.verdict), sentences.filter(Boolean).join(" "));
    if (view.state === "done" || mark.count.right > 0) explainAll(view);
    view.count.hidden = view.state === "done" || !view.kind.studentMayCount;
    dom.rest(view.count, false);
    frame.tellTries(view);
    if (view.tries >= view.limit) close(view);
    else if (view.state !== "done") frame.whisper(view, view.left.textContent);
    view.reveal.hidden = view.state === "done" || !view.kind.reveal;
    view.reset.hidden = false;
    view.primary.textContent = view.state === "done" ? nextWords(view) : retryWords(view);
  }

  // Marks an answer for good: shown, kept, and told to whoever listens.
  function settle(view, mark) {
    view.tries++;
    present(view, mark);
    keep.save(view);
    tellOthers(view, mark);
  }

  function retryWords(view) { return say(view.kind.retry || "try-again"); }

  function nextWords(view) { return say(nextQuestion(view) ? "next-question" : "carry-on"); }

  // After the last try the answer follows at once.
  function close(view) {
    if (view.state !== "done") {
      view.status.appendChild(dom.element("p", "", rightAnswer(view)));
      explainAll(view);
    }
    view.state = "done";
    frame.lock(view, true);
  }

  // A wording nobody foresaw may still be right: the student decides.
  function countAsRight(view) {
    if (view.count.hasAttribute("aria-disabled")) return;
    showCounted(view);
    keep.save(view, { counted: true });
    tellOthers(view, { score: 1 });
  }

  function showCounted(view) {
    view.state = "done";
    view.counted = true;
    frame.announce(view, "right", say("counted-as-right"));
    explainAll(view);
    view.reveal.hidden = true;
    view.primary.textContent = nextWords(view);
    view.count.hidden = false;
    dom.rest(view.count, true);
  }

  function explainAll(view) {
    var why = view.answer && view.answer.querySelector(".explanation");
    if (!why || view.reasons.querySelector(".explanation")) return;
    view.reasons.appendChild(why.cloneNode(true));
  }

  // Progress, course platforms and anybody else may listen; see the manual.
  function tellOthers(view, mark) {
    view.form.dispatchEvent(new CustomEvent("quiz:marked", {
      bubbles: true,
      detail: {
        id: view.id, score: mark.score * view.points, max: view.points,
        tries: view.tries, response: view.response()
      }
    }));
  }

  function tryAgain(view) {
    clear(view);
    firstField(view).focus();
  }

  // Where somebody who tries again begins: at what they chose.
  function firstField(view) {
    if (view.kind.again) return view.kind.again(view);
    var fields = view.fields();
    return fields.filter(function (f) { return f.checked; })[0] || fields[0];
  }

  // As if the question had never been answered.
  function startOver(view) {
    Lectern.store.remove(view.id);
    view.form.reset();
    view.tries = 0;
    view.mark = null;
    frame.lock(view, false);
    if (view.kind.reset) view.kind.reset(view);
    clear(view);
    frame.tellTries(view);
  }

  function rightAnswer(view) { return say(view.kind.answer || "answer-is", { answer: view.kind.reveal(view).join(say("answer-or")) }); }

  function revealAnswer(view) {
    frame.wipe(view);
    view.state = "shown";
    view.form.dataset.verdict = "shown";
    frame.tell(view, rightAnswer(view));
    explainAll(view);
    view.primary.textContent = say("try-again");
    view.count.hidden = true;
    keep.save(view, { shown: true });
  }

  // Nobody marks this end; the kind says what there is to say, and one may go again.
  function finish(view) {
    frame.wipe(view);
    view.state = "marked";
    view.form.dataset.verdict = "unmarked";
    frame.tell(view, view.kind.summary(view, { verdict: "unmarked" }));
    explainAll(view);
    view.primary.textContent = retryWords(view);
  }

  function compare(view) {
    if (view.kind.endsUnmarked) return finish(view);
    if (!view.answer) return;
    view.answer.hidden = false;
    view.answer.open = true;
    view.status.textContent = say(view.kind.opened || "compare-below");
  }

  function nextQuestion(view) {
    var all = Lectern.views.filter(function (v) { return !v.form.hidden; });
    return all[all.indexOf(view) + 1];
  }

  function goOn(view) {
    var next = nextQuestion(view);
    if (next) return dom.goTo(next.stem);
    var way = document.querySelector("nav.pn a:last-of-type"); // the way back comes first
    if (way) way.focus();
  }

  function check(view) {
    if (view.state === "done") return goOn(view);
    if (view.state === "marked" || view.state === "shown") return tryAgain(view);
    var mark = view.kind.mark(view.key, view.response());
    if (mark.verdict === "unmarked") return compare(view);
    if (mark.verdict === "blank") {
      clear(view);
      return frame.demand(view, say(view.kind.fix || "fix-choose", { stem: view.stem.textContent }));
    }
    settle(view, mark);
    view.primary.scrollIntoView({ block: "nearest" }); // the result has pushed it down
  }

  // A student who comes back finds the question as they left it.
  function restore(view) {
    var kept = keep.recall(view);
    if (!kept) return;
    view.tries = kept.record.tries || 0;
    if (view.sure) view.sure.set(kept.record.sure);
    if (!kept.changed) present(view, kept.mark);
    if (!kept.changed && kept.record.counted) showCounted(view);
    if (!kept.changed) return;
    view.tries = 0;
    frame.tell(view, say("changed-since"));
    view.form.dataset.verdict = "changed";
    view.reset.hidden = false;
  }

  function listen(view) {
    view.form.addEventListener("submit", function (event) {
      event.preventDefault();
      view.check();
    });
    view.form.addEventListener("click", function (event) {
      if (event.target.matches("input[aria-disabled], select[aria-disabled]")) event.preventDefault();
    });
    view.form.addEventListener("input", function (event) {
      var isAnswer = event.target.name && event.target.name !== "sure";
      var hasWord = view.form.dataset.verdict || view.form.classList.contains("has-err");
      if (isAnswer && hasWord) clear(view);
    });
  }

  function enhance(form) {
    var view = Lectern.viewOf(form);
    if (!view.kind) return; // its script did not come
    frame.add(view, {
      reveal: function () { revealAnswer(view); },
      count: function () { countAsRight(view); },
      reset: function () {
        startOver(view);
        frame.whisper(view, say("answer-cleared"));
        firstField(view).focus();
      }
    });
    view.check = function () { check(view); };
    view.fields().forEach(function (o) { o.dataset.how = o.getAttribute("aria-describedby") || ""; });
    if (form.dataset.confidence !== undefined && Lectern.askSure) Lectern.askSure(view);
    if (view.kind.setup) view.kind.setup(view);
    clear(view);
    frame.tellTries(view);
    restore(view);
    listen(view);
    Lectern.views.push(view);
  }

  Lectern.views = []; // the questions of this page, in order
  Lectern.flow = { clear: clear, settle: settle, compare: compare, startOver: startOver };

  // The kinds' scripts come after this one. One broken question never stops
  // the page.
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("form[data-question]").forEach(function (form) {
      try {
        enhance(form);
      } catch (problem) {
        console.error(problem);
      }
    });
    document.dispatchEvent(new CustomEvent("quiz:ready"));
  });
})(Lectern);
