(function (Lectern) {
  "use strict";

  // mark.go holds the same rule.
  function mark(key, response) {
    var given = Lectern.fold((response.answer || [])[0] || "", key.ignoreAccents);
    if (given === "") return Lectern.unscored("blank");
    return Lectern.typed.mark(key.answers, function (a) { return a.folded === given; });
  }

  // Wordings are without number, so the student has the last word on a near miss.
  Lectern.kinds.text = Object.assign({}, Lectern.typed, { mark: mark, fix: "fix-type", studentMayCount: true });
})(Lectern);
