// Does tasks, one line of JSON for each line of JSON, with scripts of our pages: process.argv names the file of tasks and
// then the scripts, in order.
"use strict";
const { readFileSync } = require("fs");
const { resolve } = require("path");
const { runInThisContext } = require("vm");

const [file, ...scripts] = process.argv.slice(1);
scripts.forEach((name) => runInThisContext(readFileSync(name, "utf8"), name));
const tasks = require(resolve(file));

require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  let answer;
  try {
    const [task, argument] = JSON.parse(line);
    answer = { value: tasks[task](argument) };
  } catch (problem) {
    answer = { problem: String(problem.stack) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
