// When a question comes back: after a day, and each time it is right after a
// longer while. It needs no document: node loads it for the tests.
//
// What has to come back stands in the question's own record: a record without
// a box is of an answer in the lesson, where the text is in view. It begins the
// way anew.
(function (Lectern) {
  "use strict";

  var millisecondsOfADay = 864e5;

  // The number of a day in the student's own calendar. A day of 23 hours is one.
  function dayOf(time) {
    var t = new Date(time);
    return Date.UTC(t.getFullYear(), t.getMonth(), t.getDate()) / millisecondsOfADay;
  }

  // The same of a date as it is written: 2027-06-01.
  function dayNamed(date) { return Date.parse(date + "T00:00Z") / millisecondsOfADay; }

  function nameOf(day) { return new Date(day * millisecondsOfADay).toISOString().slice(0, 10); }

  function isRight(record) { return record.verdict === "right" || !!record.counted; }

  // One that took several tries was missed at first.
  function wasMissed(record) { return !isRight(record) || !!record.shown || record.tries > 1; }

  function sum(numbers) { return numbers.reduce(function (a, b) { return a + b; }, 0); }

  // days are how long a question waits in each box; goal is a date, or "".
  Lectern.boxesOf = function (days, goal) {
    var goalDay = goal ? dayNamed(goal) : -Infinity;

    // The box a question waits in, from 0; -1 when it does not come back, and
    // the number of boxes when it has been through all of them.
    function boxOf(record) {
      if (!record) return -1;
      if (Number.isInteger(record.box) && record.box >= 0) return Math.min(record.box, days.length);
      return wasMissed(record) ? 0 : -1;
    }

    function waits(record) {
      var box = boxOf(record);
      return box >= 0 && box < days.length;
    }

    // How long it waits in a box from a day on. The way through all boxes that
    // are left must end on the day before the goal.
    function wait(box, from) {
      var left = goalDay - 1 - from, way = sum(days.slice(box));
      if (left < 0 || way <= left) return days[box];
      return Math.max(1, Math.floor(days[box] * left / way));
    }

    // The day on which it comes back, Infinity for never. A date that lies
    // ahead was written by a clock that has been set back: it counts as today.
    function dueOn(record, today) {
      if (!waits(record)) return Infinity;
      var from = Math.min(dayOf(record.at || 0) || 0, today); // a time that no calendar has is long ago
      return from + wait(boxOf(record), from);
    }

    function isDue(record, today) { return dueOn(record, today) <= today; }

    // The box after a review: right is one further, but only when it was due;
    // not yet is the first. Undefined for one that need not come back.
    function next(record, right, today) {
      var box = boxOf(record);
      if (!right) return 0;
      if (box < 0) return undefined;
      return isDue(record, today) ? box + 1 : box;
    }

    // The days from tomorrow on on which something comes back, when everything
    // is right on its day.
    function comingDays(records, today) {
      var coming = {};
      records.filter(waits).forEach(function (record) {
        var day = Math.max(dueOn(record, today), today), box = boxOf(record);
        for (;;) {
          if (day > today) coming[day] = true;
          if (++box >= days.length) return;
          day += wait(box, day);
        }
      });
      return Object.keys(coming).map(Number).sort(function (a, b) { return a - b; });
    }

    return { waits: waits, dueOn: dueOn, isDue: isDue, next: next, comingDays: comingDays };
  };

  Lectern.days = { of: dayOf, name: nameOf };
})(Lectern);
