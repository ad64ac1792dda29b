(function (Lectern) {
  "use strict";

  // reflect.go holds the same rule.
  function mark() {
    return Lectern.unscored("unmarked");
  }

  Lectern.kinds.reflect = { mark: mark, check: "compare" };
})(Lectern);
