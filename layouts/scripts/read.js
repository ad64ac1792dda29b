// In a lesson that asks nothing, the student says when it is read, and may take
// it back.
(function (Lectern) {
  "use strict";

  var dom = Lectern.dom, store = Lectern.store, id = "lesson:" + document.body.dataset.lesson;

  function isRead() { return (store.read(id) || { response: {} }).response.read; }

  function toggle() {
    if (isRead()) return store.remove(id);
    return store.write(id, { response: { read: true }, state: "done", again: 0, at: Date.now() });
  }

  function build(next) {
    var box = dom.element("div", "acts on-screen"), button = dom.button("btn quiet"), line = dom.element("p", "how");
    button.append(dom.icon("check"), dom.element("span", "", Lectern.say("lesson-read")));
    line.setAttribute("role", "status");
    box.append(button, line);
    next.before(box);
    function show() {
      var read = !!isRead();
      button.setAttribute("aria-pressed", String(read));
      button.querySelector("svg").toggleAttribute("hidden", !read);
    }
    button.addEventListener("click", function () {
      line.textContent = toggle() === false ? Lectern.say("not-kept") : "";
      show();
    });
    window.addEventListener("storage", show);
    show();
  }

  document.addEventListener("quiz:ready", function () { build(document.querySelector("nav.pn")); });
})(Lectern);
