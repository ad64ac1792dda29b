// In the preview nothing is kept on the device: a page out of a cache would be the one before the last edit. This
// worker takes the place of one that a built site has left at this address, clears its copies away, and goes.
(function () {
  "use strict";

  var former = self.registration.active;

  self.addEventListener("install", function () { self.skipWaiting(); });

  function clear(names) {
    return Promise.all(names.filter(function (name) { return name.indexOf("lectern ") === 0; }).map(function (name) {
      return caches.delete(name);
    }));
  }

  // What the worker before it has opened is an old page.
  function openAnew(pages) {
    return Promise.all(pages.map(function (page) { return former ? page.navigate(page.url) : page.postMessage({ failed: "" }); }));
  }

  self.addEventListener("activate", function (event) {
    event.waitUntil(caches.keys().then(clear).then(function () { return self.registration.unregister(); }).then(function () {
      return self.clients.matchAll({ type: "window", includeUncontrolled: true });
    }).then(openAnew).catch(function () {}));
  });
})();
