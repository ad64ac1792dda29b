// What a quiz says as a whole: how far it is, what came of it, what is missing,
// and the way on.
(function (Lectern) {
  "use strict";
  if (typeof document === "undefined") return;

  var dom = Lectern.dom, say = Lectern.say.bind(Lectern);

  function add(quiz, does) {
    quiz.panel = dom.element("div", "results on-screen");
    quiz.heading = dom.element("h" + Math.min(6, Number(quiz.section.dataset.level) + 1), "", say("quiz-result"));
    quiz.text = dom.element("div");
    quiz.actions = dom.element("div", "acts");
    quiz.handIn = button(quiz, "btn", "quiz-hand-in", does.handIn);
    quiz.redo = button(quiz, "btn", "quiz-redo", does.redo);
    quiz.again = button(quiz, "btn quiet", quiz.pick ? "quiz-draw" : "quiz-again", does.again);
    quiz.panel.append(quiz.heading, quiz.text, quiz.actions);
    quiz.section.appendChild(quiz.panel);
    var rules = quiz.section.querySelector(".rules");
    rules.textContent += " " + [
      say(quiz.exam ? "quiz-exam-how" : "quiz-practice-how"),
      quiz.pick ? say("quiz-pick-how", { n: quiz.pick }) : ""
    ].join(" ").trim();
  }

  function button(quiz, look, words, action) {
    var b = dom.button(look, say(words));
    b.addEventListener("click", function () { action(quiz); });
    quiz.actions.appendChild(b);
    return b;
  }

  // Where nothing comes of any answer, nothing is missing either.
  function counts(view) { return view.form.dataset.unmarked === undefined; }

  // The points of the questions that were drawn and are marked. A blank counts
  // as none.
  function sum(quiz) {
    var total = { score: 0, max: 0, answered: 0, marked: 0, missed: [] };
    quiz.drawn.filter(counts).forEach(function (v) {
      total.marked++;
      total.max += v.points;
      if (v.mark) total.answered++;
      var share = v.counted ? 1 : v.mark ? v.mark.score : 0;
      total.score += share * v.points;
      if (v.mark && share < 1) total.missed.push(v);
    });
    return total;
  }

  function show(quiz) {
    var total = sum(quiz), over = quiz.exam ? quiz.handedIn : total.answered === total.marked;
    quiz.text.textContent = "";
    quiz.heading.hidden = !over;
    if (over) tellResult(quiz, total);
    else tellProgress(quiz, total);
    var open = quiz.tries < quiz.limit;
    quiz.handIn.hidden = !quiz.exam || over;
    quiz.handIn.textContent = say("quiz-hand-in");
    quiz.redo.hidden = !over || !open || total.missed.length === 0;
    quiz.again.hidden = !over || !open;
  }

  function line(quiz, words, className) {
    var p = dom.element("p", className, words);
    quiz.text.appendChild(p);
    return p;
  }

  function tellProgress(quiz, total) {
    if (!quiz.exam) line(quiz, say("quiz-progress", { n: total.answered, of: total.marked }), "how");
    tellTries(quiz);
  }

  function tellTries(quiz) {
    if (quiz.limit !== Infinity) line(quiz, say("tries-left", { n: Math.max(0, quiz.limit - quiz.tries) }), "how");
  }

  function tellResult(quiz, total) {
    var share = total.max ? total.score / total.max : 1;
    line(quiz, say("quiz-points", {
      score: number(total.score), max: number(total.max), percent: Math.floor(share * 100 + 1e-9)
    }));
    if (quiz.pass) {
      line(quiz, say(share * 100 >= quiz.pass - 1e-9 ? "quiz-passed" : "quiz-not-passed", { pass: quiz.pass }));
    }
    if (total.missed.length) list(quiz, total.missed, say("quiz-look-again"), "");
    if (quiz.exam) tellTries(quiz);
  }

  function number(n) { return (Math.round(n * 100) / 100).toLocaleString(document.documentElement.lang); }

  // Links to questions: to the stem, so that the keyboard arrives there too.
  function list(quiz, views, words, className) {
    line(quiz, words, className);
    var ul = dom.element("ul");
    views.forEach(function (v) {
      var item = dom.element("li"), link = dom.element("a", "", v.stem.textContent);
      link.href = "#" + v.form.id;
      link.addEventListener("click", function (event) {
        event.preventDefault();
        dom.goTo(v.stem);
      });
      item.appendChild(link);
      if (v.mark) item.append(" – " + say(v.mark.verdict === "blank" ? "no-answer" : "verdict-" + v.mark.verdict));
      ul.appendChild(item);
    });
    quiz.text.appendChild(ul);
  }

  // Before anything is handed in, blanks are named once.
  function warn(quiz, blanks) {
    quiz.text.textContent = "";
    var head = dom.element(quiz.heading.localName, "", say("quiz-blanks", { n: blanks.length }));
    quiz.text.appendChild(head);
    list(quiz, blanks, say("quiz-blanks-how"), "need");
    quiz.handIn.textContent = say("quiz-hand-in-anyway");
    dom.goTo(head);
  }

  function goTo(quiz) { dom.goTo(quiz.heading); }

  Lectern.results = { counts: counts, add: add, show: show, warn: warn, goTo: goTo };
})(Lectern);
