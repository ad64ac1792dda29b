// How numbers are read, and marked. ../number.go holds the same grammar.
(function (Lectern) {
  "use strict";

  // A sign, digits in groups of three or not, and what follows the decimal mark.
  var maxDigits = 30;
  var number = /^([-+\u2010-\u2015\u2212]?)([0-9]{1,3}(?![0-9])(?:[ \u00a0\u2007\u2009\u202f][0-9]{3}(?![0-9]))*|[0-9]*)(?:[.,]([0-9]*))?/;

  // A number and its unit, or null.
  Lectern.quantity = function (s) {
    while (Lectern.blank.test(s[0])) s = s.slice(1);
    var read = number.exec(s), whole = read[2].replace(/[^0-9]/g, ""), fraction = read[3] || "";
    var rest = s.slice(read[0].length), length = whole.length + fraction.length;
    if (length === 0 || length > maxDigits || /[0-9]/.test(rest)) return null;
    var sign = read[1] === "" || read[1] === "+" ? "" : "-";
    var unit = Lectern.fold(rest, false).replace(/\u00b5/g, "\u03bc"); // two signs for micro
    return { value: Number(sign + "0" + whole + "." + fraction + "0"), unit: Lectern.trimOuter(unit) };
  };

  // mark.go holds the same rule.
  function mark(key, response) {
    var given = Lectern.quantity((response.answer || [])[0] || "");
    if (!given || given.unit !== "" && !key.hasUnits) return Lectern.unscored("blank");
    return Lectern.typed.mark(key.answers, function (a) {
      return given.value >= a.low && given.value <= a.high && (given.unit === "" || given.unit === a.unit);
    });
  }

  Lectern.kinds.number = Object.assign({}, Lectern.typed, { mark: mark, fix: "fix-number" });
})(Lectern);
