// The search page: what is typed is looked up in the index, which is read in
// pieces.
(function (Lectern) {
  "use strict";

  var form = document.querySelector("form[data-index]");
  if (!form) return;
  var dom = Lectern.dom, find = Lectern.find, say = Lectern.say.bind(Lectern);
  var field = form.querySelector("[type=search]"), status = form.querySelector("[role=status]");
  var results = document.getElementById("results"), list = results.querySelector("ul"), letters = document.getElementById("letters");
  var more = dom.button("btn quiet", "");
  var shownAtOnce = 8, quietFrames = 30, mostWords = 8;
  var latest = 0, nextRun, nextWord;

  function content(piece) { return piece[1] ? Lectern.load(piece[1]) : Promise.resolve(piece[2]); }

  function lookUp(root, words, unfinished) {
    return Promise.all(words.map(function (word, i) {
      var begun = unfinished && i === words.length - 1, at = find.pieceOf(root.words, word);
      var apart = begun && find.pieceOf(root.words, word + "\uffff") !== at;
      return content(root.words[at]).then(function (lines) { return find.look(lines.split("\n"), word, begun, apart); });
    }));
  }

  function placeOf(root, number) {
    var piece = root.places[find.pieceOf(root.places, number)], left = number - piece[0];
    return content(piece).then(function (pages) {
      for (var i = 0; left >= pages[i][2].length; i++) left -= pages[i][2].length;
      var row = pages[i][2][left];
      return { address: pages[i][0], title: pages[i][1], kind: row[0], fragment: row[1], heading: row[2], text: row[3] };
    });
  }

  function marked(parent, text, isFound) {
    find.cut(text, isFound).forEach(function (part) { parent.append(part[1] ? dom.element("mark", "", part[0]) : part[0]); });
    return parent;
  }

  // The part of a text around the first word that was found.
  function snippet(text, isFound) {
    var first = find.cut(text, isFound)[0][0].length, from = 0, to = text.length;
    if (first < text.length && first > 80) from = text.indexOf(" ", first - 60) + 1 || first;
    if (to > from + 180) to = Math.max(text.lastIndexOf(" ", from + 180), from + 120);
    return (from ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
  }

  var kinds = ["search-page", "search-section", "search-term", "search-question"];

  function drawn(place, isFound) {
    var item = dom.element("li"), link = dom.element("a"), text = snippet(place.text, isFound);
    link.href = place.address + (place.fragment && "#" + place.fragment);
    item.append(marked(link, place.heading || place.title, isFound), dom.element("p", "used", say(kinds[place.kind], { title: place.title })));
    if (text) item.append(marked(dom.element("p"), text, isFound));
    return item;
  }

  // Said once nobody has typed for a moment; what is seen is there at once.
  function announce(sentence) {
    var frames = 0;
    cancelAnimationFrame(nextWord);
    nextWord = requestAnimationFrame(function wait() {
      if (frames++ < quietFrames) nextWord = requestAnimationFrame(wait);
      else status.textContent = sentence;
    });
  }

  // Places are asked for side by side, and each stands there as soon as those
  // before it do.
  function add(root, numbers, isFound, run) {
    var now = numbers.slice(list.children.length, list.children.length + shownAtOnce);
    var places = now.map(function (n) { return placeOf(root, n); });
    Promise.all(places).catch(function () { /* told once, by who waits for them in turn */ });
    return places.reduce(function (before, coming) {
      return before.then(function () { return coming; }).then(function (place) {
        if (run === latest) list.append(drawn(place, isFound));
      });
    }, Promise.resolve()).then(function () {
      if (run !== latest) return;
      more.hidden = list.children.length >= numbers.length;
      more.onclick = function () {
        var next = list.children.length;
        add(root, numbers, isFound, run).then(function () { list.children[next].querySelector("a").focus(); });
      };
    });
  }

  // Results, or else everything there is.
  function choose(found) {
    results.hidden = !found;
    letters.hidden = found;
  }

  function show(root, found, run) {
    function isFound(word) {
      return found.some(function (f) {
        return f.terms[word] || Object.keys(f.terms).some(function (t) { return t.slice(-1) === "*" && word.startsWith(t.slice(0, -1)); });
      });
    }
    var numbers = find.rank(found, root.count);
    if (run !== latest) return null;
    list.textContent = "";
    more.hidden = true;
    choose(numbers.length > 0);
    announce(numbers.length ? say("search-found", { n: numbers.length }) : say("search-nothing"));
    return add(root, numbers, isFound, run);
  }

  // The list of pieces is read once somebody is about to type.
  function open() { return Lectern.load(form.dataset.index).then(find.open); }

  function search() {
    var run = ++latest, query = field.value, words = find.words(query).slice(0, mostWords);
    cancelAnimationFrame(nextRun);
    try {
      history.replaceState(null, "", query.trim() ? "?q=" + encodeURIComponent(query.trim()) : location.pathname);
    } catch (problem) { /* some browsers let a page from a folder have one address only */ }
    if (!words.length) {
      list.textContent = "";
      choose(false);
      announce("");
      return Promise.resolve();
    }
    return open().then(function (root) {
      return lookUp(root, words, !/\s$/.test(query)).then(function (found) { return show(root, found, run); });
    }).catch(function () { if (run === latest) announce(say("search-failed")); });
  }

  function keepKeys(box) {
    try {
      box.checked = !localStorage["lectern-keys"];
      box.addEventListener("change", function () {
        if (box.checked) localStorage.removeItem("lectern-keys");
        else localStorage["lectern-keys"] = "off";
      });
    } catch (problem) {
      box.closest("p").hidden = true;
    }
  }

  field.addEventListener("focus", function () { open().catch(function () { /* said when something is looked up */ }); });
  field.addEventListener("input", function () {
    cancelAnimationFrame(nextRun);
    nextRun = requestAnimationFrame(search);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    search().then(function () { if (list.firstChild) list.querySelector("a").focus(); });
  });
  // The sentences come after the script that asks for them.
  document.addEventListener("DOMContentLoaded", function () {
    more.textContent = say("search-more");
    results.append(more);
    keepKeys(form.querySelector("[type=checkbox]"));
    form.hidden = false;
    field.value = new URLSearchParams(location.search).get("q") || "";
    if (field.value) search();
    if (location.hash === "#search-field") field.focus();
  });
})(Lectern);
