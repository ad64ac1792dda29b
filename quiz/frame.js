// What the frame adds to a question on the page: the place for the outcome,
// the buttons, and hints that open one by one.
(function (Lectern) {
  "use strict";

  var dom = Lectern.dom, say = Lectern.say.bind(Lectern);
  var looks = { right: ["yes", "check"], partly: ["part", "half"], "not-yet": ["notyet", "again"] };

  function quietButton(words, action) {
    var b = dom.button("btn quiet", say(words));
    b.hidden = true;
    b.addEventListener("click", action);
    return b;
  }

  // do is what the buttons do, by name.
  function add(view, does) {
    view.result = dom.element("div", "res");
    view.status = dom.element("div");
    view.status.setAttribute("role", "status");
    view.status.setAttribute("aria-atomic", "true");
    view.reasons = dom.element("div", "reasons");
    view.result.append(view.status, view.reasons);
    view.actions = dom.element("div", "acts");
    view.primary = dom.button("btn", "", "submit");
    view.reveal = quietButton("show-answer", does.reveal);
    view.count = quietButton("count-as-right", does.count);
    view.reset = quietButton("clear-answer", does.reset);
    view.left = dom.element("p", "how");
    view.actions.append(view.primary, view.reveal, view.count, view.reset, view.left);
    view.form.append(view.result, view.actions);
    if (!view.kind.reveal && !view.answer) view.actions.hidden = true;
    if (view.answer) view.answer.hidden = true;
    chainHints(view.form);
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

  // Takes every trace of marking away. It leaves the buttons alone: hiding the
  // one that has the focus, even for a moment, would lose the keyboard's place.
  function wipe(view) {
    delete view.form.dataset.verdict;
    view.form.classList.remove("has-err");
    view.unflag();
    view.status.textContent = view.reasons.textContent = "";
    view.result.className = "res";
  }

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

  // A sentence about the question that is no mark.
  function tell(view, sentence) {
    view.result.className = "res shown";
    view.status.appendChild(dom.element("p", "", sentence));
  }

  // A sentence for those who do not see what stands elsewhere on the page.
  function whisper(view, sentence) {
    if (sentence) view.status.appendChild(dom.element("p", "unseen", sentence));
  }

  // Says beside the answers what is missing, and takes the student there.
  function demand(view, sentence) {
    var error = dom.element("p", "err");
    error.id = view.form.id + "-error";
    error.appendChild(dom.icon("warning"));
    error.appendChild(dom.element("span", "", sentence));
    view.form.querySelector(".how").after(error);
    view.form.classList.add("has-err");
    var field = view.kind.blank ? view.kind.blank(view) : view.fields()[0];
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", [error.id, field.dataset.how].filter(Boolean).join(" "));
    field.focus();
  }

  function tellTries(view) {
    view.left.hidden = view.limit === Infinity;
    if (!view.left.hidden) view.left.textContent = say("tries-left", { n: Math.max(0, view.limit - view.tries) });
  }

  // The question is only to be read now. Nothing is disabled or hidden that
  // may have the focus.
  function lock(view, locked) {
    view.fields().forEach(function (o) {
      if (o.readOnly !== undefined && !/^(radio|checkbox)$/.test(o.type)) o.readOnly = locked;
      else dom.rest(o, locked);
    });
  }

  Lectern.frame = { add: add, wipe: wipe, announce: announce, tell: tell, whisper: whisper, demand: demand, tellTries: tellTries, lock: lock };
})(Lectern);
