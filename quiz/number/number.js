// How numbers are read, and marked. ../number.go holds the grammar and the same steps.
(function (Lectern) {
  "use strict";

  var typed = Lectern.typed, maxDigits = 30;
  var minus = /[-\u2010-\u2015\u2212]/, gap = /[ \u00a0\u2007\u2009\u202f]/;

  function leadingDigits(s) { return /^[0-9]*/.exec(s)[0].length; }

  // The digits before the decimal mark, in groups of three or not.
  function readWhole(s) {
    var n = leadingDigits(s), whole = s.slice(0, n), rest = s.slice(n);
    if (n === 0 || n > 3) return [whole, rest];
    while (gap.test(rest[0]) && leadingDigits(rest.slice(1)) === 3) {
      whole += rest.slice(1, 4);
      rest = rest.slice(4);
    }
    return [whole, rest];
  }

  // A number and its unit, or null.
  Lectern.quantity = function (s) {
    var sign = "", fraction = "";
    while (s !== "" && typed.blank.test(s[0])) s = s.slice(1);
    if (s !== "" && (s[0] === "+" || minus.test(s[0]))) {
      if (s[0] !== "+") sign = "-";
      s = s.slice(1);
    }
    var read = readWhole(s), whole = read[0], rest = read[1];
    if (rest[0] === "." || rest[0] === ",") {
      var n = leadingDigits(rest.slice(1));
      fraction = rest.slice(1, 1 + n);
      rest = rest.slice(1 + n);
    }
    var length = whole.length + fraction.length;
    if (length === 0 || length > maxDigits || /[0-9]/.test(rest)) return null;
    var unit = Lectern.fold(rest, false).replace(/\u00b5/g, "\u03bc"); // two signs for micro
    return { value: Number(sign + "0" + whole + "." + fraction + "0"), unit: typed.trimOuter(unit) };
  };

  // mark.go holds the same rule.
  function mark(key, response) {
    var given = Lectern.quantity((response.answer || [])[0] || "");
    if (!given || given.unit !== "" && !key.hasUnits) return Lectern.unscored("blank");
    return typed.mark(key.answers, function (a) {
      return given.value >= a.low && given.value <= a.high && (given.unit === "" || given.unit === a.unit);
    });
  }

  Lectern.kinds.number = Object.assign({}, typed, { mark: mark, fix: "fix-number" });
})(Lectern);
