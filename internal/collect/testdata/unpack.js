// What a browser says to files: reads a list of them from its input, as JSON,
// and prints the problem with each, "" when it takes it in.
"use strict";
const { readFileSync } = require("fs");
const { runInThisContext } = require("vm");

process.argv.slice(2).forEach((file) => runInThisContext(readFileSync(file, "utf8"), file));
const files = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(files.map((text) => Lectern.merge.unpack(text, "tea").problem || "")));
