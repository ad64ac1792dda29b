// Asks how sure a student is, beside the answer and never instead of it.
(function (Lectern) {
  "use strict";

  var words = ["sure-not", "sure-fairly", "sure-very"];

  Lectern.askSure = function (view) {
    var dom = Lectern.dom;
    var group = dom.element("fieldset", "sure on-screen");
    group.appendChild(dom.element("legend", "", view.say("sure-question")));
    words.forEach(function (word, i) {
      var label = dom.element("label"), input = dom.element("input");
      input.type = "radio";
      input.name = "sure";
      input.value = i + 1;
      label.append(input, view.say(word));
      group.appendChild(label);
    });
    view.result.before(group);
    view.sure = {
      // 1 to 3, or 0 when the student did not say.
      value: function () {
        var chosen = group.querySelector(":checked");
        return chosen ? Number(chosen.value) : 0;
      },
      set: function (value) {
        if (value) group.querySelectorAll("input")[value - 1].checked = true;
      },
      // What there is to say when how sure somebody was and how it came out
      // differ: that is what is worth remembering.
      comment: function (mark) {
        var value = view.sure.value();
        if (value === 3 && mark.verdict !== "right") return view.say("sure-but-not-yet");
        if (value === 1 && mark.verdict === "right") return view.say("right-but-unsure");
        return "";
      }
    };
  };
})(Lectern);
