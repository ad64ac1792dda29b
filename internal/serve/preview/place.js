// What a reload would lose: the place, the open panels, and what was typed or chosen. A control is known by its form
// and its name or id, so that one more question above it takes nothing from it.
(function (Preview) {
  "use strict";

  var key = "lectern-preview:" + location.pathname;
  var controls = ["input:not([type=file]):not([type=password])", "select", "textarea"].map(function (control) { return "main " + control; }).join(", ");

  function attempt(what) {
    try { return what(); } catch (problem) { return undefined; }
  }

  function isTicked(control) { return control.type === "radio" || control.type === "checkbox"; }

  // Names that are counted: of several alike, each is the first, the second …
  function counter() {
    var counted = {};
    return function (name) {
      counted[name] = (counted[name] || 0) + 1;
      return name + " " + counted[name];
    };
  }

  function eachControl(visit) {
    var count = counter();
    Preview.all(controls).forEach(function (control) {
      var form = control.form && (control.form.id || control.form.getAttribute("data-id")) || "";
      visit(control, count(form + " " + (control.name || control.id) + (isTicked(control) ? " " + control.value : "")));
    });
  }

  function eachPanel(visit) {
    var count = counter();
    Preview.all("main details").forEach(function (panel) {
      var summary = panel.querySelector("summary");
      visit(panel, count(panel.id || (summary ? summary.textContent : "")));
    });
  }

  Preview.remember = function () {
    var state = { x: scrollX, y: scrollY, open: {}, typed: {}, focus: "", box: Preview.box };
    eachPanel(function (panel, name) { state.open[name] = panel.open; });
    eachControl(function (control, name) {
      state.typed[name] = isTicked(control) ? control.checked : control.value;
      if (control === document.activeElement) state.focus = name;
    });
    attempt(function () { sessionStorage.setItem(key, JSON.stringify(state)); });
  };

  Preview.restore = function () {
    var state = attempt(function () { return JSON.parse(sessionStorage.getItem(key)); });
    attempt(function () { sessionStorage.removeItem(key); });
    if (!state) return;
    Preview.box = state.box || Preview.box;
    eachPanel(function (panel, name) {
      if (name in state.open) panel.open = state.open[name];
    });
    eachControl(function (control, name) {
      if (!(name in state.typed)) return;
      if (isTicked(control)) control.checked = state.typed[name];
      else control.value = state.typed[name];
      if (name === state.focus) control.focus({ preventScroll: true });
    });
    scrollTo(state.x, state.y);
  };
})(Preview);
