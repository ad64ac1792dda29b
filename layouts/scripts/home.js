// On the course's first page: the way back to where the student stopped, how
// far they are, and what is due today.
(function (Lectern) {
  "use strict";

  var store = Lectern.store, say = Lectern.say.bind(Lectern);
  var start = document.querySelector("main > .acts .btn"), box = document.getElementById("so-far");

  function lessons() { return Array.from(document.querySelectorAll(".path [data-lesson]")); }

  function stateOf(item) { return (store.read("lesson:" + item.dataset.lesson) || {}).state; }

  // The place where they stopped; from a lesson that is done, the next that is
  // not.
  function whereTo() {
    var place = store.read("place:last"), all = lessons();
    var at = all.findIndex(function (item) { return place && item.dataset.lesson === place.response.lesson; });
    if (at < 0) return null;
    var next = stateOf(all[at]) === "done" && all.slice(at).find(function (item) { return stateOf(item) !== "done"; });
    var link = (next || all[at]).querySelector("a"), part = next ? "" : place.response.part;
    return { title: link.firstChild.textContent, href: link.getAttribute("href") + (part ? "#" + encodeURIComponent(part) : "") };
  }

  function offer(way) {
    if (!start.dataset.words) start.dataset.words = start.firstChild.textContent;
    start.dataset.href = start.dataset.href || start.getAttribute("href");
    start.firstChild.textContent = way ? say("carry-on-at", { title: way.title }) + " " : start.dataset.words;
    start.setAttribute("href", way ? way.href : start.dataset.href);
  }

  // The names of the glossary's cards that a lesson brings.
  function termsOf(item) { return (item.dataset.terms || "").split(" ").filter(Boolean); }

  function newTerms() {
    return lessons().filter(function (item) { return Lectern.due.isNew(item.dataset.lesson); })
      .reduce(function (all, item) { return all.concat(termsOf(item)); }, [])
      .filter(function (id) { return !store.read(id); });
  }

  // The way to the review is there while something waits. Who has put it off is
  // not asked again today.
  function offerReview(link) {
    var boxes = Lectern.due.boxes, today = Lectern.due.today();
    var waiting = Lectern.due.answered().map(function (id) { return store.read(id); }).filter(function (r) { return boxes.waits(r) && !r.gone; });
    var n = waiting.filter(function (r) { return boxes.isDue(r, today); }).length + newTerms().length;
    link.hidden = !waiting.length && !n;
    link.textContent = n && !Lectern.due.sitting().later ? say("review-due", { n: n }) : say("review-page");
  }

  function show() {
    if (!start) return;
    offer(whereTo());
    var done = lessons().filter(function (item) { return stateOf(item) === "done"; }).length;
    var again = lessons().reduce(function (sum, item) {
      return sum + ((store.read("lesson:" + item.dataset.lesson) || {}).again || 0);
    }, 0);
    box.hidden = !lessons().some(stateOf);
    box.firstElementChild.textContent = say("lessons-done", { n: done, of: box.dataset.of });
    var link = box.querySelector("a");
    link.hidden = !again;
    link.textContent = say("look-again", { n: again });
    offerReview(box.querySelector("p:last-child a"));
  }

  Lectern.lessons = lessons;
  Lectern.onKept(show);
})(Lectern);
