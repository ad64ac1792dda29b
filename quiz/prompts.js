// What the kinds share that ask to choose one of the same options for each of
// several prompts. prompts.go holds the same rule of marking.
(function (Lectern) {
  "use strict";

  function mark(key, response) {
    var answers = {}, count = { right: 0, extra: 0, missed: 0 };
    key.prompts.forEach(function (prompt) {
      var chosen = chosenOf(key, response[prompt.field] || []);
      var how = chosen === "" ? "missed" : chosen === prompt.right ? "right" : "extra";
      answers[prompt.id] = how;
      count[how]++;
    });
    if (count.missed === key.prompts.length) return Lectern.unscored("blank");
    return Lectern.scored(count.right / key.prompts.length, answers, count);
  }

  function chosenOf(key, values) {
    return values.filter(function (v) { return key.options.indexOf(v) >= 0; })[0] || "";
  }

  function fieldOf(view, prompt) { return view.form.elements[prompt.field]; }

  // Says beside a prompt how it did, and lets the field itself say it too: the
  // sign is not part of its label.
  function tell(view, prompt, how, word) {
    var field = fieldOf(view, prompt);
    view.flag(field, how, word);
    var sign = field.closest(".slot").querySelector(".mark");
    sign.id = view.form.id + "-mark-" + prompt.id;
    field.setAttribute("aria-describedby", [sign.id, field.getAttribute("aria-describedby")].filter(Boolean).join(" "));
  }

  function show(view, mark) {
    view.key.prompts.forEach(function (prompt) {
      var how = mark.answers[prompt.id];
      if (how === "missed") tell(view, prompt, "extra", view.say("prompt-open"));
      else tell(view, prompt, how);
    });
  }

  // The right option stands beside each prompt; what was chosen stays, and
  // only looks right where it is.
  function reveal(view) {
    view.key.prompts.forEach(function (prompt) {
      var field = fieldOf(view, prompt);
      var right = field.querySelector("option[value='" + prompt.right + "']").textContent;
      tell(view, prompt, "right", view.say("prompt-right", { answer: right }));
      if (field.value !== prompt.right) field.closest(".slot").classList.remove("is-yes");
    });
  }

  function summary(view, mark) {
    var told = view.say("prompts-right", { right: mark.count.right, of: view.key.prompts.length });
    return mark.count.missed ? told + " " + view.say("prompts-open", { n: mark.count.missed }) : told;
  }

  // After the last try a menu is only to be read. Nothing holds back a menu's
  // keys in every browser, so it takes back what was chosen.
  function setup(view) {
    view.fields().forEach(function (field) {
      var kept = field.value;
      field.addEventListener("focus", function () { kept = field.value; });
      field.addEventListener("input", function (event) {
        if (!field.hasAttribute("aria-disabled")) {
          kept = field.value;
          return;
        }
        field.value = kept;
        event.stopPropagation();
      });
    });
  }

  Lectern.prompts = { mark: mark, fieldOf: fieldOf, show: show, reveal: reveal, summary: summary, setup: setup };
})(Lectern);
