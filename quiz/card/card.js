(function (Lectern) {
  "use strict";

  // mark.go holds the same rule.
  function mark(key, response) {
    switch ((response.answer || [])[0]) {
      case key.knew: return Lectern.scored(1, undefined, { right: 1, extra: 0, missed: 0 });
      case key.notYet: return Lectern.scored(0, undefined, { right: 0, extra: 0, missed: 1 });
    }
    return Lectern.unscored("blank");
  }

  // The front alone is in view until the student turns the card: the back, the
  // two things to say and the button to be done with it come together.
  function setup(view) {
    var dom = Lectern.dom, said = view.form.querySelector(".said");
    view.turn = dom.button("btn quiet turn", view.say("card-turn"));
    view.back = dom.element("div", "turned");
    view.back.id = view.form.id + "-back";
    view.back.appendChild(view.answer.querySelector(".back").cloneNode(true));
    view.turn.setAttribute("aria-controls", view.back.id);
    view.turn.addEventListener("click", function () { turn(view, view.back.hidden); });
    said.before(view.turn, view.back);
    turn(view, false);
  }

  function turn(view, open) {
    view.turn.setAttribute("aria-expanded", String(open));
    view.back.hidden = !open;
    view.form.querySelector(".said").hidden = !open;
    view.form.querySelector(".acts").hidden = !open;
  }

  // Trying again begins at the front, where the keyboard goes first.
  function again(view) {
    view.turn.focus();
    turn(view, false);
    return view.turn;
  }

  // A card that was kept lies with its back up, as the student left it.
  function fill(view, response) {
    view.fields().forEach(function (field) { field.checked = (response.answer || [])[0] === field.value; });
    turn(view, true);
  }

  function reset(view) { turn(view, false); }

  function show() {}

  function summary(view, mark) {
    return view.say(mark.verdict === "right" ? "card-was-known" : "card-for-later");
  }

  Lectern.kinds.card = { mark: mark, show: show, summary: summary, setup: setup, again: again, fill: fill, reset: reset, check: "card-done", fix: "fix-card" };
})(Lectern);
