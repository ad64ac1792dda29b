// Answers the Go tests' questions with the shipped scripts, which are loaded
// first.
"use strict";
const { runInThisContext } = require("vm");

module.exports = {
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
