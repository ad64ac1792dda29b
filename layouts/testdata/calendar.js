// Writes the calendars that the tests ask for, for node: the arguments are the
// scripts; what is asked comes as JSON, a list of [days, about].
"use strict";
const { readFileSync } = require("fs");
const { runInThisContext } = require("vm");

process.argv.slice(2).forEach((file) => runInThisContext(readFileSync(file, "utf8"), file));
const asked = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(asked.map(([days, about]) => Lectern.calendar(days, about))));
