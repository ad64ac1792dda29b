// Reminders as a calendar's file (RFC 5545): one event of a whole day for each
// day on which something comes back. It needs no document: node loads it for
// the tests.
(function (Lectern) {
  "use strict";

  var longestLine = 75; // bytes

  function bytesOf(text) { return new TextEncoder().encode(text).length; }

  // A line goes on in the next one after a blank; no character is cut.
  function fold(line) {
    var lines = [], now = "";
    Array.from(line).forEach(function (character) {
      if (bytesOf(now + character) > longestLine) {
        lines.push(now);
        now = " ";
      }
      now += character;
    });
    return lines.concat(now).join("\r\n");
  }

  function escaped(text) {
    return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n").replace(/[\u0000-\u001f\u007f]/g, "");
  }

  function written(day) { return Lectern.days.name(day).replace(/-/g, ""); }

  function stamp(time) { return new Date(time).toISOString().replace(/[-:]|\.\d+/g, ""); }

  // The same day of the same course is the same event, so that a file brought
  // in again replaces what an earlier one brought. about: course (its id),
  // title, text, address (or ""), now.
  function event(day, about) {
    return [
      "BEGIN:VEVENT",
      "UID:" + written(day) + "-" + encodeURIComponent(about.course) + "@review.lectern",
      "DTSTAMP:" + stamp(about.now),
      "DTSTART;VALUE=DATE:" + written(day),
      "DTEND;VALUE=DATE:" + written(day + 1),
      "SUMMARY:" + escaped(about.title),
      "DESCRIPTION:" + escaped(about.text),
      about.address && "URL:" + about.address,
      "TRANSP:TRANSPARENT",
      "END:VEVENT"
    ];
  }

  Lectern.calendar = function (days, about) {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lectern//Review//EN"];
    days.forEach(function (day) { lines = lines.concat(event(day, about)); });
    return lines.concat("END:VCALENDAR", "").filter(function (line, i, all) { return line || i === all.length - 1; }).map(fold).join("\r\n");
  };
})(Lectern);
