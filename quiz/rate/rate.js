(function (Lectern) {
  "use strict";

  // rate.go holds the same rule.
  function mark() {
    return { verdict: "unmarked", score: 0, count: { right: 0, extra: 0, missed: 0 } };
  }

  Lectern.kinds.rate = { mark: mark, check: "read-why", opened: "why-below" };
})(Lectern);
