// Tests of what is kept, for node: the shipped scripts with a storage of our
// own in the place of the browser's. The arguments are the scripts; the answer
// is what is wrong, a line each.
"use strict";
const { readFileSync } = require("fs");
const { runInThisContext } = require("vm");

process.argv.slice(2).forEach((file) => runInThisContext(readFileSync(file, "utf8"), file));

class Area {
  constructor(records) { Object.assign(this, records); }
  getItem(key) { return Object.hasOwn(this, key) ? this[key] : null; }
  setItem(key, value) { if (this.full?.()) throw new Error("full"); this[key] = String(value); }
  removeItem(key) { delete this[key]; }
}

// full is no record, so it is not among the keys.
Object.defineProperty(Area.prototype, "full", { value: undefined, writable: true });

function open(area, prefix = "c:") {
  const store = Lectern.storeOn(() => area, prefix, Lectern.isSound);
  store.ids = () => Object.keys(area).map((key) => key.split(prefix)[1]).filter(Boolean);
  return store;
}

// A small generator, so that a failure can be had again.
let seed = 1;
const random = (n) => (seed = (seed * 48271) % 2147483647) % n;

let failures = 0;
function check(what, have, want) {
  const [a, b] = [have, want].map((v) => JSON.stringify(v));
  if (a === b || failures++ > 9) return;
  console.log(`${what}: have ${a}, want ${b}`);
}

const answer = (at, score, more) =>
  ({ version: 1, response: { answer: [String(score)] }, verdict: score === 1 ? "right" : score ? "partly" : "not-yet", score, tries: 1, at, ...more });

// What a tab does is cut where another tab may come between: after each read.
function* answering(store, given, id, clock) {
  store.read(id);
  yield;
  const record = answer(clock() - random(3), [0, 0.5, 1][random(3)]); // the clock may be set back
  if (store.write(id, record)) given.push([id, JSON.stringify(record)]);
}

function* bringing(store, given, file) {
  yield;
  const { records } = Lectern.merge.unpack(file, "c");
  Object.entries(records).forEach(([id, record]) => given.push([id, JSON.stringify(record)]));
  Lectern.merge.into(store, records);
}

function* taking(store) {
  store.ids();
  yield;
  Lectern.merge.pack("c", store, "now");
}

const tasks = {
  // Whatever two tabs do, in whatever order, no question's answer is gone, and each is one that was given.
  tabs() {
    for (let round = 0; round < 10000; round++) {
      const area = new Area(), tabs = [open(area), open(area)], given = [];
      let now = 1000;
      const running = [];
      for (let i = 0; i < 8; i++) {
        const store = tabs[i % 2], way = random(6);
        const file = Lectern.merge.pack("c", open(new Area({ ["c:q" + random(5)]: JSON.stringify(answer(now + random(9), 1)) })), "then");
        running.push(way === 0 ? bringing(store, given, file) : way === 1 ? taking(store) : answering(store, given, "q" + random(5), () => now++));
      }
      while (running.length) {
        const i = random(running.length);
        if (running[i].next().done) running.splice(i, 1);
      }
      check(`round ${round}, questions`, tabs[0].ids().sort(), [...new Set(given.map(([id]) => id))].sort());
      tabs[1].ids().forEach((id) => {
        const have = JSON.stringify(tabs[1].read(id));
        check(`round ${round}, ${id}`, given.some(([i, r]) => i === id && r === have), true);
      });
    }
  },

  // Files come together in any order, and as often as one likes.
  orders() {
    for (let round = 0; round < 10000; round++) {
      const files = [0, 1, 2].map(() => Object.fromEntries([...Array(random(4))].map(() => ["q" + random(4), answer(random(4), [0, 0.5, 1][random(3)])])));
      const [one, other] = [[0, 1, 2, 0], [2, 1, 0, 1]].map((order) => {
        const store = open(new Area());
        order.forEach((i) => Lectern.merge.into(store, files[i]));
        return JSON.stringify(store.ids().sort().map((id) => [id, store.read(id)]));
      });
      check(`round ${round}`, one, other);
    }
  },

  better() {
    const { better } = Lectern.merge;
    check("the newer one", better(answer(5, 0), answer(9, 1)).at, 9);
    check("a right answer and a worse older one", better(answer(9, 1), answer(5, 0)).score, 1);
    check("of the same moment the right one", better(answer(5, 0), answer(5, 1)).score, 1);
    check("one that was counted as right", better(answer(5, 0.5), answer(5, 0, { counted: true })).counted, true);
    check("a quiz that was handed in", better({ handedIn: true, tries: 1 }, { handedIn: false, tries: 0 }).handedIn, true);
  },

  // A browser that takes no more has what it had.
  full() {
    const area = new Area(), store = open(area);
    store.write("old", answer(1, 0));
    let left = 2;
    Area.prototype.full = () => left-- <= 0;
    const told = Lectern.merge.into(store, { old: answer(2, 1), one: answer(2, 1), two: answer(2, 1) });
    Area.prototype.full = () => false;
    check("told", told.failed, true);
    check("there", Object.keys(area), ["c:old"]);
  },

  unreadable() {
    const there = { "c:later": '{"version":99,"response":{}}', "c:broken": "{", "c:null": "null", "c:word": '"x"' };
    const area = new Area(there), store = open(area);
    const records = Object.fromEntries(["later", "broken", "null", "word", "new"].map((id) => [id, answer(9, 1)]));
    const told = Lectern.merge.into(store, records);
    check("told", [told.added, told.left, told.failed], [1, 4, false]);
    Object.entries(there).forEach(([key, text]) => check(key, area[key], text));
    check("saved", Object.keys(JSON.parse(Lectern.merge.pack("c", store, "now")).records), ["new"]);
  },

  // Question ids may be any word; in a file somebody made they may be one that the language knows.
  names() {
    const text = '{"format":"lectern-progress","version":1,"course":"c","records":{"__proto__":' + JSON.stringify(answer(1, 1)) + "}}";
    const store = open(new Area());
    Lectern.merge.into(store, Lectern.merge.unpack(text, "c").records, [{ questions: [{ id: "new", was: ["constructor"] }] }]);
    check("ids", store.ids().length, 1);
    check("polluted", {}.verdict, undefined);
    const was = open(new Area());
    Lectern.merge.into(was, { old: answer(1, 1) }, [{ questions: [{ id: "new", was: ["old"] }] }]);
    check("by today's name", was.ids(), ["new"]);
  },

  // What a review has written comes along: the newer answer brings its box with it.
  reviews() {
    const file = (records) => JSON.stringify({ format: "lectern-progress", version: 1, course: "c", records });
    const take = (records) => Lectern.merge.unpack(file(records), "c");
    const store = open(new Area());
    store.write("q", answer(5, 1, { box: 3 }));
    store.write("new", answer(9, 0, { box: 0 }));
    Lectern.merge.into(store, take({ q: answer(7, 1, { box: 4, gone: true }), new: answer(8, 1, { box: 2 }) }).records);
    check("boxes", [store.read("q").box, store.read("new").box], [4, 0]);
    check("a box of words", take({ q: answer(7, 1, { box: "all" }) }).problem, "import-broken");
    const seen = { version: 1, response: { print: "abc" }, at: 1 }, home = { version: 1, response: { lessons: ["a"] }, at: 1 };
    check("what was seen", take({ "seen:a/b": seen, "place:home": home }).problem, undefined);
    check("seen, of numbers", take({ "seen:a": { ...seen, response: { print: 7 } } }).problem, "import-broken");
    check("lessons, of numbers", take({ "place:home": { ...home, response: { lessons: [7] } } }).problem, "import-broken");
  },

  // What could not be read again is not written: the page says that it is not kept.
  tooLong() {
    const area = new Area(), store = open(area), long = { ...answer(1, 1), response: { answer: ["x".repeat(10001)] } };
    check("written", [store.write("q", long), store.read("q"), Object.keys(area)], [false, null, []]);
    check("a shorter one", [store.write("q", answer(2, 1)), store.write("q", long), store.read("q").at], [true, false, 2]);
  },

  // Steps lead from version to version, one at a time; without one a record stays as it is.
  steps() {
    const area = new Area({ "c:q": '{"version":-1,"answer":"tea"}' }), store = open(area);
    check("without a step", store.read("q"), null);
    check("not written over", [store.write("q", answer(1, 1)), area["c:q"]], [false, '{"version":-1,"answer":"tea"}']);
    Lectern.steps[-1] = (r) => ({ version: 0, answers: [r.answer] });
    Lectern.steps[0] = (r) => ({ version: 1, response: { answer: r.answers }, verdict: "right", score: 1 });
    check("with two", store.read("q").response, { answer: ["tea"] });
    delete Lectern.steps[-1];
    delete Lectern.steps[0];
  },
};

for (const [name, task] of Object.entries(tasks)) {
  failures = 0;
  try {
    task();
  } catch (problem) {
    console.log(`${name}: ${problem.stack}`);
  }
}
console.log(Object.keys(tasks).length + " tasks done");
