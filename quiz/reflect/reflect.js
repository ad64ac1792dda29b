(function (Lectern) {
  "use strict";

  // reflect.go holds the same rule.
  function mark() {
    return { verdict: "unmarked", score: 0, count: { right: 0, extra: 0, missed: 0 } };
  }

  Lectern.kinds.reflect = { mark: mark, check: "compare" };
})(Lectern);
