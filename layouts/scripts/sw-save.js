// The beginning of sw.js: how the whole course gets into a cache. `course` stands above: its id, its build, and for each
// file a fingerprint of its bytes and how many there are.
(function (Lectern, course) {
  "use strict";

  const scope = new URL("./", self.location).href;
  // Two courses on one host, or one course in two folders, never touch each other's caches.
  const ours = "lectern " + course.id + " " + new URL(scope).pathname + " ", mine = ours + course.build;

  function address(path) {
    return scope + path.split("/").map(encodeURIComponent).join("/");
  }

  async function names() {
    return (await caches.keys()).filter(name => name.startsWith(ours));
  }

  async function fingerprint(bytes) {
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(sum.slice(0, 8), byte => byte.toString(16).padStart(2, "0")).join("");
  }

  // A host in the middle of an update, or a hotel's page for logging in, must not get into the course: only the bytes of
  // this build will do. Headers that belong to the way here (redirects, compression) stay behind.
  async function asBuilt(answer, print) {
    const bytes = await answer.arrayBuffer();
    if (await fingerprint(bytes) !== print) return null;
    return new Response(bytes, { headers: { "content-type": answer.headers.get("content-type") || "", etag: print } });
  }

  // What any cache of this course holds is not asked for again: an update costs what has changed, a second try what was
  // missing.
  async function take(path, cache, others) {
    const print = course.files[path][0], url = address(path);
    for (const place of others) {
      const kept = await place.match(url);
      if (kept && kept.headers.get("etag") === print) return cache.put(url, kept);
    }
    for (const how of ["no-cache", "reload"]) {
      const good = await asBuilt(await fetch(url, { cache: how }), print);
      if (good) return cache.put(url, good);
    }
    throw new DOMException(path, "VersionError");
  }

  async function save(progress) {
    const cache = await caches.open(mine), here = new Set((await cache.keys()).map(request => request.url));
    const others = await Promise.all((await names()).filter(name => name !== mine).map(name => caches.open(name)));
    const todo = Object.keys(course.files);
    async function lane() {
      while (todo.length) {
        const path = todo.shift();
        if (!here.has(address(path))) await take(path, cache, others);
        progress(course.files[path][1]);
      }
    }
    const stop = why => { todo.length = 0; throw why; };
    await Promise.all([lane(), lane(), lane(), lane()].map(going => going.catch(stop)));
  }

  // The pages of this course hear of it, also those that came from the network.
  async function tell(news) {
    const pages = await clients.matchAll({ includeUncontrolled: true, type: "window" });
    for (const page of pages) if (page.url.startsWith(scope)) page.postMessage(Object.assign({ course: course.id }, news));
  }

  async function saveAloud() {
    const all = Object.keys(course.files).reduce((sum, path) => sum + course.files[path][1], 0);
    let done = 0;
    try {
      await save(bytes => { done += bytes; tell({ done: done, all: all }); });
    } catch (why) {
      await tell({ failed: why.name });
      throw why;
    }
  }

  self.addEventListener("install", event => {
    event.waitUntil(saveAloud().then(() => self.skipWaiting()));
  });

  // A registration can outlive its cache; the page asks, and is told only what is so.
  self.addEventListener("message", event => {
    if (event.data.save) event.waitUntil(saveAloud().then(() => tell({ saved: true }), () => {}));
  });

  Object.assign(Lectern, { scope: scope, mine: mine, names: names, address: address });
})(Lectern, course);
