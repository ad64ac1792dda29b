// The frame around a question in the browser: buttons, results, reasons, and
// where the keyboard goes. Without this script the page shows each question
// with its answer in a <details>; nothing here is needed to read a lesson.
(function (Lectern) {
  "use strict";
  if (typeof document === "undefined") return;

  var dom = Lectern.dom;
  var say = Lectern.say.bind(Lectern);

  // Back to before the check; what was answered stays.
  function clear(view) {
    wipe(view);
    view.state = "fresh";
    view.reveal.hidden = view.count.hidden = true;
    view.primary.textContent = say(view.kind.check || "check");
  }

  // Takes every trace of marking away. It leaves the buttons alone: hiding the
  // one that has the focus, even for a moment, would lose the keyboard's place.
  function wipe(view) {
    delete view.form.dataset.verdict;
    view.form.classList.remove("has-err");
    view.unflag();
    view.status.textContent = view.reasons.textContent = "";
    view.result.className = "res";
  }

  // Nothing was answered: say so beside the answers and take the student there.
  function askForAnswer(view) {
    clear(view);
    var error = dom.element("p", "err");
    error.id = view.form.id + "-error";
    error.appendChild(dom.icon("warning"));
    error.appendChild(dom.element("span", "", say(view.kind.fix || "fix-choose", { stem: view.stem.textContent })));
    view.form.querySelector(".how").after(error);
    view.form.classList.add("has-err");
    var field = view.kind.blank ? view.kind.blank(view) : view.fields()[0];
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", [error.id, field.dataset.how].filter(Boolean).join(" "));
    field.focus();
  }

  var looks = { right: ["yes", "check"], partly: ["part", "half"], "not-yet": ["notyet", "again"] };

  function announce(view, verdict, head, sentence) {
    var look = looks[verdict];
    view.form.dataset.verdict = verdict;
    view.result.className = "res " + look[0];
    view.status.textContent = "";
    var first = dom.element("p", "verdict");
    first.appendChild(dom.icon(look[1]));
    first.appendChild(dom.element("span", "", head));
    view.status.appendChild(first);
    if (sentence) view.status.appendChild(dom.element("p", "", sentence));
  }

  function showMark(view, mark) {
    wipe(view);
    view.tries++;
    view.state = mark.verdict === "right" ? "done" : "marked";
    view.kind.show(view, mark);
    var hasReason = view.reasons.childNodes.length > 0;
    announce(view, mark.verdict, say("verdict-" + mark.verdict), view.kind.summary(view, mark) + (hasReason ? " " + say("reason-below") : ""));
    if (view.state === "done" || mark.count.right > 0) explainAll(view);
    view.count.hidden = view.state === "done" || !view.kind.studentMayCount;
    view.count.removeAttribute("aria-disabled");
    tellTries(view);
    if (view.tries >= view.limit) close(view);
    view.reveal.hidden = view.state === "done" || !view.kind.reveal;
    view.primary.textContent = view.state === "done" ? nextWords(view) : retryWords(view);
    view.primary.scrollIntoView({ block: "nearest" }); // the result has pushed it down
    tellOthers(view, mark);
  }

  function retryWords(view) { return say(view.kind.retry || "try-again"); }

  function nextWords(view) { return say(nextQuestion(view) ? "next-question" : "carry-on"); }

  function tellTries(view) {
    view.left.hidden = view.limit === Infinity;
    if (!view.left.hidden) view.left.textContent = say("tries-left", { n: view.limit - view.tries });
  }

  // After the last try the answer follows at once and the question is only to
  // be read. Nothing is disabled or hidden that may have the focus.
  function close(view) {
    if (view.state !== "done") {
      view.status.appendChild(dom.element("p", "", rightAnswer(view)));
      explainAll(view);
    }
    view.state = "done";
    view.fields().forEach(function (o) {
      if (o.readOnly === undefined || /^(radio|checkbox)$/.test(o.type)) o.setAttribute("aria-disabled", "true");
      else o.readOnly = true;
    });
  }

  // A wording nobody foresaw may still be right: the student decides.
  function countAsRight(view) {
    if (view.count.hasAttribute("aria-disabled")) return;
    view.state = "done";
    announce(view, "right", say("counted-as-right"));
    explainAll(view);
    view.reveal.hidden = true;
    view.primary.textContent = nextWords(view);
    view.count.setAttribute("aria-disabled", "true");
    tellOthers(view, { score: 1 });
  }

  function explainAll(view) {
    var why = view.answer && view.answer.querySelector(".explanation");
    if (!why || view.reasons.querySelector(".explanation")) return;
    view.reasons.appendChild(why.cloneNode(true));
  }

  // Progress, course platforms and anybody else may listen; see the manual.
  function tellOthers(view, mark) {
    var max = Number(view.form.dataset.points || 1);
    view.form.dispatchEvent(new CustomEvent("quiz:marked", {
      bubbles: true,
      detail: {
        id: view.form.dataset.question, score: mark.score * max, max: max,
        tries: view.tries, response: view.response()
      }
    }));
  }

  function tryAgain(view) {
    clear(view);
    if (view.kind.again) return view.kind.again(view).focus();
    var fields = view.fields();
    (fields.filter(function (f) { return f.checked; })[0] || fields[0]).focus();
  }

  function rightAnswer(view) { return say(view.kind.answer || "answer-is", { answer: view.kind.reveal(view).join(say("answer-or")) }); }

  function revealAnswer(view) {
    wipe(view);
    view.state = "shown";
    view.form.dataset.verdict = "shown";
    view.result.className = "res shown";
    view.status.appendChild(dom.element("p", "", rightAnswer(view)));
    explainAll(view);
    view.primary.textContent = say("try-again");
    view.count.hidden = true;
  }

  // Nobody marks this end; the kind says what there is to say, and one may go again.
  function finish(view, mark) {
    wipe(view);
    view.state = "marked";
    view.result.className = "res shown";
    view.status.appendChild(dom.element("p", "", view.kind.summary(view, mark)));
    explainAll(view);
    view.primary.textContent = retryWords(view);
  }

  function compare(view) {
    if (!view.answer) return;
    view.answer.hidden = false;
    view.answer.open = true;
    view.status.textContent = say(view.kind.opened || "compare-below");
  }

  function nextQuestion(view) {
    var all = Array.from(document.querySelectorAll("form[data-question]"));
    return all[all.indexOf(view.form) + 1];
  }

  function goOn(view) {
    var next = nextQuestion(view);
    var target = next ? next.querySelector(".stem") : document.querySelector("nav.pn a:last-of-type"); // the way back comes first
    if (!target) return;
    if (next) {
      target.tabIndex = -1;
      target.addEventListener("blur", function () { target.removeAttribute("tabindex"); }, { once: true });
    }
    target.focus();
  }

  function onSubmit(view) {
    if (view.state === "done") return goOn(view);
    if (view.state === "marked" || view.state === "shown") return tryAgain(view);
    var mark = view.kind.mark(view.key, view.response());
    if (mark.verdict === "unmarked") return view.kind.endsUnmarked ? finish(view, mark) : compare(view);
    if (mark.verdict === "blank") return askForAnswer(view);
    showMark(view, mark);
  }

  function addFrame(view) {
    view.result = dom.element("div", "res");
    view.status = dom.element("div");
    view.status.setAttribute("role", "status");
    view.status.setAttribute("aria-atomic", "true");
    view.reasons = dom.element("div", "reasons");
    view.result.append(view.status, view.reasons);
    var actions = dom.element("div", "acts");
    view.primary = dom.button("btn", "", "submit");
    view.reveal = dom.button("btn quiet", say("show-answer"));
    view.reveal.addEventListener("click", function () { revealAnswer(view); });
    view.count = dom.button("btn quiet", say("count-as-right"));
    view.count.addEventListener("click", function () { countAsRight(view); });
    view.left = dom.element("p", "how");
    tellTries(view);
    actions.append(view.primary, view.reveal, view.count, view.left);
    view.form.append(view.result, actions);
    if (!view.kind.reveal && !view.answer) actions.hidden = true;
    if (view.answer) view.answer.hidden = true;
  }

  // Hints are opened one by one: the next appears when the one before is open.
  function chainHints(form) {
    var hints = Array.from(form.querySelectorAll("details.hint"));
    hints.forEach(function (hint, i) {
      hint.hidden = i > 0;
      hint.addEventListener("toggle", function () {
        if (hint.open && hints[i + 1]) hints[i + 1].hidden = false;
      });
    });
  }

  function enhance(form) {
    var view = Lectern.viewOf(form);
    addFrame(view);
    chainHints(form);
    view.fields().forEach(function (o) { o.dataset.how = o.getAttribute("aria-describedby") || ""; });
    view.check = function () { onSubmit(view); };
    if (view.kind.setup) view.kind.setup(view);
    clear(view);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      onSubmit(view);
    });
    form.addEventListener("click", function (event) {
      if (event.target.matches("input[aria-disabled], select[aria-disabled]")) event.preventDefault();
    });
    form.addEventListener("input", function (event) {
      if (view.state !== "fresh" && event.target.name) clear(view);
    });
  }

  // One broken question never stops the page.
  document.querySelectorAll("form[data-question]").forEach(function (form) {
    try {
      enhance(form);
    } catch (problem) {
      console.error(problem);
    }
  });
})(Lectern);
