// The lessons that the pages about progress speak of: those of which this
// browser keeps something, and their neighbours. The build writes Lectern.course
// above this (internal/site/pieces.go): all lessons of a small course, or else
// the pieces of a list of names, which says where each lesson is found.
(function (Lectern) {
  "use strict";

  var course = Lectern.course, asked = Object.create(null), there = {}, status;

  function address(kind, digest) { return "assets/" + kind + "." + digest + ".js"; }

  // Records of other kinds have the names of lessons or questions in theirs.
  function isUnknown(name) { return course.names && !asked[name] && /^lesson:|^[^:]*$/.test(name); }

  // Reads the lesson that a record is of; nothing for one of a lesson or question
  // that is gone.
  function find(name) {
    var piece = course.names.filter(function (p) { return p[0] <= name; }).pop();
    return piece && Lectern.load(address("names", piece[1])).then(function (files) {
      var file = files.find(function (f) { return f[1].indexOf(name) >= 0; });
      return file && take(file[0]);
    });
  }

  function know(name) { asked[name] = true; }

  function take(digest) {
    return Lectern.load(address("lessons", digest)).then(function (lessons) {
      if (there[digest]) return;
      there[digest] = true;
      course.lessons = course.lessons.concat(lessons).sort(function (a, b) { return a.number - b.number; });
      lessons.forEach(function (l) {
        know("lesson:" + l.name);
        (l.terms || []).forEach(know);
        (l.questions || []).forEach(function (q) { [q.id].concat(q.was || []).forEach(know); });
      });
    });
  }

  function lookUp(names) {
    return Promise.all(names.map(find)).then(function () { names.forEach(know); });
  }

  function tell(sentence) {
    status.textContent = sentence;
    status.hidden = !sentence;
  }

  // Calls then when course.lessons has every lesson that one of these records is
  // of: at once where it has them already. The records of lessons go first, since
  // most answers are of lessons that have one.
  course.of = function (names, then, otherwise) {
    var unknown = names.filter(isUnknown);
    if (!unknown.length) return then();
    lookUp(unknown.filter(function (name) { return name.indexOf(":") > 0; })).then(function () {
      return lookUp(names.filter(isUnknown));
    }).then(function () {
      tell("");
      then();
    }, function () {
      tell(Lectern.say("course-failed"));
      if (otherwise) otherwise();
    });
  };

  // The same for all that is kept of the course.
  course.ofKept = function (then) { course.of(Lectern.store.ids(), then); };

  status = Lectern.dom.element("p", "note");
  status.setAttribute("role", "status");
  (document.querySelector("main .lead") || document.querySelector("h1")).after(status);
  tell("");
})(Lectern);
