// How an answer is kept and found again. Nothing of a question is kept but
// what the form sends and what came of it, so that a question may be edited:
// when the student comes back, the kept answer is marked anew, and where the
// outcome is another one the question says that it has changed.
(function (Lectern) {
  "use strict";

  var told = false; // that this browser keeps nothing: once a page

  function save(view, more) {
    var record = Object.assign({
      response: view.response(), verdict: view.mark.verdict, score: view.mark.score,
      tries: view.tries, at: Date.now(), sure: view.sure && view.sure.value()
    }, more);
    if (!Lectern.store.write(view.id, record)) warn(view);
  }

  function warn(view) {
    if (told) return;
    told = true;
    view.actions.after(Lectern.dom.element("p", "how", view.say("not-kept")));
  }

  // Gives the fields the values of a response, as far as they still exist.
  function fill(view, response) {
    if (view.kind.fill) return view.kind.fill(view, response);
    view.fields().forEach(function (field) {
      var values = response[field.name] || [];
      if (/^(radio|checkbox)$/.test(field.type)) field.checked = values.indexOf(field.value) >= 0;
      else if (field.options) field.value = offers(field, values[0]) ? values[0] : "";
      else field.value = values[0] || "";
    });
  }

  function offers(menu, value) {
    return Array.from(menu.options).some(function (o) { return o.value === value; });
  }

  // What was kept: the record, the mark of today, and whether the two differ.
  function recall(view) {
    var record = Lectern.store.read(view.id, view.was);
    if (!record) return null;
    fill(view, record.response);
    var mark = view.kind.mark(view.key, view.response());
    var same = mark.verdict === record.verdict && Math.abs(mark.score - record.score) < 1e-9;
    return { record: record, mark: mark, changed: !same };
  }

  Lectern.keep = { save: save, fill: fill, recall: recall };
})(Lectern);
