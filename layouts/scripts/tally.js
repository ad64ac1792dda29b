// What the records say, lesson by lesson. It needs no document: node loads it
// for the tests.
(function (Lectern) {
  "use strict";

  function isRight(record) { return record.verdict === "right" || !!record.counted; }

  // A question with its record, or null while it has none.
  function answered(question, store) {
    var record = store.read(question.id, question.was);
    return record && { question: question, record: record, right: isRight(record) };
  }

  function count(answers, of) {
    return { n: answers.filter(function (a) { return a.right; }).length, of: of };
  }

  // What came of a lesson: its answers, those to look at again, and for each
  // objective how many of its questions are right.
  function lesson(data, store) {
    var questions = data.questions || [], objectives = data.objectives || [];
    var answers = questions.map(function (q) { return answered(q, store); }).filter(Boolean);
    function among(test, text) {
      var mine = answers.filter(function (a) { return test(a.question); });
      return Object.assign({ text: text, begun: mine.length > 0 }, count(mine, questions.filter(test).length));
    }
    function belongs(id) {
      return function (q) { return (q.objectives || []).indexOf(id) >= 0; };
    }
    var rows = objectives.map(function (o) { return among(belongs(o.id), o.text); });
    rows.push(among(function (q) { return !objectives.some(function (o) { return belongs(o.id)(q); }); }, ""));
    var record = store.read("lesson:" + data.name);
    return {
      data: data, answers: answers, state: record ? record.state : "", all: count(answers, questions.length),
      again: answers.filter(function (a) { return !a.right; }), rows: rows.filter(function (r) { return r.of > 0; })
    };
  }

  // The lessons that were begun.
  function course(lessons, store) {
    return lessons.map(function (l) { return lesson(l, store); }).filter(function (l) { return l.state || l.answers.length; });
  }

  // The record of a lesson whose answers came from elsewhere, or null when it
  // needs none. What was done stays done.
  function recordOf(data, store) {
    var sum = lesson(data, store);
    if (!sum.answers.length) return null;
    var before = store.read("lesson:" + data.name) || { response: {} };
    var behind = sum.answers.filter(function (a) { return a.right || a.record.shown; }).length === sum.all.of;
    return {
      response: before.response, state: behind || sum.state === "done" ? "done" : "begun", again: sum.again.length,
      at: Math.max.apply(null, sum.answers.map(function (a) { return a.record.at || 0; }).concat(before.at || 0))
    };
  }

  Lectern.tally = { lesson: lesson, course: course, recordOf: recordOf };
})(Lectern);
