// A built page in jsdom, with its own styles and its own script.
"use strict";
const { JSDOM, VirtualConsole } = require("jsdom");
const browserparts = require("./browserparts");

// What CSS draws before and after an element, jsdom cannot tell. Of ours,
// none is to be heard.
const unheard = /getComputedStyle\(\) method: with pseudo-elements/;

// open returns the window of a page once its script has run. Whatever goes
// wrong on the page, then or later, is in faults.
async function open(address) {
  const faults = [], console = new VirtualConsole();
  console.on("jsdomError", (fault) => { if (!unheard.test(fault.message)) faults.push(String(fault.stack)); });
  console.on("error", (...said) => faults.push(said.join(" ")));
  const { window } = await JSDOM.fromURL(address, {
    runScripts: "dangerously", resources: "usable", pretendToBeVisual: true, virtualConsole: console,
    beforeParse: browserparts.beforeScripts,
  });
  await new Promise((done) => window.addEventListener("load", done, { once: true }));
  browserparts.afterScripts(window);
  return { window, faults };
}

module.exports = { open };
