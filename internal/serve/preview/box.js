// The box at the foot of the page: what is wrong, hints, and the way to the sources.
(function (Preview) {
  "use strict";

  var element = Preview.element, box = null;

  // What a reload keeps of it: the errors that somebody has closed, and whether the sources are shown.
  Preview.box = { closed: "", sources: false };

  function listed(notes) {
    var list = element("ol", "preview-list");
    notes.forEach(function (note) {
      var item = element("li"), line;
      item.append(Preview.link("preview-where", note.where, note.edit), element("p", "", note.text));
      if (note.line) {
        line = element("pre", "preview-line", note.line + (note.caret ? "\n" + note.caret : ""));
        line.lang = document.documentElement.lang;
        line.tabIndex = 0; // a long line is scrolled by keyboard, too
        item.append(line);
      }
      if (note.hint) item.append(element("p", "preview-hint", note.hint));
      list.append(item);
    });
    return list;
  }

  function count(n, one, many) { return n === 1 ? "1 " + one : n + " " + many; }

  function button(name, text, press) {
    var made = element("button", name, text);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  }

  function panelOf(errors) {
    var panel = element("div", "preview-errors"), text = JSON.stringify(errors);
    if (!errors.length || Preview.box.closed === text) return null;
    panel.setAttribute("role", "alert");
    panel.append(element("h2", "", count(errors.length, "thing", "things") + " to mend"));
    panel.append(element("p", "", "What cannot be shown is as it was when it was last right."), listed(errors));
    panel.append(button("preview-close", "Close", function () {
      var next = box.querySelector("summary, .preview-sources");
      Preview.box.closed = text;
      panel.remove();
      if (next) next.focus();
      else box.remove(); // nothing is left in it
    }));
    return panel;
  }

  function drawer(warnings, open) {
    var panel = element("details");
    panel.open = open;
    panel.append(element("summary", "preview-hints", count(warnings.length, "hint", "hints") + " for this page"), listed(warnings));
    return panel;
  }

  function sources() {
    return button("preview-sources", Preview.box.sources ? "Hide the sources" : "Show the sources", function () {
      Preview.box.sources = !Preview.box.sources;
      Preview.ask();
    });
  }

  // What has the focus is scrolled out from under the box, and the end of the page can be.
  var grown = new ResizeObserver(function () {
    var height = box && box.isConnected ? box.offsetHeight + "px" : "";
    document.documentElement.style.scrollPaddingBlockEnd = document.body.style.paddingBlockEnd = height;
  });

  function filled(notes, open) {
    var made = Preview.inEnglish(element("section", "preview")), errors = panelOf(notes.errors);
    made.setAttribute("aria-label", "Preview");
    if (errors) made.append(errors);
    else if (!notes.errors.length) Preview.box.closed = "";
    if (notes.warnings.length) made.append(drawer(notes.warnings, open));
    if (!/^print\//.test(Preview.page)) made.append(sources());
    return made;
  }

  Preview.show = function (notes) {
    var was = box && box.querySelector("details"), active = document.activeElement;
    var focused = box && active && box.contains(active) && active.className, again;
    var text = JSON.stringify([notes, Preview.box.sources]);
    if (box && box.dataset.text === text) return; // an alert that is drawn anew would be read out again
    if (box) box.remove();
    box = filled(notes, was && was.open);
    box.dataset.text = text;
    if (!box.firstChild) return;
    document.body.append(box);
    grown.observe(box);
    again = focused && box.querySelector("." + focused);
    if (again) again.focus();
    Preview.showSources(notes.blocks || []);
  };
})(Preview);
