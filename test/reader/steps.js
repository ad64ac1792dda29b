// The steps a log is made of. Each line that begins with ">" is one; what is
// heard stands below it.
"use strict";
const { open } = require("./page");
const { Ear } = require("./ear");

const steps = [
  [/^open (\S+), (question|quiz) (\S+)$/, async (visit, page, what, id) => {
    await visit.leave();
    visit.page = await open(visit.site + page);
    const part = visit.page.window.document.querySelector(`[data-${what}="${id}"]`);
    if (!part) throw new Error(`${page} has no ${what} ${id}`);
    visit.ear = new Ear(visit.page.window, part);
    await visit.ear.start();
    return [];
  }],
  [/^read everything$/, ({ ear }) => ear.read()],
  [/^read what is new$/, ({ ear }) => ear.readNew()],
  [/^press (.+)$/, async ({ ear }, sound) => {
    const target = await ear.focus(sound);
    const key = /^(radio|checkbox)$/.test(target.type) ? " " : "Enter";
    return ear.during((reader) => reader.press(key));
  }],
  [/^type "(.*)" into (.+)$/, async ({ ear }, words, sound) => {
    const field = await ear.focus(sound);
    field.select(); // as Tab does: what is typed replaces what was there
    return ear.during((reader) => reader.press("Delete").then(() => reader.type(words)));
  }],
  [/^choose "(.+)" in (.+)$/, async ({ ear }, words, sound) => {
    const menu = await ear.focus(sound);
    const way = Array.from(menu.options, (o) => o.text).indexOf(words) - menu.selectedIndex;
    return ear.during(async (reader) => {
      for (let i = 0; i < Math.abs(way); i++) await reader.press(way > 0 ? "ArrowDown" : "ArrowUp");
    });
  }],
];

class Visit {
  constructor(site) { this.site = site; }

  async do(line) {
    for (const [pattern, step] of steps) {
      const match = pattern.exec(line);
      if (!match) continue;
      const heard = await step(this, ...match.slice(1));
      if (this.page.faults.length) throw new Error(this.page.faults.join("\n"));
      return heard;
    }
    throw new Error("there is no such step");
  }

  async leave() {
    if (!this.page) return;
    await this.ear.stop();
    this.page.window.close();
  }
}

module.exports = { Visit };
