// Tasks for node: anything at all lies in a storage, or in a file that a student brings in.
"use strict";

class Area {
  constructor(records) { Object.assign(this, records); }
  getItem(key) { return Object.hasOwn(this, key) ? this[key] : null; }
  setItem(key, value) { this[key] = String(value); }
  removeItem(key) { delete this[key]; }
}

const course = "c", prefix = "lectern:c:", before = Object.getOwnPropertyNames(Object.prototype).join();
const good = () => ({ version: 1, response: { answer: ["x"] }, verdict: "right", score: 1, tries: 1, at: 5 });

function open(area) {
  const store = Lectern.storeOn(() => area, prefix, Lectern.isSound);
  store.ids = () => Object.keys(area).map((key) => key.split(prefix)[1]).filter(Boolean);
  return store;
}

function must(is, what) { if (!is) throw new Error(what); }

// What every page does with what it finds there.
function use(store, id) {
  const lesson = { name: id, objectives: [{ id: "o", text: "O" }], questions: [{ id, objectives: ["o"], was: ["old"] }] };
  Lectern.tally.course([lesson], store);
  Lectern.tally.recordOf(lesson, store);
  const boxes = Lectern.boxesOf([1, 3, 7], "2027-01-01"), record = store.read(id), today = 20000;
  if (record) {
    [].concat.apply([], Object.values(record.response)).forEach((word) => typeof word === "string" && Lectern.fold(word));
    must(!Number.isNaN(boxes.dueOn(record, today)), "a day that is none");
    boxes.next(record, true, today);
    must(boxes.comingDays([record], today).every((day) => Lectern.days.name(day)), "a day without a name");
  }
  must(Object.getOwnPropertyNames(Object.prototype).join() === before, "every object has got something more");
}

module.exports = {
  // text lies under id. What can be read can be taken along, and what cannot be read stays as it is.
  kept({ id, text }) {
    const area = new Area(), key = prefix + id;
    area.setItem(key, text);
    const store = open(area), readable = store.read(id) !== null;
    use(store, id);
    const file = Lectern.merge.unpack(Lectern.merge.pack(course, store, "now"), course);
    must(!file.problem, "what is read cannot be taken along: " + file.problem);
    const other = open(new Area({ [prefix + "q"]: JSON.stringify(good()) }));
    must(!Lectern.merge.into(other, file.records, []).failed, "what is read cannot be kept elsewhere");
    const mine = store.read(id) || good();
    Lectern.merge.into(store, { [id]: mine }, []);
    must(store.write(id, mine) === readable, "written over, or not");
    must(readable || area[key] === text, "what cannot be read is not there any more");
    return readable;
  },

  // text is a file. It is refused, or all of it is kept and read.
  brought({ text, id }) {
    const area = new Area({ [prefix + "q"]: JSON.stringify(good()) }), store = open(area), file = Lectern.merge.unpack(text, course);
    if (file.problem) return file.problem;
    must(!Lectern.merge.into(store, file.records, [{ questions: [{ id, was: ["old"] }] }]).failed, "taken in, and not kept");
    store.ids().forEach((name) => {
      must(store.read(name), "taken in, and cannot be read: " + name);
      use(store, name);
    });
    return "";
  },
};
