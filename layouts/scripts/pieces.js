// Data that a page reads in pieces, when it needs them: by script elements,
// because pages from a folder may fetch nothing else.
(function (Lectern) {
  "use strict";

  var read = {}, handed;

  // Every piece hands over what it holds, and is done before its load event.
  Lectern.index = function (content) { handed = content; };

  // Promises what a file holds. One that did not come is asked for anew the next
  // time.
  Lectern.load = function (file) {
    return read[file] = read[file] || new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = file;
      script.onload = function () { done(handed); };
      script.onerror = function () {
        delete read[file];
        failed(new Error(file));
      };
      document.head.append(script);
    });
  };
})(Lectern);
