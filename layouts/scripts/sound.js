// What a page may rely on in a record. It lies where others can write: another
// course of the same host, a file that somebody made. One that is not sound is
// as one that cannot be read. It needs no document: node loads it for the tests.
(function (Lectern) {
  "use strict";

  // What would hold a page up: a way of a million steps, and a letter with a
  // thousand accents, which takes the square of their number to fold.
  var longest = 10000, heaped = accents();

  // A browser that does not know what an accent is goes without.
  function accents() {
    try {
      return new RegExp("\\p{M}{100}", "u");
    } catch (old) {
      return /(?!)/;
    }
  }

  function isObject(value) { return !!value && typeof value === "object" && !Array.isArray(value); }

  function isWord(value) { return typeof value === "string" && !heaped.test(value); }

  function areWords(value) { return Array.isArray(value) && value.length <= longest && value.every(isWord); }

  function all(value, test) {
    return isObject(value) && Object.keys(value).every(function (name) { return test(value[name]); });
  }

  function isResponse(value) { return all(value, areWords); }

  // Nothing lies deeper than that: what is kept can be written down again.
  function isFlat(value) { return value === null || typeof value !== "object" || areWords(value); }

  function areNumbers(record) {
    return ["at", "score", "tries", "again", "box"].every(function (name) { return record[name] === undefined || Number.isFinite(record[name]); })
      && [undefined, null, 0, 1, 2, 3].indexOf(record.sure) >= 0;
  }

  // Half of a sign has no place in an address.
  function isPart(value) { return typeof value === "string" && !/[\ud800-\udfff]/u.test(value); }

  // By what the name says the record is of.
  Lectern.isSound = function (id, record) {
    var kind = id.indexOf(":") < 0 ? "question" : id.split(":")[0], response = record.response;
    if (!isObject(response) || !areNumbers(record)) return false;
    if (!Object.keys(record).every(function (name) { return name === "response" || isFlat(record[name]); })) return false;
    if (kind === "question") return isResponse(response) && /^(right|partly|not-yet)$/.test(record.verdict) && typeof record.score === "number";
    if (kind === "quiz") return areWords(record.drawn) && areWords(record.settled) && all(response, isResponse);
    if (!all(response, isFlat)) return false;
    if (kind === "lesson") return /^(done|begun)$/.test(record.state);
    if (kind === "seen") return typeof response.print === "string";
    if (id === "place:home") return areWords(response.lessons);
    return id === "place:last" && typeof response.lesson === "string" && isPart(response.part);
  };
})(Lectern);
