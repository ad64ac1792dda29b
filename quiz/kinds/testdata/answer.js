// Answers the Go tests' questions with the shipped scripts, one line of JSON
// for each line of JSON. The first line holds the scripts.
"use strict";
const lines = require("readline").createInterface({ input: process.stdin });
const { runInThisContext } = require("vm");

const tasks = {
  load: (scripts) => scripts.forEach((s) => runInThisContext(s)),
  mark: ({ kind, key, responses }) => responses.map((r) => Lectern.kinds[kind].mark(key, r)),
  fold: ({ texts, ignoreAccents }) => texts.map((s) => Lectern.fold(s, ignoreAccents)),
  quantity: (texts) => texts.map((s) => Lectern.quantity(s)),
  // The characters this node's Unicode knows nothing of.
  unassigned: () => {
    const found = [];
    for (let c = 0; c <= 0x10ffff; c++) if (/^\p{Cn}$/u.test(String.fromCodePoint(c))) found.push(c);
    return found;
  },
};

lines.on("line", (line) => {
  let answer;
  try {
    const [task, argument] = JSON.parse(line);
    answer = { value: tasks[task](argument) };
  } catch (problem) {
    answer = { problem: String(problem.stack) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
