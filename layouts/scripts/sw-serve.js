// The end of sw.js: pages out of the cache. A page is of the newest build that has been saved whole, and everything it
// asks for is of the same build, however long it stays open.
(function (Lectern, course) {
  "use strict";

  const scope = Lectern.scope, mine = Lectern.mine, address = Lectern.address;

  // A worker is put to sleep and forgets, so a cache notes the pages that were opened from it.
  const note = page => scope + "?page=" + page;
  const notes = cache => cache.keys(scope, { ignoreSearch: true });

  // To open a cache that is gone would make an empty one.
  const kept = (url, name) => caches.match(url, { cacheName: name, ignoreSearch: true });

  async function cacheOf(page) {
    for (const name of await Lectern.names()) {
      if (await caches.match(note(page), { cacheName: name })) return name;
    }
    return mine;
  }

  // The file that an address names, "" when none of this build has it.
  function fileAt(url) {
    let path = new URL(url).pathname.slice(new URL(scope).pathname.length);
    try { path = decodeURIComponent(path); } catch (e) { return ""; }
    if (path === "" || path.endsWith("/")) path += "index.html";
    return [path, path + ".html"].find(name => name in course.files) || "";
  }

  async function page(event) {
    const file = fileAt(event.request.url), answer = file && await kept(address(file), mine);
    if (!answer) return elsewhere(event.request);
    const cache = await caches.open(mine);
    if (event.resultingClientId) await cache.put(note(event.resultingClientId), new Response());
    event.waitUntil(tidy(cache, event.resultingClientId).then(look).catch(() => {}));
    return answer;
  }

  // A folder without its slash, a page that is not of the course, or none at all.
  async function elsewhere(request) {
    const folder = request.url.replace(/[?#].*/, "") + "/";
    if (fileAt(folder)) return Response.redirect(folder);
    try {
      return await fetch(request);
    } catch (offline) {
      const missing = address("404.html");
      if (request.url !== missing && await kept(missing, mine)) return Response.redirect(missing);
      throw offline;
    }
  }

  async function file(event) {
    const path = fileAt(event.request.url), url = path ? address(path) : event.request.url;
    return await kept(url, await cacheOf(event.clientId)) || fetch(event.request);
  }

  // A former build goes when the last of its pages is closed.
  async function tidy(current, newest) {
    const open = new Set((await clients.matchAll({ includeUncontrolled: true, type: "all" })).map(page => note(page.id)));
    open.add(note(newest));
    for (const name of await Lectern.names()) {
      const cache = name === mine ? current : await caches.open(name), pages = await notes(cache);
      const closed = pages.filter(request => !open.has(request.url));
      if (name === mine) await Promise.all(closed.map(request => cache.delete(request)));
      else if (pages.length && closed.length === pages.length) await caches.delete(name);
    }
  }

  // Asks for a newer build. A host that has no course here any more lets its students go.
  async function look() {
    const answer = await fetch(self.location.href, { method: "HEAD", cache: "no-store" });
    if (answer.status !== 404 && answer.status !== 410) return self.registration.update();
    await Promise.all((await Lectern.names()).map(name => caches.delete(name)));
    await self.registration.unregister(); // last: it may be the end of this worker
  }

  // The pages of another language lie in a folder that is named after it.
  function spokenOn(url) {
    return (course.words || {})[url.slice(scope.length).split("/")[0]] || Lectern.words;
  }

  // A cache that no page was opened from is what is left of a save that was broken off.
  async function begin() {
    for (const name of await Lectern.names()) {
      if (name !== mine && !(await notes(await caches.open(name))).length) await caches.delete(name);
    }
    for (const page of await clients.matchAll({ type: "window" })) {
      const words = spokenOn(page.url);
      page.postMessage({ newer: words["offline-newer"], load: words["offline-load"] });
    }
  }

  self.addEventListener("activate", event => event.waitUntil(begin()));

  self.addEventListener("fetch", event => {
    const request = event.request;
    if (request.method !== "GET" || !request.url.startsWith(scope)) return;
    event.respondWith(request.mode === "navigate" ? page(event) : file(event));
  });
})(Lectern, course);
