// Takes the course along when the student asks for it: the button on the first page, and what comes of it. sw.js does
// the work; nothing of it is here before the button is pressed.
(function (Lectern) {
  "use strict";

  const dom = Lectern.dom, say = Lectern.say.bind(Lectern);
  const box = document.querySelector(".offline"), here = new URL(box.dataset.top || "./", location.href);
  const course = document.documentElement.dataset.course, ours = "lectern " + course + " " + here.pathname + " ";
  const line = dom.element("p", "how"), bar = dom.element("progress"), acts = dom.element("div", "acts");
  const save = dom.button("btn quiet", ""), remove = dom.button("btn quiet", "");
  let workers, saving = false, quarter = 0;

  async function copies() {
    return (await caches.keys()).filter(name => name.startsWith(ours));
  }

  // Who pressed a button that goes away is taken to what came of it.
  function show(state, sentence) {
    const left = state === "saved" ? save : remove, stranded = document.activeElement === left;
    saving = state === "saving";
    bar.hidden = !saving;
    dom.rest(save, saving);
    save.hidden = state === "saved";
    remove.hidden = !save.hidden;
    line.textContent = sentence;
    if (stranded && left.hidden) dom.goTo(line);
  }

  const failures = { QuotaExceededError: "offline-full", VersionError: "offline-changing" };

  function fail(why) {
    if (saving) show("", say(failures[why] || "offline-lost"));
  }

  function heard(news) {
    if (!saving || news.course !== course) return;
    if (news.failed) fail(news.failed);
    else if (news.saved) show("saved", say("offline-saved"));
    else {
      bar.max = news.all;
      bar.value = news.done;
      const now = Math.floor(4 * news.done / news.all);
      if (now <= quarter || now === 4) return; // the end has a sentence of its own
      quarter = now;
      line.textContent = say("offline-so-far", { percent: 25 * now });
    }
  }

  // Goes along with a worker until it has the course, and asks it once more when it says so.
  function follow(registration) {
    const worker = registration.installing || registration.waiting || registration.active;
    function look() {
      if (worker.state === "activated") worker.postMessage({ save: true });
      if (worker.state === "redundant") fail("");
    }
    worker.addEventListener("statechange", look);
    look();
  }

  function begin() {
    quarter = 0;
    bar.removeAttribute("value");
    show("saving", say("offline-saving"));
  }

  save.addEventListener("click", () => {
    if (saving) return;
    begin();
    workers.register(new URL("sw.js", here).href, { updateViaCache: "none" }).then(follow).catch(() => fail(""));
  });

  remove.addEventListener("click", async () => {
    const registration = await workers.getRegistration(here.href);
    if (registration) await registration.unregister();
    await Promise.all((await copies()).map(name => caches.delete(name)));
    show("", say("offline-removed"));
  });

  async function build() {
    workers = navigator.serviceWorker;
    // Where a browser keeps no copies, one of these fails and the page stays as it is.
    const registration = await workers.getRegistration(here.href), kept = await copies();
    const known = registration && registration.scope === here.href;
    bar.setAttribute("aria-label", say("offline-saving"));
    line.setAttribute("role", "status");
    save.append(dom.icon("download"), " " + say("offline-save", { size: box.dataset.size }));
    remove.append(say("offline-remove"));
    acts.append(save, remove);
    box.append(line, bar, acts);
    workers.addEventListener("message", event => heard(event.data));
    show("", say("offline-how"));
    if (known && registration.active && kept.length) show("saved", say("offline-saved"));
    else if (known && registration.installing) {
      begin();
      follow(registration);
    }
    box.hidden = false;
  }

  if (/^http/.test(location.protocol) && window.isSecureContext) build().catch(() => {});
})(Lectern);
