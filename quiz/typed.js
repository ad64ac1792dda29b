// How typed answers are brought to a common form. fold.go holds the same
// steps in the same order; see there for what they are and why they are ours.
(function (Lectern) {
  "use strict";

  // From, to, step between capitals, and what to add to get the small letter.
  var capitals = [
    [0x41, 0x5A, 1, 32],
    [0xC0, 0xD6, 1, 32], [0xD8, 0xDE, 1, 32],
    [0x100, 0x12E, 2, 1], [0x130, 0x130, 1, -199], [0x132, 0x136, 2, 1],
    [0x139, 0x147, 2, 1], [0x14A, 0x176, 2, 1], [0x178, 0x178, 1, -121], [0x179, 0x17D, 2, 1],
    [0x1CD, 0x1DB, 2, 1], [0x1DE, 0x1EE, 2, 1], [0x1F8, 0x21E, 2, 1], [0x222, 0x232, 2, 1],
    [0x23A, 0x23A, 1, 10795], [0x23B, 0x23B, 1, 1], [0x23D, 0x23D, 1, -163], [0x23E, 0x23E, 1, 10792], [0x241, 0x241, 1, 1],
    [0x386, 0x386, 1, 38], [0x388, 0x38A, 1, 37], [0x38C, 0x38C, 1, 64], [0x38E, 0x38F, 1, 63],
    [0x391, 0x3A1, 1, 32], [0x3A3, 0x3AB, 1, 32],
    [0x400, 0x40F, 1, 80], [0x410, 0x42F, 1, 32], [0x460, 0x480, 2, 1], [0x48A, 0x4BE, 2, 1],
    [0x4C1, 0x4CD, 2, 1], [0x4D0, 0x52E, 2, 1],
    [0x1E00, 0x1E94, 2, 1], [0x1E9E, 0x1E9E, 1, -7615], [0x1EA0, 0x1EFE, 2, 1]
  ];
  var blank = /[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+/;
  var outer = ".,;:!?\"'()[]{}-/ \u00a1\u00bf\u3002\u3001";

  function dropAccents(s) {
    return s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  }

  function lower(c) {
    if (c === 0x3C2) return 0x3C3;
    for (var i = 0; i < capitals.length; i++) {
      var r = capitals[i];
      if (c >= r[0] && c <= r[1] && (c - r[0]) % r[2] === 0) return c + r[3];
    }
    return c;
  }

  function simplify(s) {
    return Array.from(s).map(function (ch) {
      var c = ch.codePointAt(0);
      if (c >= 0x2018 && c <= 0x201B || c === 0x2032 || c === 0x2BC) return "'";
      if (c >= 0x201C && c <= 0x201F || c === 0x2033 || c === 0xAB || c === 0xBB) return '"';
      if (c >= 0x2010 && c <= 0x2015 || c === 0x2212) return "-";
      if (c === 0x2026) return "...";
      return String.fromCodePoint(lower(c));
    }).join("").normalize("NFC");
  }

  function joinBlanks(s) {
    return s.split(blank).filter(Boolean).join(" ");
  }

  function trimOuter(s) {
    var from = 0, to = s.length;
    while (from < to && outer.indexOf(s[from]) >= 0) from++;
    while (to > from && outer.indexOf(s[to - 1]) >= 0) to--;
    return s.slice(from, to);
  }

  function trimPunctuation(s) { return trimOuter(s) || s; }

  Lectern.fold = function (s, ignoreAccents) {
    s = s.normalize("NFC");
    if (ignoreAccents) s = dropAccents(s);
    return trimPunctuation(joinBlanks(simplify(s)));
  };

  // Numbers begin after blanks, and their units end before a full stop.
  Lectern.blank = blank;
  Lectern.trimOuter = trimOuter;

  var shares = { right: 1, near: 0.5, slip: 0 };

  // The first foreseen answer that takes what was given marks it.
  function mark(answers, takes) {
    var count = { right: 0, extra: 0, missed: 0 }, met = answers.filter(takes)[0], how = {};
    if (!met) return Lectern.scored(0, undefined, count);
    how[met.id] = met.how;
    return Lectern.scored(shares[met.how], how, count);
  }

  function show(view, mark) {
    Object.keys(mark.answers || {}).forEach(view.explain);
  }

  // The answers of other languages are not on this page.
  function reveal(view) {
    return view.key.answers
      .filter(function (a) { return a.how === "right" && view.entry(a.id); })
      .map(function (a) { return view.wordsOf(a.id); });
  }

  function summary(view) {
    return view.say("wrote", { answer: view.say("quoted", { words: view.form.elements.answer.value.trim() }) });
  }

  // What the kinds share that compare one answer with foreseen ones.
  Lectern.typed = { mark: mark, show: show, reveal: reveal, summary: summary };
})(Lectern);
