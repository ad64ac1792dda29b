// Progress as a file: saved here, brought in on another device.
(function (Lectern) {
  "use strict";

  var say = Lectern.say.bind(Lectern), store = Lectern.store, course = document.documentElement.dataset.course;

  function save() {
    var now = new Date().toISOString(), name = course + "-" + now.slice(0, 10) + ".json";
    Lectern.download(name, Lectern.merge.pack(course, store, now), "application/json");
    tell(say("export-done", { name: name }));
  }

  function tell(sentence) { document.getElementById("file-status").textContent = sentence; }

  function bringIn(text) {
    var file = Lectern.merge.unpack(text, course);
    if (file.problem) return tell(say(file.problem));
    Lectern.course.of(store.ids().concat(Object.keys(file.records)), function () { add(file.records); }, function () { tell(say("import-parts")); });
  }

  // The lessons of all that is here and in the file are known now.
  function add(records) {
    var told = Lectern.merge.into(store, records, Lectern.course.lessons);
    if (told.failed) return tell(say("import-full"));
    Lectern.course.lessons.forEach(function (l) {
      var record = Lectern.tally.recordOf(l, store);
      if (record) store.write("lesson:" + l.name, record);
    });
    tell(say("import-done", told));
    document.dispatchEvent(new CustomEvent("kept:changed"));
  }

  document.addEventListener("quiz:ready", function () {
    var field = document.getElementById("bring");
    document.getElementById("save").addEventListener("click", save);
    field.addEventListener("change", function () {
      var reader = new FileReader();
      if (!field.files[0]) return;
      reader.onload = function () {
        bringIn(String(reader.result));
        field.value = "";
      };
      reader.onerror = function () { tell(say("import-broken")); };
      reader.readAsText(field.files[0]);
    });
  });
})(Lectern);
