// The preview's own part of a page: it hears of edits, reads the page again without losing the place, and says what is
// wrong. No page of a built site has it.
(function () {
  "use strict";

  var own = document.currentScript, page = own.dataset.page, print = own.dataset.print;
  var keep = "lectern-preview:" + location.pathname, last = null, asked = 0, closed = "", withSources = false, box = null;

  function attempt(what, otherwise) {
    try { return what(); } catch (problem) { return otherwise; }
  }

  function element(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  // What the preview says is in English, as all that Lectern says to authors, on a page of whatever language.
  function inEnglish(part) {
    part.lang = "en";
    part.dir = "ltr";
    return part;
  }

  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }

  // What a reload would lose: the place, the open panels, and what was typed or chosen. A control is known by its form
  // and its name or id, so that one more question above it takes nothing from it.
  var controls = "input:not([type=file]):not([type=password]), select, textarea";

  function nameOf(control, counted) {
    var form = control.form && (control.form.id || control.form.getAttribute("data-id")) || "";
    var name = form + " " + (control.name || control.id) + (control.type === "radio" || control.type === "checkbox" ? " " + control.value : "");
    counted[name] = (counted[name] || 0) + 1;
    return name + " " + counted[name];
  }

  function panelName(panel, counted) {
    var summary = panel.querySelector("summary"), name = panel.id || (summary ? summary.textContent : "");
    counted[name] = (counted[name] || 0) + 1;
    return name + " " + counted[name];
  }

  function remember() {
    var state = { x: scrollX, y: scrollY, open: {}, typed: {}, focus: "", closed: closed, sources: withSources }, names = {}, panels = {};
    all("main details").forEach(function (panel) { state.open[panelName(panel, panels)] = panel.open; });
    all("main " + controls.split(", ").join(", main ")).forEach(function (control) {
      var name = nameOf(control, names);
      state.typed[name] = control.type === "radio" || control.type === "checkbox" ? control.checked : control.value;
      if (control === document.activeElement) state.focus = name;
    });
    attempt(function () { sessionStorage.setItem(keep, JSON.stringify(state)); });
  }

  function restore() {
    var state = attempt(function () { return JSON.parse(sessionStorage.getItem(keep)); }), names = {}, panels = {};
    attempt(function () { sessionStorage.removeItem(keep); });
    if (!state) return;
    closed = state.closed;
    withSources = state.sources;
    all("main details").forEach(function (panel) {
      var open = state.open[panelName(panel, panels)];
      if (open !== undefined) panel.open = open;
    });
    all("main " + controls.split(", ").join(", main ")).forEach(function (control) {
      var name = nameOf(control, names), was = state.typed[name];
      if (was === undefined) return;
      if (typeof was === "boolean") control.checked = was;
      else control.value = was;
      if (name === state.focus) control.focus({ preventScroll: true });
    });
    scrollTo(state.x, state.y);
  }

  // One style is put in the place of another without the page noticing; the old one goes when the new one is there.
  function swap(styles) {
    var links = all("link[rel=stylesheet]:not([data-preview])");
    styles.forEach(function (href, i) {
      var old = links[i], fresh;
      if (old && old.getAttribute("href") === href) return;
      fresh = element("link");
      fresh.rel = "stylesheet";
      fresh.href = href;
      if (old) fresh.onload = fresh.onerror = function () { old.remove(); };
      document.head.insertBefore(fresh, old ? old.nextSibling : own);
    });
    links.slice(styles.length).forEach(function (link) { link.remove(); });
  }

  function ask() {
    var mine = asked += 1;
    fetch("/_lectern/notes?page=" + encodeURIComponent(page) + (withSources ? "&blocks" : ""), { cache: "no-store" })
      .then(function (answer) { return answer.json(); })
      .then(function (notes) {
        if (mine !== asked) return;
        if (notes.print !== print) {
          remember();
          location.reload();
          return;
        }
        if (page) {
          swap(notes.styles);
          show(notes);
        }
      })
      .catch(function () {}); // the preview has ended, or will say it again
  }

  function where(note) {
    var place = element(note.edit ? "a" : "span", "preview-where", note.where);
    if (note.edit) place.href = note.edit;
    return place;
  }

  function listed(notes) {
    var list = element("ol", "preview-list");
    notes.forEach(function (note) {
      var item = element("li"), line;
      item.append(where(note), element("p", "", note.text));
      if (note.line) {
        line = element("pre", "preview-line", note.line + (note.caret ? "\n" + note.caret : ""));
        line.lang = document.documentElement.lang;
        line.tabIndex = 0; // a long line is scrolled by keyboard, too
        item.append(line);
      }
      if (note.hint) item.append(element("p", "preview-hint", note.hint));
      list.append(item);
    });
    return list;
  }

  function count(n, one, many) { return n === 1 ? "1 " + one : n + " " + many; }

  function panelOf(errors) {
    var panel = element("div", "preview-errors"), shut = element("button", "preview-close", "Close"), text = JSON.stringify(errors);
    if (!errors.length || closed === text) return null;
    panel.setAttribute("role", "alert");
    panel.append(element("h2", "", count(errors.length, "thing", "things") + " to mend"));
    panel.append(element("p", "", "What cannot be shown is as it was when it was last right."), listed(errors));
    shut.type = "button";
    shut.addEventListener("click", function () {
      var next = box.querySelector("summary, .preview-sources");
      closed = text;
      panel.remove();
      if (next) next.focus();
      else box.remove(); // nothing is left in it
    });
    panel.append(shut);
    return panel;
  }

  function drawer(warnings, open) {
    var panel = element("details");
    panel.open = open;
    panel.append(element("summary", "preview-hints", count(warnings.length, "hint", "hints") + " for this page"), listed(warnings));
    return panel;
  }

  function sources() {
    var button = element("button", "preview-sources", withSources ? "Hide the sources" : "Show the sources");
    button.type = "button";
    button.addEventListener("click", function () {
      withSources = !withSources;
      ask();
    });
    return button;
  }

  // What has the focus is scrolled out from under the box, and the end of the page can be.
  var grown = new ResizeObserver(function () {
    var height = box && box.isConnected ? box.offsetHeight + "px" : "";
    document.documentElement.style.scrollPaddingBlockEnd = document.body.style.paddingBlockEnd = height;
  });

  function show(notes) {
    var was = box && box.querySelector("details"), focused = box && document.activeElement && box.contains(document.activeElement) && document.activeElement.className;
    var errors, text = JSON.stringify([notes, withSources]);
    if (box && box.dataset.text === text) return; // an alert that is drawn anew would be read out again
    if (box) box.remove();
    box = inEnglish(element("section", "preview"));
    box.dataset.text = text;
    box.setAttribute("aria-label", "Preview");
    if ((errors = panelOf(notes.errors))) box.append(errors);
    else closed = notes.errors.length ? closed : "";
    if (notes.warnings.length) box.append(drawer(notes.warnings, was && was.open));
    if (!/^print\//.test(page)) box.append(sources());
    if (!box.firstChild) return;
    document.body.append(box);
    grown.observe(box);
    if (focused && box.querySelector("." + focused)) box.querySelector("." + focused).focus();
    mark(notes.blocks || []);
  }

  // Quotes, dashes and blanks are other ones on the page than in the file.
  function letters(text) { return text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase(); }

  function mark(blocks) {
    var left = all("main p, main li, main h2, main h3, main h4, main td, main th, main dt, main dd").filter(function (part) {
      return !part.closest(".q, form, .preview");
    });
    all(".preview-source").forEach(function (old) { old.remove(); });
    blocks.forEach(function (block) {
      var place = element(block.edit ? "a" : "span", "preview-source", block.where), start, found, i;
      if (block.edit) place.href = block.edit;
      if (block.question) {
        found = document.getElementById("q-" + block.question);
        if (!found) return;
        found.insertBefore(place, found.firstChild);
        if (!block.map) return;
        start = element("a", "preview-source", "Map");
        start.href = block.map;
        place.after(" ", start);
        return;
      }
      start = letters(block.text.split("\uFFFC")[0]).slice(0, 40);
      for (i = 0; start && i < left.length; i += 1) {
        if (letters(left[i].textContent).indexOf(start) === 0) {
          left[i].append(" ", place);
          left.splice(0, i + 1);
          return;
        }
      }
    });
  }

  // A tab that nobody sees does not listen: a browser has six connections to a server, for all its tabs together.
  var line = null;

  function listen() {
    if (document.hidden) {
      if (line) line.close();
      line = null;
    } else if (!line) {
      line = new EventSource("/_lectern/events");
      line.onmessage = function (event) {
        if (event.data === last) return;
        last = event.data;
        ask();
      };
    }
  }

  restore();
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", function () { if (line) line.close(); line = null; });
  addEventListener("pageshow", listen);
  listen();

  // Nothing is saved on a device here, so that no page is an old one.
  all(".offline").forEach(function (part) {
    part.replaceWith(inEnglish(element("p", "preview-note", "Saving the course on a device can be tried with the built site. The preview saves nothing, so that no page is an old one.")));
  });
})();
