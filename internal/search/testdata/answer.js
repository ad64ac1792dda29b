// Tasks for node, with the scripts that the search page loads.
"use strict";
const { runInThisContext } = require("vm");

const find = Lectern.find;

// Looks queries up in an index as search.js does, with files for addresses.
function search({ files, first, queries }) {
  const read = {}, touched = new Set();
  Lectern.index = (content) => { read.now = content; };
  const load = (path) => {
    touched.add(path);
    runInThisContext(files[path]);
    return read.now;
  };
  const content = (piece) => (piece[1] ? load(piece[1]) : piece[2]);
  return queries.map((query) => {
    touched.clear();
    const root = find.open(load(first)), words = find.words(query).slice(0, 8); // as many as the page takes
    const found = words.map((word, i) => {
      const begun = i === words.length - 1 && !/\s$/.test(query), at = find.pieceOf(root.words, word);
      const apart = begun && find.pieceOf(root.words, word + "\uffff") !== at;
      return find.look(content(root.words[at]).split("\n"), word, begun, apart);
    });
    const places = find.rank(found, root.count);
    places.slice(0, 8).forEach((n) => content(root.places[find.pieceOf(root.places, n)]));
    return { places: places, touched: [...touched] };
  });
}

const held = [];

module.exports = {
  // Keeps indexes for many queries, and looks a query up in each.
  hold: (indexes) => held.push(...indexes),
  searchHeld: (query) => held.map((index) => search({ ...index, queries: [query] })[0].places),
  words: (texts) => texts.map(find.words),
  cut: (texts) => texts.map((text) => find.cut(text, (word) => word === "eau" || word === "peer")),
  search: search,
  unassigned: () => {
    const found = [];
    for (let c = 0; c <= 0x10ffff; c++) if (/^\p{Cn}$/u.test(String.fromCodePoint(c))) found.push(c);
    return found;
  },
};
