// Small pieces of page that the frame and the kinds build.
(function (Lectern) {
  "use strict";

  function element(tag, className, text) {
    var e = document.createElement(tag);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  }

  function icon(name) {
    var holder = document.createElement("template");
    holder.innerHTML = Lectern.icons[name] || "";
    return holder.content;
  }

  function button(className, text, type) {
    var b = element("button", className, text);
    b.type = type || "button";
    return b;
  }

  // Says that a control does nothing now. It stays in reach of the keyboard.
  function rest(control, resting) {
    if (resting) control.setAttribute("aria-disabled", "true");
    else control.removeAttribute("aria-disabled");
  }

  // Takes the keyboard to something that is only read.
  function goTo(place) {
    place.tabIndex = -1;
    place.addEventListener("blur", function () { place.removeAttribute("tabindex"); }, { once: true });
    place.focus();
  }

  // Puts elements in a random order, each in a place that one of them had.
  function shuffle(elements) {
    var places = elements.map(function (e) {
      var place = document.createComment("");
      e.before(place);
      return place;
    });
    for (var i = elements.length - 1; i > 0; i--) {
      var j = Math.floor(Math.random() * (i + 1)), kept = places[i];
      places[i] = places[j];
      places[j] = kept;
    }
    elements.forEach(function (e, i) { places[i].replaceWith(e); });
  }

  Lectern.dom = { element: element, icon: icon, button: button, rest: rest, goTo: goTo, shuffle: shuffle };
})(Lectern);
