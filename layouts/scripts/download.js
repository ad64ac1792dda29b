// A file that the page makes and the student takes along.
(function (Lectern) {
  "use strict";

  var patience = 60000; // a browser may ask where to put it

  // Hands a text over as a file. type is its media type.
  Lectern.download = function (name, text, type) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: type }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, patience);
  };
})(Lectern);
