// What a page may rely on in a record. It lies where others can write: another
// course of the same host, a file that somebody made. One that is not sound is
// as one that cannot be read. It needs no document: node loads it for the tests.
(function (Lectern) {
  "use strict";

  // What would hold a page up: a way of a million steps, and a letter with as
  // many accents, which takes the square of their number to fold.
  var longest = 10000;

  function isObject(value) { return Object(value) === value && !Array.isArray(value); }

  function isWord(value) { return typeof value === "string" && value.length <= longest; }

  function areWords(value) { return Array.isArray(value) && value.length <= longest && value.every(isWord); }

  function all(value, test) { return isObject(value) && Object.values(value).every(test); }

  function isResponse(value) { return all(value, areWords); }

  // Nothing lies deeper than that: what is kept can be written down again.
  function isFlat(value) { return Object(value) !== value || areWords(value); }

  function areNumbers(record) {
    return ["at", "score", "tries", "again", "box"].every(function (name) { return record[name] === undefined || Number.isFinite(record[name]); })
      && [undefined, null, 0, 1, 2, 3].indexOf(record.sure) >= 0;
  }

  // By what the name says the record is of.
  Lectern.isSound = function (id, record) {
    var kind = id.split(":")[0], response = record.response;
    if (!isObject(response) || !areNumbers(record)) return false;
    if (!Object.keys(record).every(function (name) { return name === "response" || isFlat(record[name]); })) return false;
    if (kind === id) return isResponse(response) && /^(right|partly|not-yet)$/.test(record.verdict) && record.score !== undefined;
    if (kind === "quiz") return areWords(record.drawn) && areWords(record.settled) && all(response, isResponse);
    if (kind === "lesson") return all(response, isFlat) && /^(done|begun)$/.test(record.state);
    if (kind === "seen") return isWord(response.print);
    if (id === "place:home") return areWords(response.lessons);
    // Half of a sign has no place in an address.
    return id === "place:last" && isWord(response.lesson) && isWord(response.part) && !/[\ud800-\udfff]/u.test(response.part);
  };
})(Lectern);
