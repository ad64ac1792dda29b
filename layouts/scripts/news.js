// On the course's first page: which lessons are new, and which have changed,
// since the student saw them. A lesson's own page keeps what it was like when it
// was left; this one keeps which lessons there were.
(function (Lectern) {
  "use strict";

  var store = Lectern.store, say = Lectern.say.bind(Lectern), element = Lectern.dom.element, most = 6;
  var box = document.getElementById("news"), list = box.querySelector("ul"), items = Lectern.lessons;

  function nameOf(item) { return item.dataset.lesson; }

  // Of a large course this page knows only the lessons that were seen (legs.js), so none is new.
  function keepLessons() {
    if (!Lectern.course) store.write("place:home", { response: { lessons: items().map(nameOf) }, at: Date.now() });
  }

  // What there is to say of a lesson, or "".
  function newsOf(item, known) {
    var seen = store.read("seen:" + nameOf(item));
    if (seen) return seen.response.print === item.dataset.print ? "" : say("news-changed");
    return Lectern.course || known.indexOf(nameOf(item)) >= 0 ? "" : say("news-new");
  }

  function entry(item, words) {
    var link = item.querySelector("a"), way = element("a", "", link.firstChild.textContent), entry = element("li");
    way.href = link.getAttribute("href");
    way.lang = link.lang;
    entry.append(way, " – " + words);
    return entry;
  }

  function show() {
    var home = store.read("place:home"), known = home ? home.response.lessons : items().map(nameOf);
    if (!home) keepLessons();
    var entries = items().map(function (item) {
      var words = newsOf(item, known);
      return words && entry(item, words);
    }).filter(Boolean);
    box.hidden = !entries.length;
    list.textContent = "";
    list.append.apply(list, entries.slice(0, most));
    if (entries.length > most) list.append(element("li", "", say("news-more", { n: entries.length - most })));
  }

  // The lessons that were never opened stay so.
  function settle() {
    items().forEach(function (item) {
      var id = "seen:" + nameOf(item), seen = store.read(id), print = item.dataset.print;
      if (seen && seen.response.print !== print) store.write(id, { response: { print: print }, at: Date.now() });
    });
    keepLessons();
    show();
    Lectern.dom.goTo(document.getElementById("path"));
  }

  document.addEventListener("quiz:ready", function () {
    box.querySelector("button").addEventListener("click", settle);
    show();
  });
  if (Lectern.course) document.addEventListener("kept:changed", show);
})(Lectern);
