// What every kind of question shares, with or without a browser. It needs no
// document: the tests load it in node to compare it with the Go side.
var Lectern = (function () {
  "use strict";
  return {
    // Name of a kind -> its mark, which needs no page, and what it does on one:
    // show, reveal, summary, setup, again, fill, reset, shuffle, and the names
    // of its own words (check, fix, answer, opened, retry).
    kinds: {},
    words: {}, // the interface's sentences in the page's language
    icons: {}, // name -> inline drawing

    // A mark whose verdict follows from its score; answers are left out when
    // there are none. quiz.go holds the same rule.
    scored: function (score, answers, count) {
      var verdict = score >= 1 ? "right" : score > 0 ? "partly" : "not-yet";
      return { verdict: verdict, score: score, answers: answers, count: count };
    },

    // A mark of what is not marked: it was left blank, or nobody marks it.
    unscored: function (verdict) {
      return { verdict: verdict, score: 0, count: { right: 0, extra: 0, missed: 0 } };
    },

    // The sentence named by key, with {name} replaced from values.
    say: function (key, values) {
      return (this.words[key] || key).replace(/\{(\w+)\}/g, function (all, name) {
        return values && name in values ? values[name] : all;
      });
    }
  };
})();
