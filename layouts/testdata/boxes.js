// Tests of when questions come back, for node: the arguments are the scripts;
// the answer is what is wrong, a line each. Every date is one of the calendar in
// which the time zone of this process lives.
"use strict";
const { readFileSync } = require("fs");
const { runInThisContext } = require("vm");

process.argv.slice(2).forEach((file) => runInThisContext(readFileSync(file, "utf8"), file));

const plain = [1, 3, 7, 16, 35];
const at = (when) => new Date(when).getTime(); // a date with a time is local
const day = (date) => Date.parse(date + "T00:00Z") / 864e5;
const missed = (when, more) => ({ verdict: "not-yet", tries: 1, at: at(when), ...more });
const right = (when, more) => ({ verdict: "right", tries: 1, at: at(when), ...more });

function check(what, have, want) {
  const [a, b] = [have, want].map((v) => (v === undefined ? "undefined" : JSON.stringify(v)));
  if (a !== b) console.log(`${what}: have ${a}, want ${b}`);
}

// The date on which a record comes back, seen from a day; "never" for none.
function due(record, today, goal = "", boxes = plain) {
  const on = Lectern.boxesOf(boxes, goal).dueOn(record, day(today));
  return on === Infinity ? "never" : Lectern.days.name(on);
}

const tasks = {
  // What comes back at all.
  enters() {
    const on = "2026-03-02T10:00", back = "2026-03-03";
    const comesBack = (record) => due(record, "2026-03-02");
    check("missed", comesBack(missed(on)), back);
    check("partly right", comesBack({ verdict: "partly", tries: 1, at: at(on) }), back);
    check("shown", comesBack(missed(on, { shown: true })), back);
    check("shown, and then right", comesBack(right(on, { shown: true })), back);
    check("very sure, and not yet", comesBack(missed(on, { sure: 3 })), back);
    check("right in the second try", comesBack(right(on, { tries: 2 })), back);
    check("counted as right", comesBack(missed(on, { counted: true })), "never");
    check("right at once", comesBack(right(on)), "never");
    check("never answered", comesBack(null), "never");
  },

  boxes() {
    const on = "2026-03-02T10:00";
    ["2026-03-03", "2026-03-05", "2026-03-09", "2026-03-18", "2026-04-06", "never", "never"].forEach((date, box) => {
      check("box " + box, due(right(on, { box }), "2026-03-02"), date);
    });
    check("the educator's", due(right(on, { box: 1 }), "2026-03-02", "", [2, 10]), "2026-03-12");
    check("a box that is gone", due(right(on, { box: 3 }), "2026-03-02", "", [2, 10]), "never");
    for (const broken of [-1, 1.5, "2", null, {}, NaN]) check(`box ${broken}, missed`, due(missed(on, { box: broken }), "2026-03-02"), "2026-03-03");
  },

  next() {
    const boxes = Lectern.boxesOf(plain, ""), next = (record, isRight, today) => boxes.next(record, isRight, day(today));
    const second = right("2026-03-02T10:00", { box: 1 }), last = right("2026-03-02T10:00", { box: 4 }), through = right("2026-03-02T10:00", { box: 5 });
    check("right on its day", next(second, true, "2026-03-05"), 2);
    check("right later", next(second, true, "2026-09-05"), 2);
    check("right too early", next(second, true, "2026-03-04"), 1);
    check("not yet", next(second, false, "2026-03-05"), 0);
    check("missed, and right on the next day", next(missed("2026-03-02T10:00"), true, "2026-03-03"), 1);
    check("the last one", next(last, true, "2026-04-06"), 5);
    check("through all", [next(through, true, "2027-01-01"), next(through, false, "2027-01-01")], [5, 0]);
    check("never missed", next(right("2026-03-02T10:00"), true, "2026-03-05"), undefined);
    check("never answered, and right", next(null, true, "2026-03-05"), undefined);
    check("never answered, and not yet", next(null, false, "2026-03-05"), 0);
  },

  // Days are those of the student's own calendar, whatever the hour.
  calendar() {
    check("just before midnight", due(missed("2026-03-02T23:59:59"), "2026-03-02"), "2026-03-03");
    check("just after", due(missed("2026-03-03T00:00"), "2026-03-03"), "2026-03-04");
    check("a leap year", due(right("2028-02-28T12:00", { box: 0 }), "2028-02-28"), "2028-02-29");
    check("over its day", due(right("2028-02-27T12:00", { box: 1 }), "2028-02-27"), "2028-03-01");
    check("no leap year", due(right("2027-02-27T12:00", { box: 1 }), "2027-02-27"), "2027-03-02");
    check("over the year", due(right("2026-12-31T12:00", { box: 4 }), "2026-12-31"), "2027-02-04");
    // Clocks change in these weeks in Europe, in North America, and on Lord Howe.
    for (const from of ["2026-03-07", "2026-03-28", "2026-10-24", "2026-10-31", "2026-04-04", "2026-10-03"]) {
      for (const hour of ["00:00", "00:30", "03:30", "23:30"]) {
        const next = Lectern.days.name(day(from) + 1), week = Lectern.days.name(day(from) + 7);
        check(`${from} ${hour}`, due(missed(`${from}T${hour}`), from), next);
        check(`${from} ${hour}, a week`, due(right(`${from}T${hour}`, { box: 2 }), from), week);
      }
    }
  },

  // A clock that was ahead, or is set back now: nothing waits longer than its box from today.
  clock() {
    check("a year ahead", due(missed("2027-03-02T10:00"), "2026-03-02"), "2026-03-03");
    check("its box", due(right("2036-03-02T10:00", { box: 2 }), "2026-03-02"), "2026-03-09");
    check("later today", due(missed("2026-03-02T23:00"), "2026-03-02"), "2026-03-03");
    check("long ago", due(missed("1970-01-01T12:00"), "2026-03-02"), "1970-01-02");
    check("no date", due({ verdict: "not-yet" }, "2026-03-02") < "2026-03-02", true);
    const boxes = Lectern.boxesOf(plain, "");
    check("right on a day that lies before the last review", boxes.next(right("2027-03-02T10:00", { box: 1 }), true, day("2026-03-02")), 1);
  },

  // Everything comes back before the goal, and the way through the boxes that are left fits in.
  goal() {
    check("far away", due(missed("2026-03-02T10:00"), "2026-03-02", "2027-03-02"), "2026-03-03");
    check("the way just fits", due(right("2026-03-02T10:00", { box: 4 }), "2026-03-02", "2026-04-07"), "2026-04-06");
    check("one day less", due(right("2026-03-02T10:00", { box: 4 }), "2026-03-02", "2026-04-06"), "2026-04-05");
    check("half the way", due(right("2026-03-02T10:00", { box: 3 }), "2026-03-02", "2026-03-28"), "2026-03-09"); // 16 + 35 days in 25
    check("tomorrow", due(right("2026-03-02T10:00", { box: 3 }), "2026-03-02", "2026-03-03"), "2026-03-03"); // sooner cannot be
    check("on the day", due(right("2026-03-02T10:00", { box: 2 }), "2026-03-02", "2026-03-02"), "2026-03-09");
    check("past", due(right("2026-03-02T10:00", { box: 2 }), "2026-03-02", "2026-01-01"), "2026-03-09");
    // Whoever is right each time is through before the goal, wherever it lies.
    for (let ahead = 7; ahead < 80; ahead++) {
      const first = day("2026-03-02"), goal = first + ahead, boxes = Lectern.boxesOf(plain, Lectern.days.name(goal));
      let record = missed("2026-03-02T10:00"), today = first;
      while (boxes.waits(record)) {
        const before = today;
        today = boxes.dueOn(record, today);
        if (today <= before || today >= goal) return check(`goal in ${ahead} days`, today - first, "a later day, before it");
        record = { verdict: "right", tries: 1, at: at(Lectern.days.name(today) + "T10:00"), box: boxes.next(record, true, today) };
      }
    }
  },

  // The days to be reminded of: when all is right on its day.
  coming() {
    const boxes = Lectern.boxesOf([1, 3, 7], ""), coming = (records, today) => boxes.comingDays(records, day(today)).map(Lectern.days.name);
    check("one missed", coming([missed("2026-03-02T10:00")], "2026-03-02"), ["2026-03-03", "2026-03-06", "2026-03-13"]);
    check("due today", coming([missed("2026-03-01T10:00")], "2026-03-02"), ["2026-03-05", "2026-03-12"]);
    check("long due", coming([missed("2026-01-01T10:00")], "2026-03-02"), ["2026-03-05", "2026-03-12"]);
    check("each day once", coming([missed("2026-03-02T10:00"), missed("2026-03-02T11:00")], "2026-03-02").length, 3);
    check("what is known", coming([right("2026-03-02T10:00"), right("2026-03-02T10:00", { box: 3 }), null], "2026-03-02"), []);
  },
};

for (const [name, task] of Object.entries(tasks)) {
  try {
    task();
  } catch (problem) {
    console.log(`${name}: ${problem.stack}`);
  }
}
console.log(Object.keys(tasks).length + " tasks done");
