// Finds places by words. It needs no document: a test compares its words with
// internal/search/words.go, which says what the steps are and why.
(function (Lectern) {
  "use strict";

  // What parts words; words.go has the same ranges. Apostrophes do not.
  var gaps = "\\u0000-&(-/:-@\\[-`{-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u1400\\u166d\\u166e\\u1680" +
    "\\u2000-\\u2017\\u201c-\\u2031\\u2033-\\u206f\\u20a0-\\u20cf\\u2190-\\u2bff\\u2e00-\\u2e7f\\u3000-\\u303f" +
    "\\ufe00-\\ufe0f\\ufeff\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\ufff9-\\uffff\\u{1f000}-\\u{1faff}";
  var gap = new RegExp("[" + gaps + "]+", "u"), piece = new RegExp("[^" + gaps + "]+", "gu");

  function plain(word) {
    var end = word.length;
    while (word[end - 1] === "'") end--;
    word = word.slice(0, end).replace(/^'+/, "").replace(/^(?:[cdjlmnst]|[^']*qu)'/, "");
    return word.replace(/'s$/, "").replace(/'/g, "");
  }

  // Plain English is spared the long way.
  function fold(text) { return /^[\0-\x7f]*$/.test(text) ? text.toLowerCase() : Lectern.fold(text, true); }

  function wordsIn(text) {
    return fold(text).split(gap).map(plain).filter(Boolean);
  }

  function words(text) {
    var all = [];
    (text.match(piece) || []).forEach(function (p) { wordsIn(p).forEach(function (word) { all.push(word); }); });
    return all;
  }

  // How many slips make word of term: a letter too many, missing, another, or
  // two in each other's place. With unfinished, of the beginning of term.
  // More than most counts as most + 1.
  function slips(word, term, most, unfinished) {
    var before = [], last = [], row = [], i, j;
    if (unfinished) term = term.slice(0, word.length + most);
    else if (term.length > word.length + most) return most + 1;
    for (j = 0; j <= term.length; j++) row[j] = j;
    for (i = 1; i <= word.length; i++) {
      before = last; last = row; row = [i];
      var least = i;
      for (j = 1; j <= term.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (word[i - 1] === term[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && word[i - 1] === term[j - 2] && word[i - 2] === term[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
    }
    return unfinished ? Math.min.apply(null, row) : row[term.length];
  }

  // Short words are other words with one slip.
  function forgiven(word) { return word.length < 4 ? 0 : word.length < 8 ? 1 : 2; }

  // What is in a piece of the list of words for one of the words asked for: how
  // much each place says of it, and which words those were. An unfinished word is
  // the beginning of others; where these stand apart, in several pieces, the line
  // of "word*" has the best of them. Slips are forgiven when there is nothing else.
  function look(lines, word, unfinished, apart) {
    var found = { places: new Map(), terms: Object.create(null), count: 0 }, most = forgiven(word);

    function take(line, share) {
      var parts = line.split(" "), place = 0, hit, hits = /([0-9a-z]+)([A-Z])/g;
      while ((hit = hits.exec(parts[1]))) {
        place += parseInt(hit[1], 36);
        found.places.set(place, Math.max(found.places.get(place) || 0, share * (hit[2].charCodeAt(0) - 64)));
      }
      found.terms[parts[0]] = true;
      found.count = Math.max(found.count, parseInt(parts[2] || "0", 36), found.places.size);
    }
    function takeAll(share) {
      lines.forEach(function (line) {
        var term = line.slice(0, line.indexOf(" ")), n = share(term);
        if (n) take(line, n);
      });
    }
    function isBeginning(term) { return term.slice(-1) === "*"; }

    takeAll(function (term) {
      if (term === word) return 1;
      if (!unfinished || isBeginning(term)) return apart && term === word + "*" ? 0.6 : 0;
      return !apart && term.startsWith(word) ? 0.5 + 0.4 * word.length / term.length : 0;
    });
    if (!found.count && most) takeAll(function (term) {
      var n = isBeginning(term) || term.length < word.length - most ? most + 1 : slips(word, term, most, unfinished);
      return n <= most ? 0.6 / n : 0;
    });
    return found;
  }

  // The places that say most about what was found for each word, the best
  // first. A word that stands in more places than are kept counts as there.
  function rank(found, count) {
    var sums = new Map(), met = new Map();
    found.forEach(function (f) {
      var rare = Math.log(1 + (count - f.count + 0.5) / (f.count + 0.5));
      f.places.forEach(function (says, place) {
        sums.set(place, (sums.get(place) || 0) + says * rare);
        met.set(place, (met.get(place) || 0) + 1);
      });
    });
    var everywhere = found.filter(function (f) { return f.count > f.places.size; });
    sums.forEach(function (sum, place) {
      var all = met.get(place);
      everywhere.forEach(function (f) { if (!f.places.has(place)) all++; });
      sums.set(place, sum * Math.pow(all / found.length, 2));
    });
    return Array.from(sums.keys()).sort(function (a, b) { return sums.get(b) - sums.get(a) || a - b; });
  }

  // The pieces of an index: [what it begins with, its file, or else its content].
  function open(index) {
    var next = 0;
    function list(names, sort, first) {
      return names.split(" ").map(function (name) {
        var parts = name.split(":");
        return [first(parts[0]), "assets/" + sort + "." + parts[1] + ".js"];
      });
    }
    if (!index.places) return { count: index.count, words: [["", "", index.text || ""]], places: [[0, "", index.pages || []]] };
    return {
      count: index.count,
      words: list(index.words, "words", String),
      places: list(index.places, "places", function (n) { return (next += +n) - n; })
    };
  }

  // The number of the last of some pieces, in order, that begins at what or before.
  function pieceOf(pieces, what) {
    var at = 0;
    while (at + 1 < pieces.length && pieces[at + 1][0] <= what) at++;
    return at;
  }

  // Cuts a text into what is to be marked and what is not: [text, marked]. With
  // most, no more than that is marked.
  function cut(text, isFound, most) {
    var parts = [], from = 0, found;
    piece.lastIndex = 0;
    while (parts.length !== 2 * most && (found = piece.exec(text))) {
      if (!wordsIn(found[0]).some(isFound)) continue;
      parts.push([text.slice(from, found.index), false], [found[0], true]);
      from = piece.lastIndex;
    }
    return parts.concat([[text.slice(from), false]]);
  }

  Lectern.find = { words: words, open: open, look: look, rank: rank, pieceOf: pieceOf, cut: cut };
})(Lectern);
