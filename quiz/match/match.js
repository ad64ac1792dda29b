(function (Lectern) {
  "use strict";

  var prompts = Lectern.prompts;

  // Below each prompt, why its pair belongs together; once in the result, why
  // an option that was chosen fits nothing.
  function show(view, mark) {
    var said = {};
    view.key.prompts.forEach(function (prompt) {
      var field = prompts.fieldOf(view, prompt), how = mark.answers[prompt.id];
      view.explainBelow(field, prompt.id, how === "right" ? "" : ".left-out");
      if (how !== "extra" || said[field.value]) return;
      said[field.value] = true;
      explainExtra(view, field.value);
    });
    prompts.show(view, mark);
  }

  // By name: the reason stands in the result, away from where it was chosen.
  function explainExtra(view, option) {
    var id = "extra-" + option, box = Lectern.dom.element("div");
    if (!view.entry(id)) return; // it fits another prompt
    box.appendChild(Lectern.dom.element("p", "group", view.wordsOf(id)));
    if (view.copyReason(id, ".reason", box)) view.reasons.appendChild(box);
  }

  function reveal(view) {
    view.key.prompts.forEach(function (prompt) { view.explainBelow(prompts.fieldOf(view, prompt), prompt.id); });
    prompts.reveal(view);
    return view.key.prompts.map(function (prompt) { return view.wordsOf(prompt.id); });
  }

  Lectern.kinds.match = { mark: prompts.mark, show: show, reveal: reveal, summary: prompts.summary, setup: prompts.setup };
})(Lectern);
