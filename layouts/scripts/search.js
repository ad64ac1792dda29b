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
  var shownAtOnce = 8, moment = 500, mostWords = 8, longest = 500;
  var latest = 0, opened, nextWord;

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
    var first = find.cut(text, isFound, 1)[0][0].length, from = 0, to = text.length;
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
    clearTimeout(nextWord);
    nextWord = setTimeout(function () { status.textContent = sentence; }, moment);
  }

  // Results, or else everything there is.
  function choose(found) {
    results.hidden = !found;
    letters.hidden = found;
  }

  // What follows the next time the page is drawn.
  function nextFrame() { return new Promise(function (done) { requestAnimationFrame(function () { setTimeout(done); }); }); }

  // The first place is asked for alone and shown, because on a slow phone asking
  // takes longer than the answer; then the others, side by side. Each stands there
  // as soon as those before it do, and the first takes the place of what was found
  // before.
  function add(root, numbers, from, isFound, run) {
    var now = numbers.slice(from, from + shownAtOnce), ask = placeOf.bind(null, root);

    function put(place, i) {
      if (run !== latest) return;
      if (from + i === 0) {
        list.textContent = "";
        more.hidden = true;
        choose(true);
      }
      var item = list.appendChild(drawn(place, isFound));
      if (from && i === 0) item.querySelector("a").focus(); // more were asked for
    }
    return ask(now[0]).then(function (place) {
      put(place, 0);
      return nextFrame();
    }).then(function () {
      if (run !== latest) return null;
      var places = now.slice(1).map(ask);
      Promise.all(places).catch(function () { /* told once, by who waits for them in turn */ });
      return places.reduce(function (before, coming, i) {
        return before.then(function () { return coming; }).then(function (place) { put(place, i + 1); });
      }, Promise.resolve());
    }).then(function () {
      if (run !== latest) return;
      more.hidden = from + now.length >= numbers.length;
      more.onclick = function askForMore() {
        more.onclick = null;
        add(root, numbers, list.children.length, isFound, run).catch(function () {
          more.onclick = askForMore;
          letters.hidden = false;
          announce(say("search-failed"));
        });
      };
    });
  }

  function nothing(sentence) {
    list.textContent = "";
    choose(false);
    announce(sentence);
  }

  // Whether a word is one of those found. "begin*" stands for all that begin so.
  function among(found) {
    var terms = Object.assign.apply(null, [Object.create(null)].concat(found.map(function (f) { return f.terms; })));
    var begins = Object.keys(terms).filter(function (t) { return t.slice(-1) === "*"; });
    return function (word) {
      return terms[word] || begins.some(function (t) { return word.startsWith(t.slice(0, -1)); });
    };
  }

  function show(root, found, run) {
    var numbers = find.rank(found, root.count);
    if (run !== latest) return null;
    if (!numbers.length) return nothing(say("search-nothing"));
    announce(say("search-found", { n: numbers.length }));
    return add(root, numbers, 0, among(found), run);
  }

  // The list of pieces is read once somebody is about to type. One that did not
  // come is asked for anew the next time.
  function open() {
    opened = opened || Lectern.load(form.dataset.index).then(find.open);
    opened.catch(function () { opened = null; });
    return opened;
  }

  // The address says what is looked up. Writing it takes a slow phone as long as
  // finding does, so it comes after.
  function keepAddress(query) {
    try {
      history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    } catch (problem) { /* some browsers let a page from a folder have one address only */ }
  }

  function search() {
    var run = ++latest, query = field.value.slice(0, longest), words = find.words(query).slice(0, mostWords);
    var shown = !words.length ? Promise.resolve(nothing("")) : open().then(function (root) {
      return lookUp(root, words, !/\s$/.test(query)).then(function (found) { return show(root, found, run); });
    }).catch(function () { if (run === latest) nothing(say("search-failed")); });
    return shown.then(function () { if (run === latest) keepAddress(query.trim()); });
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

  field.addEventListener("focus", open);
  field.addEventListener("input", search);
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
