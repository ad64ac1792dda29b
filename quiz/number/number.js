(function (Lectern) {
  "use strict";

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
