// Where this site keeps what students do: in the browser, or, on a device that
// many use, in the tab and until it is closed. That a device is shared is kept
// beside it; it says nothing of anybody.
(function (Lectern) {
  "use strict";

  var course = document.documentElement.dataset.course, prefix = "lectern:" + course + ":", shared = "lectern-visit:" + course;

  // Each of these throws where a browser blocks it; the store knows.
  function inBrowser() { return localStorage; }
  function inVisit() { return sessionStorage; }
  function area() { return (localStorage.getItem(shared) ? inVisit : inBrowser)(); }

  function attempt(what, otherwise) {
    try {
      return what();
    } catch (problem) {
      return otherwise;
    }
  }

  function open(area) {
    var store = Lectern.storeOn(area, prefix, Lectern.isSound);
    // The names of all that is kept of the course.
    store.ids = function () {
      return attempt(function () {
        return Object.keys(area()).map(function (key) { return key.split(prefix)[1]; }).filter(Boolean);
      }, []);
    };
    return store;
  }

  Lectern.store = open(area);
  Lectern.kept = {
    inBrowser: open(inBrowser), inVisit: open(inVisit),
    forVisitOnly: function () { return attempt(function () { return area() === sessionStorage; }, false); },
    shared: shared
  };
})(Lectern);
