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
      view.explain("extra-" + field.value);
    });
    prompts.show(view, mark);
  }

  function reveal(view) {
    view.key.prompts.forEach(function (prompt) { view.explainBelow(prompts.fieldOf(view, prompt), prompt.id); });
    prompts.reveal(view);
    return view.key.prompts.map(function (prompt) { return view.wordsOf(prompt.id); });
  }

  Lectern.kinds.match = { mark: prompts.mark, show: show, reveal: reveal, summary: prompts.summary, setup: prompts.setup };
})(Lectern);
