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

  // Takes the keyboard to a heading, which it leaves as it was.
  function goTo(heading) {
    heading.tabIndex = -1;
    heading.addEventListener("blur", function () { heading.removeAttribute("tabindex"); }, { once: true });
    heading.focus();
    return heading;
  }

  Lectern.dom = { element: element, icon: icon, button: button, goTo: goTo };
})(Lectern);
