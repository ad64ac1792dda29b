// The file that a student takes to another device, and how what is in it comes
// together with what is there. It needs no document: node loads it for the
// tests.
(function (Lectern) {
  "use strict";

  var format = "lectern-progress", version = 1, longest = 5e6;

  // All records of the course that can be read, by their names.
  function all(store) {
    var records = Object.create(null); // a name may be any word, __proto__ too
    store.ids().forEach(function (id) {
      var record = store.read(id);
      if (record) records[id] = record;
    });
    return records;
  }

  function pack(course, store, made) {
    return JSON.stringify({ format: format, version: version, course: course, made: made, records: all(store) }, null, 1);
  }

  function isObject(value) { return !!value && typeof value === "object" && !Array.isArray(value); }

  // Only a number is the number of a version.
  function isNewer(kept) { return typeof kept === "number" && kept > version; }

  function upgraded(record) {
    while (typeof record.version === "number" && Lectern.steps[record.version]) record = Lectern.steps[record.version](record);
    return record;
  }

  function parsed(text) {
    try {
      return text.length > longest ? null : JSON.parse(text);
    } catch (problem) {
      return null;
    }
  }

  // The records of a file, or the name of the sentence that says why they cannot
  // come in. One that is not sound refuses the whole file: half of it would be
  // worse than none.
  function unpack(text, course) {
    var file = parsed(text), records = Object.create(null);
    if (!isObject(file) || file.format !== format) return { problem: "import-broken" };
    if (isNewer(file.version)) return { problem: "import-newer" };
    if (file.version !== version || !isObject(file.records)) return { problem: "import-broken" };
    if (file.course !== course) return { problem: "import-other" };
    var ids = Object.keys(file.records);
    for (var i = 0; i < ids.length; i++) {
      var record = file.records[ids[i]];
      if (!isObject(record)) return { problem: "import-broken" };
      if (isNewer(record.version)) return { problem: "import-newer" };
      record = upgraded(record);
      if (record.version !== version || !Lectern.isSound(ids[i], record)) return { problem: "import-broken" };
      records[ids[i]] = record;
    }
    return { records: records };
  }

  // How records of one question stand to each other: the newer one first, of
  // the same moment the better one. Two different ones are never equal, so that
  // the order in which files come in does not matter.
  function rank(record) {
    var right = record.verdict === "right" || record.counted || record.handedIn;
    return [record.at || 0, right ? 1 : 0, record.score || 0, record.tries || 0, JSON.stringify(record)];
  }

  function better(a, b) {
    var x = rank(a), y = rank(b);
    for (var i = 0; i < x.length; i++) {
      if (x[i] !== y[i]) return x[i] > y[i] ? a : b;
    }
    return a;
  }

  // Under the names that questions have today.
  function renamed(records, lessons) {
    var names = Object.create(null), out = Object.create(null);
    (lessons || []).forEach(function (l) {
      (l.questions || []).forEach(function (q) { (q.was || []).forEach(function (was) { names[was] = q.id; }); });
    });
    Object.keys(records).forEach(function (id) {
      var now = names[id] || id;
      out[now] = out[now] ? better(out[now], records[id]) : records[id];
    });
    return out;
  }

  // Brings records in and tells how many answers are new here, newer than those
  // here, and left out because those here are newer or cannot be read. Where
  // the browser takes no more, everything is as before.
  function into(store, records, lessons) {
    var told = { added: 0, newer: 0, left: 0, failed: false }, undo = [], there = store.ids();
    records = renamed(records, lessons);
    Object.keys(records).every(function (id) {
      var mine = store.read(id), isAnswer = id.indexOf(":") < 0 ? 1 : 0;
      if (!mine && there.indexOf(id) >= 0 || mine && better(mine, records[id]) === mine) {
        told.left += isAnswer;
        return true;
      }
      undo.push([id, mine]);
      told.failed = !store.write(id, records[id]);
      if (mine) told.newer += isAnswer;
      else told.added += isAnswer;
      return !told.failed;
    });
    if (told.failed) undo.reverse().forEach(function (u) { if (u[1]) store.write(u[0], u[1]); else store.remove(u[0]); });
    return told;
  }

  Lectern.merge = { all: all, pack: pack, unpack: unpack, better: better, into: into };
})(Lectern);
