// What the frame and the kinds know of one question on the page, and how the
// outcome of marking is put beside its fields.
//
// A field is a named control of the form. The place around a field that takes
// its mark is the nearest .opt, else the nearest .slot, else its parent.
(function (Lectern) {
  "use strict";

  var signs = { right: "check", extra: "again", near: "half", missed: "" };

  Lectern.viewOf = function (form) {
    var dom = Lectern.dom;
    var view = {
      form: form,
      id: form.dataset.question,
      was: (form.dataset.was || "").split(" ").filter(Boolean), // names it had before
      points: Number(form.dataset.points || 1),
      kind: Lectern.kinds[form.dataset.kind],
      key: JSON.parse(form.querySelector("script[type='application/json']").textContent),
      stem: form.querySelector(".stem"),
      answer: form.querySelector("details.answer"),
      state: "fresh",
      tries: 0,
      limit: Number(form.dataset.tries || Infinity),
      say: Lectern.say.bind(Lectern)
    };

    // The controls whose values are the response, in the order of the page.
    view.fields = function () {
      return Array.from(form.elements).filter(function (e) { return e.name && e.name !== "sure" && e.type !== "hidden"; });
    };

    // What the form would send: names and their values. How sure somebody is
    // is no part of the answer.
    view.response = function () {
      var response = {};
      new FormData(form).forEach(function (value, name) {
        if (name !== "sure") (response[name] = response[name] || []).push(String(value));
      });
      return response;
    };

    // The words and the reasons of an answer stand in the page already.
    view.entry = function (id) { return view.answer.querySelector("[data-answer='" + id + "']"); };
    view.wordsOf = function (id) { return view.entry(id).querySelector(".words").textContent; };

    // Words in the language's quotation marks, but not twice.
    view.quoted = function (words) {
      return view.say("quoted", { words: words.trim().replace(/^[“"«„](.*)[”"»]$/, "$1").trim().replace(/\.$/, "") });
    };

    // Puts a copy of an answer's reason into a box; returns whether there is one.
    view.copyReason = function (id, part, into) {
      var entry = view.entry(id), reason = entry && entry.querySelector(part);
      if (!reason) return false;
      var copy = dom.element("div", "why");
      Array.from(reason.cloneNode(true).childNodes).forEach(function (n) { copy.appendChild(n); });
      into.appendChild(copy);
      return true;
    };

    // Gives an answer's reason in the result.
    view.explain = function (id) { return view.copyReason(id, ".reason", view.reasons); };

    // Says beside a field how it did: a sign, a word, and a look.
    view.flag = function (field, how, word) {
      var place = field.closest(".opt") || field.closest(".slot") || field.parentNode;
      if (place.querySelector(".mark")) return;
      var mark = dom.element("span", "mark");
      if (signs[how]) mark.appendChild(dom.icon(signs[how]));
      mark.appendChild(document.createTextNode(word || view.say("flag-" + how)));
      view.addMark(place, mark);
      place.classList.add({ extra: "is-no", near: "is-part" }[how] || "is-yes");
    };

    // Inside a label the mark becomes part of the field's name, and the ear
    // needs to know where the answer ends.
    view.addMark = function (place, mark) {
      if (place.localName === "label") place.appendChild(dom.element("i", "unseen pause", ", "));
      place.appendChild(mark);
    };

    // Gives an answer's reason right below a field.
    view.explainBelow = function (field, id, part) {
      var slot = dom.element("div", "option-why");
      slot.id = form.id + "-why-" + id;
      if (!(part && view.copyReason(id, part, slot)) && !view.copyReason(id, ".reason", slot)) return;
      var place = field.closest(".opt") || field.closest(".slot") || field;
      place.after(slot);
      field.setAttribute("aria-describedby", slot.id);
    };

    view.unflag = function () {
      form.querySelectorAll(".mark, .pause, .option-why, .err").forEach(function (e) { e.remove(); });
      form.querySelectorAll(".is-yes, .is-no, .is-part").forEach(function (e) { e.classList.remove("is-yes", "is-no", "is-part"); });
      view.fields().forEach(function (f) {
        f.removeAttribute("aria-invalid");
        if (f.dataset.how) f.setAttribute("aria-describedby", f.dataset.how);
        else f.removeAttribute("aria-describedby");
      });
    };

    return view;
  };
})(Lectern);
