// Goes through logs step by step and writes down anew what is heard. Reads
// {site: address, logs: {name: text}} and writes {name: text}.
"use strict";
const { Visit } = require("./steps");

// What is said between the steps is old; comments and steps are kept.
async function listen(site, text) {
  const visit = new Visit(site), log = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("#")) log.push(line);
    if (!line.startsWith("> ")) continue;
    try {
      log.push("", line, ...(await visit.do(line.slice(2))));
    } catch (problem) {
      throw new Error(`${line}: ${problem.stack}`);
    }
  }
  await visit.leave();
  return log.join("\n").trim() + "\n";
}

async function main() {
  const { site, logs } = JSON.parse(require("fs").readFileSync(0, "utf8"));
  const heard = {};
  for (const [name, text] of Object.entries(logs)) heard[name] = await listen(site, text);
  process.stdout.write(JSON.stringify(heard));
}

main().catch((problem) => {
  process.stderr.write(problem.stack + "\n");
  process.exit(1);
});
