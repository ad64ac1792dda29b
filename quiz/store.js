// What students answered, kept in their own browser and nowhere else: one
// record for each question, under the names of the course and the question.
// A browser may refuse to keep anything; then a page forgets what was answered
// on it, and marks all the same. Node loads this file too: storeOn needs no
// document. A site may put a store of its own in the place of Lectern.store.
(function (Lectern) {
  "use strict";

  var version = 1;

  // Records are kept in area(), a Storage, under names that begin with prefix.
  // isSound tells of a record, by its name and itself, whether it can be used.
  Lectern.storeOn = function (area, prefix, isSound) {
    // Reading storage throws where a browser blocks it.
    function attempt(what) {
      try {
        return what(area());
      } catch (problem) {
        return null;
      }
    }

    // A record this version can read, null when there is none, undefined when
    // there is one that it cannot: broken, or written by a later version.
    function load(id) {
      var text = attempt(function (storage) { return storage.getItem(prefix + id); });
      if (text === null) return null;
      try {
        var record = JSON.parse(text);
        while (Lectern.steps[record.version]) record = Lectern.steps[record.version](record);
        if (record.version === version && record.response && isSound(id, record)) return record;
      } catch (problem) { /* not ours to throw away */ }
      return undefined;
    }

    // The record of a question by its present name or an old one.
    function read(id, was) {
      var names = [id].concat(was || []);
      for (var i = 0; i < names.length; i++) {
        var record = load(names[i]);
        if (!record) continue;
        if (i > 0 && write(id, record)) remove(names[i]);
        return record;
      }
      return null;
    }

    // Keeps a record and returns whether it is kept. What cannot be read is
    // never written over, nor is anything written that could not be read.
    function write(id, record) {
      if (load(id) === undefined || !isSound(id, record)) return false;
      record.version = version;
      return attempt(function (storage) {
        storage.setItem(prefix + id, JSON.stringify(record));
        return true;
      }) === true;
    }

    function remove(id) {
      attempt(function (storage) { storage.removeItem(prefix + id); });
    }

    return { read: read, write: write, remove: remove };
  };

  // From a record of an older version, by its number, to the next one's. Before
  // version 1 there was none, and "constructor" is none either.
  Lectern.steps = Object.create(null);

  if (typeof document === "undefined") return;
  Lectern.store = Lectern.storeOn(function () { return localStorage; }, "lectern:" + document.documentElement.dataset.course + ":", function () { return true; });
})(Lectern);
