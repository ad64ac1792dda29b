// The frame around a question in the browser: buttons, results, reasons, and
// where the keyboard goes. Without this script the page shows each question
// with its answer in a <details>; nothing here is needed to read a lesson.
(function (Lectern) {
  "use strict";
  if (typeof document === "undefined") return;

  var say = Lectern.say.bind(Lectern);

  function element(tag, className, text) {
    var e = document.createElement(tag);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  }

  function icon(name) {
    var holder = document.createElement("template");
    holder.innerHTML = Lectern.icons[name] || "";
    return holder.content;
  }

  function button(className, text, type) {
    var b = element("button", className, text);
    b.type = type || "button";
    return b;
  }

  // What an HTML form would send: names and their values.
  function responseOf(form) {
    var response = {};
    new FormData(form).forEach(function (value, name) {
      (response[name] = response[name] || []).push(String(value));
    });
    return response;
  }

  // Everything one question's functions need; kinds see it as "view".
  function viewOf(form) {
    var view = {
      form: form,
      kind: Lectern.kinds[form.dataset.kind],
      key: JSON.parse(form.querySelector("script[type='application/json']").textContent),
      stem: form.querySelector(".stem"),
      answer: form.querySelector("details.answer"),
      state: "fresh",
      tries: 0,
      limit: Number(form.dataset.tries || Infinity),
      say: say
    };
    view.options = function () { return Array.from(form.querySelectorAll("input[name=answer]")); };
    view.wordsOf = function (id) { return entryOf(view, id).querySelector(".words").textContent; };
    view.flag = function (option, how) { flag(view, option, how); };
    view.explain = function (id) { copyReason(view, id, ".reason", view.reasons); };
    return view;
  }

  function entryOf(view, id) { return view.answer.querySelector("[data-answer='" + id + "']"); }

  // Puts a copy of an answer's reason, which stands in the page already, where
  // the student looks. Returns whether there was one.
  function copyReason(view, id, part, into) {
    var reason = entryOf(view, id).querySelector(part);
    if (!reason) return false;
    var copy = element("div", "why");
    Array.from(reason.cloneNode(true).childNodes).forEach(function (n) { copy.appendChild(n); });
    into.appendChild(copy);
    return true;
  }

  // Marks one option as right, extra or missed, with a word and a sign, and
  // gives its reason: below the option where several may be chosen, else in
  // the result.
  function flag(view, option, how) {
    var label = option.closest(".opt");
    if (label.querySelector(".mark")) return;
    var sign = { right: "check", extra: "again", missed: "" }[how];
    var mark = element("span", "mark");
    if (sign) mark.appendChild(icon(sign));
    mark.appendChild(document.createTextNode(say(how === "extra" && option.type === "radio" ? "flag-yours" : "flag-" + how)));
    label.appendChild(mark);
    label.classList.add(how === "extra" ? "is-no" : "is-yes");
    if (option.type === "radio") {
      if (view.state !== "shown") view.explain(option.value);
      return;
    }
    var slot = element("div", "option-why");
    slot.id = view.form.id + "-why-" + option.value;
    var found = how === "missed" && copyReason(view, option.value, ".left-out", slot) || copyReason(view, option.value, ".reason", slot);
    if (!found) return;
    label.parentNode.insertBefore(slot, label.nextSibling);
    option.setAttribute("aria-describedby", slot.id);
  }

  // Back to before the check; what was answered stays.
  function clear(view) {
    wipe(view);
    view.state = "fresh";
    view.reveal.hidden = view.count.hidden = true;
    view.primary.textContent = say(view.kind.reveal ? "check" : "compare");
  }

  // Takes every trace of marking away. It leaves the buttons alone: hiding the
  // one that has the focus, even for a moment, would lose the keyboard's place.
  function wipe(view) {
    delete view.form.dataset.verdict;
    view.form.classList.remove("has-err");
    view.form.querySelectorAll(".mark, .option-why, .err").forEach(function (e) { e.remove(); });
    view.form.querySelectorAll(".opt").forEach(function (e) { e.classList.remove("is-yes", "is-no"); });
    view.options().forEach(function (o) {
      o.removeAttribute("aria-invalid");
      if (o.dataset.how) o.setAttribute("aria-describedby", o.dataset.how);
      else o.removeAttribute("aria-describedby");
    });
    view.status.textContent = view.reasons.textContent = "";
    view.result.className = "res";
  }

  // Nothing was answered: say so beside the answers and take the student there.
  function askForAnswer(view) {
    clear(view);
    var error = element("p", "err");
    error.id = view.form.id + "-error";
    error.appendChild(icon("warning"));
    error.appendChild(element("span", "", say(view.options()[0].type === "text" ? "fix-type" : "fix-choose", { stem: view.stem.textContent })));
    view.form.querySelector(".how").after(error);
    view.form.classList.add("has-err");
    var first = view.options()[0];
    first.setAttribute("aria-invalid", "true");
    first.setAttribute("aria-describedby", [error.id, first.dataset.how].filter(Boolean).join(" "));
    first.focus();
  }

  var looks = { right: ["yes", "check"], partly: ["part", "half"], "not-yet": ["notyet", "again"] };

  function announce(view, verdict, head, sentence) {
    var look = looks[verdict];
    view.form.dataset.verdict = verdict;
    view.result.className = "res " + look[0];
    view.status.textContent = "";
    var first = element("p", "verdict");
    first.appendChild(icon(look[1]));
    first.appendChild(element("span", "", head));
    view.status.appendChild(first);
    if (sentence) view.status.appendChild(element("p", "", sentence));
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
    view.reveal.hidden = view.state === "done";
    view.primary.textContent = view.state === "done" ? nextWords(view) : say("try-again");
    tellOthers(view, mark);
  }

  function nextWords(view) { return say(nextQuestion(view) ? "next-question" : "carry-on"); }

  function tellTries(view) {
    view.left.hidden = view.limit === Infinity;
    if (!view.left.hidden) view.left.textContent = say("tries-left", { n: view.limit - view.tries });
  }

  // After the last try the answer follows at once and the question is only to
  // be read. Nothing is disabled or hidden that may have the focus.
  function close(view) {
    if (view.state !== "done") {
      view.status.appendChild(element("p", "", rightAnswer(view)));
      explainAll(view);
    }
    view.state = "done";
    view.options().forEach(function (o) {
      if (o.type === "text") o.readOnly = true;
      else o.setAttribute("aria-disabled", "true");
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
        tries: view.tries, response: responseOf(view.form)
      }
    }));
  }

  function tryAgain(view) {
    clear(view);
    var options = view.options();
    (options.filter(function (o) { return o.checked; })[0] || options[0]).focus();
  }

  function rightAnswer(view) { return say("answer-is", { answer: view.kind.reveal(view).join(say("answer-or")) }); }

  function revealAnswer(view) {
    wipe(view);
    view.state = "shown";
    view.form.dataset.verdict = "shown";
    view.result.className = "res shown";
    view.status.appendChild(element("p", "", rightAnswer(view)));
    explainAll(view);
    view.primary.textContent = say("try-again");
    view.count.hidden = true;
  }

  function compare(view) {
    if (!view.answer) return;
    view.answer.hidden = false;
    view.answer.open = true;
    view.status.textContent = say("compare-below");
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
    var mark = view.kind.mark(view.key, responseOf(view.form));
    if (mark.verdict === "unmarked") return compare(view);
    if (mark.verdict === "blank") return askForAnswer(view);
    showMark(view, mark);
  }

  function addFrame(view) {
    view.result = element("div", "res");
    view.status = element("div");
    view.status.setAttribute("role", "status");
    view.status.setAttribute("aria-atomic", "true");
    view.reasons = element("div", "reasons");
    view.result.append(view.status, view.reasons);
    var actions = element("div", "acts");
    view.primary = button("btn", "", "submit");
    view.reveal = button("btn quiet", say("show-answer"));
    view.reveal.addEventListener("click", function () { revealAnswer(view); });
    view.count = button("btn quiet", say("count-as-right"));
    view.count.addEventListener("click", function () { countAsRight(view); });
    view.left = element("p", "how");
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
    var view = viewOf(form);
    addFrame(view);
    chainHints(form);
    view.options().forEach(function (o) { o.dataset.how = o.getAttribute("aria-describedby") || ""; });
    clear(view);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      onSubmit(view);
    });
    form.addEventListener("click", function (event) {
      if (event.target.matches("input[aria-disabled]")) event.preventDefault();
    });
    form.addEventListener("input", function (event) {
      if (view.state !== "fresh" && event.target.name === "answer") clear(view);
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
