// The page of results: what a student can do by now, objective by objective,
// and then only what is worth a second look.
(function (Lectern) {
  "use strict";

  var say = Lectern.say.bind(Lectern), element = Lectern.dom.element;
  var place = document.getElementById("results"), nothing = document.querySelector(".nothing");

  function link(words, about, href) {
    var a = element("a", "btn quiet sm", words);
    a.append(element("span", "unseen", ": " + about));
    a.href = href;
    return a;
  }

  function objectives(lesson) {
    var part = element("section"), title = element("h3"), list = element("ul", "outcomes"), way = element("a", "", lesson.data.title);
    way.href = lesson.data.url;
    title.append(way);
    lesson.rows.forEach(function (row) {
      var item = element("li");
      item.append(element("span", "", row.text || say("tally-rest")), element("b", "", say("tally", row)));
      list.append(item);
    });
    part.append(title, list);
    return part;
  }

  // In words and without a verdict on the student.
  function stands(record) {
    var words = say(record.shown ? "was-shown" : "verdict-" + record.verdict);
    return record.sure === 3 ? words + ". " + say("was-sure") : words;
  }

  function open(lesson, answer) {
    var q = answer.question, item = element("li"), ways = element("p", "acts on-screen");
    item.append(element("p", "stem", q.words), element("p", "how", stands(answer.record)), ways);
    if (q.part) ways.append(link(say("read-that-part"), q.words, lesson.data.url + "#" + encodeURIComponent(q.part)));
    ways.append(link(say("try-it-again"), q.words, lesson.data.url + "#" + encodeURIComponent("q-" + q.id)));
    return item;
  }

  function missed(lessons) {
    var part = element("section"), list = element("ul", "again");
    part.append(element("h2", "", say("results-again")));
    lessons.forEach(function (l) {
      l.again.forEach(function (a) { list.append(open(l, a)); });
    });
    part.append(list.firstChild ? list : element("p", "", say("results-nothing-open")));
    return part;
  }

  function show() {
    var lessons = Lectern.tally.course(Lectern.course.lessons, Lectern.store).filter(function (l) { return l.answers.length; });
    place.textContent = "";
    nothing.hidden = lessons.length > 0;
    if (!lessons.length) return;
    place.append(element("h2", "", say("results-by-lesson")));
    lessons.forEach(function (l) { place.append(objectives(l)); });
    place.append(missed(lessons));
  }

  function update() { Lectern.course.ofKept(show); }

  window.addEventListener("storage", update);
  document.addEventListener("quiz:ready", update);
})(Lectern);
