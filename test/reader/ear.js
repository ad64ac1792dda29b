// One question as the virtual screen reader says it: everything from its
// beginning to its end, or what is heard when something in it is used.
"use strict";
const { Virtual } = require("@guidepup/virtual-screen-reader");

// What other readers do not say, or say together with something else: where
// paragraphs and emphasis begin and end, what opens around a summary, the place
// of a result, a legend beside its group's name, the options of a closed menu,
// what a heading consists of, and where a menu or an item of a list ends.
const headings = "h1, h2, h3, h4, h5, h6";
const silent = "p, em, strong, b, details, [role=status], legend, option";
const silentEnd = "select, li, " + headings;

class Ear {
  constructor(window, form) {
    Object.assign(this, { window, form, reader: new Virtual(), known: [] });
  }

  async start() {
    await this.reader.start({ container: this.form, window: this.window });
    this.top = await this.reader.lastSpokenPhrase();
  }

  stop() { return this.reader.stop(); }

  async read() {
    const all = [];
    await this.goTo(this.top);
    for (let phrase = this.top; phrase !== "end of " + this.top; phrase = await this.next()) {
      if (this.isSaid(phrase)) all.push(this.wording(phrase));
    }
    this.known = all;
    return all;
  }

  // What was not there when everything was read the last time.
  async readNew() {
    const before = [...this.known];
    return (await this.read()).filter((phrase) => {
      const at = before.indexOf(phrase);
      if (at >= 0) before.splice(at, 1);
      return at < 0;
    });
  }

  isSaid(phrase) {
    const node = this.reader.activeNode, label = node.parentNode.closest("label");
    if (node.parentNode.closest(headings)) return false;
    if (node.nodeType === node.TEXT_NODE) return !label || !label.contains(label.control); // the field has said it
    return !node.matches(silent) && !(phrase.startsWith("end of ") && node.matches(silentEnd));
  }

  // Goes on until something sounds like this, and returns its element.
  async goTo(sound) {
    let phrase = await this.reader.lastSpokenPhrase(), rounds = 0;
    while (!this.wording(phrase).startsWith(sound)) {
      phrase = await this.next();
      if (phrase === this.top && ++rounds === 2) throw new Error(`nothing in this question sounds like "${sound}"`);
    }
    return this.reader.activeNode;
  }

  // The same with the keyboard, which says it again.
  async focus(sound) {
    const target = await this.goTo(sound);
    await this.during(() => target.focus());
    if (target !== this.window.document.activeElement) throw new Error(`the keyboard cannot get to "${sound}"`);
    return target;
  }

  async next() {
    await this.reader.next();
    return this.reader.lastSpokenPhrase();
  }

  // What is said of its own accord while something is done.
  async during(something) {
    await this.reader.clearSpokenPhraseLog();
    await something(this.reader);
    await new Promise((queued) => setTimeout(queued, 0)); // the page's and the reader's queues come first
    const heard = (await this.reader.spokenPhraseLog()).map((phrase) => this.wording(phrase));
    // A region that is spoken as a whole is there once for each change in it.
    return heard.filter((phrase, i) => phrase !== "polite: " && !(phrase.startsWith("polite: ") && phrase === heard[i - 1]));
  }

  // The phrase as other readers word it: the end of a group without its name, a
  // menu with its option's words instead of the value that is sent, and a pause
  // between the paragraphs of a result.
  wording(phrase) {
    for (const { value, text } of this.form.querySelectorAll("option")) {
      if (value) phrase = phrase.replace(", " + value, phrase.startsWith("option, ") ? "" : ", " + text);
    }
    for (const status of this.form.querySelectorAll("[role=status]")) {
      const paragraphs = Array.from(status.children, (p) => p.textContent);
      if (phrase === "polite: " + paragraphs.join("")) phrase = "polite: " + paragraphs.join(" / ");
    }
    return phrase.replace(/^(end of [a-z]+),.*/, "$1");
  }
}

module.exports = { Ear };
