// What students answered, kept in their own browser and nowhere else: one
// record for each question, under the names of the course and the question.
// A browser may refuse to keep anything; then a page forgets what was answered
// on it, and marks all the same.
(function (Lectern) {
  "use strict";
  if (typeof document === "undefined") return;

  var version = 1;
  var prefix = "lectern:" + (document.documentElement.dataset.course || "") + ":";

  // Reading storage throws where a browser blocks it.
  function attempt(what) {
    try {
      return what(window.localStorage);
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
      if (record.version === version && record.response) return record;
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
  // never written over.
  function write(id, record) {
    if (load(id) === undefined) return false;
    record.version = version;
    return attempt(function (storage) {
      storage.setItem(prefix + id, JSON.stringify(record));
      return true;
    }) === true;
  }

  function remove(id) {
    attempt(function (storage) { storage.removeItem(prefix + id); });
  }

  // The names of all questions of the course that there is a record of.
  function ids() {
    return attempt(function (storage) {
      return Object.keys(storage)
        .filter(function (key) { return key.indexOf(prefix) === 0; })
        .map(function (key) { return key.slice(prefix.length); });
    }) || [];
  }

  Lectern.store = { read: read, write: write, remove: remove, ids: ids };
})(Lectern);
