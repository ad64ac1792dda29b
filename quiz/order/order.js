(function (Lectern) {
  "use strict";

  // mark.go holds the same rule.
  function mark(key, response) {
    var given = givenOf(key, response.answer || []), n = key.steps.length;
    if (given.length === 0) return Lectern.unscored("blank");
    var run = longestRun(given), l = run.length, answers = {};
    if (l === 1) run = [];
    key.steps.forEach(function (s, i) {
      answers[s] = run.indexOf(i) >= 0 ? "right" : given.indexOf(i) >= 0 ? "extra" : "missed";
    });
    var count = { right: run.length, extra: given.length - run.length, missed: n - given.length };
    return Lectern.scored((l - 1) / (n - 1), answers, count);
  }

  function givenOf(key, values) {
    var given = [];
    values.forEach(function (v) {
      var place = key.steps.indexOf(v);
      if (place >= 0 && given.indexOf(place) < 0) given.push(place);
    });
    return given;
  }

  function longestRun(places) {
    var runs = [], longest = [];
    places.forEach(function (place, i) {
      var before = [];
      for (var j = 0; j < i; j++) {
        if (places[j] < place && runs[j].length > before.length) before = runs[j];
      }
      runs[i] = before.concat(place);
      if (runs[i].length > longest.length) longest = runs[i];
    });
    return longest;
  }

  function rows(view) { return Array.from(view.form.querySelector(".order").children); }
  function idOf(row) { return row.querySelector("input").value; }

  function wordsIn(row) {
    var step = row.querySelector(".step"), picture = step.querySelector("img");
    return step.textContent.trim() || (picture ? picture.alt : "");
  }

  // A button at an end stays where it is and keeps the focus; it does nothing.
  function refresh(view) {
    var all = rows(view), closed = view.tries >= view.limit;
    all.forEach(function (row, i) {
      row.querySelectorAll("button").forEach(function (b, down) {
        Lectern.dom.rest(b, closed || i === (down ? all.length - 1 : 0));
      });
    });
  }

  // The neighbour moves to the other side of the row, so that the row itself
  // stays in the page and its button keeps the focus.
  function move(view, row, down) {
    if (row.querySelectorAll("button")[down ? 1 : 0].hasAttribute("aria-disabled")) return;
    if (down) row.before(row.nextElementSibling);
    else row.after(row.previousElementSibling);
    view.own = null;
    row.querySelector("input").dispatchEvent(new Event("input", { bubbles: true }));
    refresh(view);
    var all = rows(view);
    view.status.replaceChildren(Lectern.dom.element("p", "unseen",
      view.say("order-moved", { step: wordsIn(row), n: all.indexOf(row) + 1, of: all.length })));
  }

  function setup(view) {
    view.form.querySelector(".order").classList.add("movable");
    rows(view).forEach(function (row, i) {
      row.style.setProperty("--place", i); // paper keeps the first order
      var buttons = Lectern.dom.element("span", "moves");
      [["arrow-up", "order-move-up"], ["arrow-down", "order-move-down"]].forEach(function (way, down) {
        var b = Lectern.dom.button();
        b.appendChild(Lectern.dom.icon(way[0]));
        b.setAttribute("aria-label", view.say(way[1], { step: wordsIn(row) }));
        b.addEventListener("click", function () { move(view, row, down); });
        buttons.appendChild(b);
      });
      row.firstElementChild.appendChild(buttons);
    });
    view.first = rows(view).map(idOf);
    refresh(view);
  }

  // Steps that ids does not name come last, in the order they have.
  function arrange(view, ids) {
    var list = view.form.querySelector(".order"), all = rows(view);
    ids.concat(all.map(idOf)).forEach(function (id, i, whole) {
      var row = all.filter(function (row) { return idOf(row) === id; })[0];
      if (row && whole.indexOf(id) === i) list.appendChild(row);
    });
    refresh(view);
  }

  function fill(view, response) { arrange(view, response.answer || []); }

  function reset(view) {
    view.own = null;
    arrange(view, view.first);
  }

  function explainAll(view) {
    rows(view).forEach(function (row) {
      var why = Lectern.dom.element("div", "option-why");
      if (view.copyReason(idOf(row), ".reason", why)) row.appendChild(why);
    });
  }

  // Which steps stand right relative to each other, and why each has its place.
  function show(view, mark) {
    if (mark.count.right > 0) {
      rows(view).forEach(function (row) {
        var how = mark.answers[idOf(row)];
        view.flag(row.querySelector("input"), how, view.say(how === "right" ? "order-stands" : "order-move"));
      });
    }
    explainAll(view);
    refresh(view);
  }

  function reveal(view) {
    view.own = rows(view).map(idOf);
    view.unflag();
    arrange(view, view.key.steps);
    explainAll(view);
    return view.key.steps.map(function (id, i) { return i + 1 + ". " + view.wordsOf(id); });
  }

  // After the answer was shown, the student goes on from their own order.
  function again(view) {
    if (view.own) arrange(view, view.own);
    view.own = null;
    return view.form.querySelector(".moves button:not([aria-disabled])");
  }

  function summary(view, mark) {
    return view.say("order-count", { right: mark.count.right, n: view.key.steps.length });
  }

  Lectern.kinds.order = { mark: mark, show: show, reveal: reveal, summary: summary, setup: setup, again: again, fill: fill, reset: reset };
})(Lectern);
