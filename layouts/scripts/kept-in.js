// Where this site keeps what students do: in the browser, or, on a device that
// many use, in the tab and until it is closed. That a device is shared is kept
// beside it; it says nothing of anybody.
(function (Lectern) {
  "use strict";

  var course = document.documentElement.dataset.course, prefix = "lectern:" + course + ":", shared = "lectern-visit:" + course;

  // Throws where a browser blocks it; the store knows.
  function area() { return localStorage.getItem(shared) ? sessionStorage : localStorage; }

  function attempt(what, otherwise) {
    try {
      return what();
    } catch (problem) {
      return otherwise;
    }
  }

  // Whether answers are kept for this visit only; with a value, says so from
  // now on and returns whether the browser took it.
  function visitOnly(on) {
    return attempt(function () {
      if (on) localStorage.setItem(shared, "yes");
      if (on === false) localStorage.removeItem(shared);
      return on === undefined ? area() === sessionStorage : visitOnly() === on;
    }, false);
  }

  Lectern.store = Lectern.storeOn(area, prefix);
  Lectern.store.visitOnly = visitOnly;

  // The names of all that is kept of the course.
  Lectern.store.ids = function () {
    return attempt(function () {
      return Object.keys(area()).map(function (key) { return key.split(prefix)[1]; }).filter(Boolean);
    }, []);
  };
})(Lectern);
