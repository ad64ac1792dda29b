(function (Lectern) {
  "use strict";

  // rate.go holds the same rule.
  function mark() {
    return Lectern.unscored("unmarked");
  }

  Lectern.kinds.rate = { mark: mark, check: "read-why", opened: "why-below" };
})(Lectern);
