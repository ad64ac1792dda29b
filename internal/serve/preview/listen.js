// Hears of edits. The page is read again when it is another, and its styles are put in the place of the old ones.
(function (Preview) {
  "use strict";

  var last = null, asked = 0, line = null;

  // One style is put in the place of another without the page noticing; the old one goes when the new one is there.
  function swap(styles) {
    var links = Preview.all("link[rel=stylesheet]:not([data-preview])");
    styles.forEach(function (href, i) {
      var old = links[i], fresh;
      if (old && old.getAttribute("href") === href) return;
      fresh = Preview.element("link");
      fresh.rel = "stylesheet";
      fresh.href = href;
      if (old) fresh.onload = fresh.onerror = function () { old.remove(); };
      document.head.insertBefore(fresh, old ? old.nextSibling : Preview.own);
    });
    links.slice(styles.length).forEach(function (link) { link.remove(); });
  }

  function take(notes) {
    if (notes.print !== Preview.print) {
      Preview.remember();
      location.reload();
    } else if (Preview.page) {
      swap(notes.styles);
      Preview.show(notes);
    }
  }

  Preview.ask = function () {
    var mine = asked += 1;
    fetch("/_lectern/notes?page=" + encodeURIComponent(Preview.page) + (Preview.box.sources ? "&blocks" : ""), { cache: "no-store" })
      .then(function (answer) { return answer.json(); })
      .then(function (notes) {
        if (mine === asked) take(notes);
      })
      .catch(function () {}); // the preview has ended, or will say it again
  };

  function close() {
    if (line) line.close();
    line = null;
  }

  // A tab that nobody sees does not listen: a browser has six connections to a server, for all its tabs together.
  function listen() {
    if (document.hidden) return close();
    if (line) return;
    line = new EventSource("/_lectern/events");
    line.onmessage = function (event) {
      if (event.data === last) return;
      last = event.data;
      Preview.ask();
    };
  }

  Preview.restore();
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", close);
  addEventListener("pageshow", listen);
  listen();

  // Nothing is saved on a device here, so that no page is an old one.
  Preview.all(".offline").forEach(function (part) {
    part.replaceWith(Preview.inEnglish(Preview.element("p", "preview-note", "Saving the course on a device can be tried with the built site. The preview saves nothing, so that no page is an old one.")));
  });
})(Preview);
