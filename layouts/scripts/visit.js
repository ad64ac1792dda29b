// On a device that others use too: answers for this visit only. What is in the
// browser already moves into the visit or goes, as the student says.
(function (Lectern) {
  "use strict";

  var kept = Lectern.kept, merge = Lectern.merge;

  function find(id) { return document.getElementById(id); }

  // Which pages were open is no answer.
  function hasAnswers() {
    return kept.inBrowser.ids().some(function (id) { return !/^(place|seen):/.test(id); });
  }

  // Returns whether the browser took it.
  function keepForVisitOnly(on) {
    try {
      if (on) localStorage.setItem(kept.shared, "yes");
      else localStorage.removeItem(kept.shared);
      return true;
    } catch (problem) {
      return false;
    }
  }

  function removeAll(store, ids) { ids.forEach(store.remove); }

  // Copies first: nothing is taken away before it is in its new place.
  function begin(move) {
    var mine = merge.all(kept.inBrowser);
    if (move && merge.into(kept.inVisit, mine).failed || !keepForVisitOnly(true)) return finish("visit-not");
    removeAll(kept.inBrowser, move ? Object.keys(mine) : kept.inBrowser.ids());
    return finish("visit-on");
  }

  function end() {
    if (merge.into(kept.inBrowser, merge.all(kept.inVisit)).failed || !keepForVisitOnly(false)) return finish("visit-not");
    removeAll(kept.inVisit, kept.inVisit.ids());
    return finish("visit-off");
  }

  function finish(words) {
    find("visit-status").textContent = Lectern.say(words);
    show();
    find("visit").focus();
  }

  function show() {
    var on = kept.forVisitOnly();
    find("visit").textContent = Lectern.say(on ? "visit-end" : "visit-begin");
    ask(false);
  }

  function ask(open) {
    find("visit-choice").hidden = !open;
    find("visit").setAttribute("aria-expanded", String(open));
  }

  document.addEventListener("quiz:ready", function () {
    find("visit").addEventListener("click", function () {
      if (kept.forVisitOnly()) end();
      else if (!hasAnswers()) begin(true);
      else ask(find("visit-choice").hidden);
    });
    find("visit-move").addEventListener("click", function () { begin(true); });
    find("visit-clear").addEventListener("click", function () { begin(false); });
    show();
  });
})(Lectern);
