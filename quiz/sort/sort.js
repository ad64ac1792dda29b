(function (Lectern) {
  "use strict";

  var prompts = Lectern.prompts;

  // A group's reason stands once in the result, below its name, however many
  // items were put into it.
  function explainGroups(view, groups) {
    view.key.options.forEach(function (group) {
      if (groups.indexOf(group) < 0) return;
      var box = Lectern.dom.element("div");
      box.appendChild(Lectern.dom.element("p", "group", view.entry("group-" + group).querySelector(".group").textContent));
      if (view.copyReason("group-" + group, ".reason", box)) view.reasons.appendChild(box);
    });
  }

  function show(view, mark) {
    prompts.show(view, mark);
    explainGroups(view, view.fields().map(function (field) { return field.value; }));
  }

  function reveal(view) {
    prompts.reveal(view);
    explainGroups(view, view.key.options);
    return view.key.options
      .filter(function (group) { return view.key.prompts.some(function (p) { return p.right === group; }); })
      .map(function (group) { return view.wordsOf("group-" + group); });
  }

  Lectern.kinds.sort = { mark: prompts.mark, show: show, reveal: reveal, summary: prompts.summary, setup: prompts.setup };
})(Lectern);
