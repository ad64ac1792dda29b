(function (Lectern) {
  "use strict";

  // mark.go holds the same rule.
  function mark(key, response) {
    var at = walk(key, response.step || []), answers = {}, none = { right: 0, extra: 0, missed: 0 };
    if (at.to) return Lectern.unscored("blank");
    if (at.score === undefined) return Lectern.unscored("unmarked");
    answers[at.id] = at.score >= 1 ? "right" : at.score > 0 ? "near" : "extra";
    return Lectern.scored(at.score, answers, none);
  }

  function walk(key, ids) {
    var at = key.steps[0];
    ids.every(function (id) {
      var known = at.to && at.to.indexOf(id) >= 0;
      if (known) at = key.steps.filter(function (s) { return s.id === id; })[0];
      return known;
    });
    return at;
  }

  // A way through is the list of the links one has followed.
  function last(path) { return path[path.length - 1]; }

  function sceneOf(view, link) {
    var id = link ? link.dataset.to : "";
    return view.scenes.filter(function (s) { return s.dataset.scene === id; })[0];
  }

  function linksFrom(view, link) { return Array.from(sceneOf(view, link).querySelectorAll(".ways a")); }

  function titleOf(scene) { return scene.querySelector(".stem, .scene-name"); }

  // What happened, to read again: a copy has no ids and nothing to press.
  function copyInto(row, part) {
    var copy = part.cloneNode(true);
    copy.querySelectorAll("[id]").forEach(function (e) { e.removeAttribute("id"); });
    copy.querySelectorAll("button").forEach(function (b) { b.replaceWith(b.textContent); });
    row.appendChild(copy);
  }

  function rowOf(view, link, here) {
    var dom = Lectern.dom, row = dom.element("li"), step = dom.element("input"), scene = sceneOf(view, link);
    step.type = "hidden";
    step.name = "step";
    step.value = link.dataset.to;
    row.append(dom.element("p", "chosen", view.say("scenario-chose", { choice: link.textContent })), step);
    if (here) return row;
    row.appendChild(dom.element("p", "past", titleOf(scene).lastElementChild.textContent));
    scene.querySelectorAll(".came[data-way='" + link.dataset.way + "'], .tale").forEach(copyInto.bind(null, row));
    return row;
  }

  // The opening, the way so far, and where one stands; everything else is hidden.
  function draw(view) {
    var link = last(view.path), here = sceneOf(view, link);
    view.scenes.forEach(function (scene, i) { scene.hidden = i > 0 && scene !== here; });
    view.scenes[0].querySelectorAll(".ways, .how").forEach(function (e) { e.hidden = !!link; });
    here.querySelectorAll(".came").forEach(function (came) { came.hidden = !link || came.dataset.way !== link.dataset.way; });
    view.trail.replaceChildren.apply(view.trail, view.path.map(function (l, i) { return rowOf(view, l, i === view.path.length - 1); }));
    view.trail.hidden = view.moves.hidden = !link;
    return here;
  }

  function stand(view, path) {
    view.path = path;
    var here = draw(view), end = !!here.querySelector(".end");
    if (end) view.seen[here.dataset.scene] = true;
    view.actions.hidden = !end;
    return end;
  }

  // The frame takes a mark back when it hears that something was changed. In
  // an exam it marks nothing yet, and there is nothing to press.
  function go(view, path) {
    var step = view.trail.querySelector("input");
    if (step) step.dispatchEvent(new Event("input", { bubbles: true }));
    if (stand(view, path)) view.check();
    view.actions.hidden = !view.form.dataset.verdict;
    var title = titleOf(sceneOf(view, last(path)));
    Lectern.dom.goTo(title);
    return title;
  }

  // The way that was kept, as far as it still leads.
  function fill(view, response) {
    var path = [];
    (response.step || []).every(function (id) {
      var link = linksFrom(view, last(path)).filter(function (l) { return l.dataset.to === id; })[0];
      if (link) path.push(link);
      return link;
    });
    stand(view, path);
  }

  function reset(view) {
    view.seen = {};
    stand(view, []);
  }

  // The shortest way to a step, for links from elsewhere.
  function wayTo(view, hash) {
    var ways = [[]], met = {};
    function add(way, link) {
      if (!met[link.hash]) ways.push(way.concat(link));
      met[link.hash] = true;
    }
    for (var i = 0; i < ways.length; i++) {
      if (ways[i].length && last(ways[i]).hash === hash) return ways[i];
      linksFrom(view, last(ways[i])).forEach(add.bind(null, ways[i]));
    }
  }

  function follow(view, hash) {
    var way = wayTo(view, hash);
    if (way) go(view, way);
    return !!way;
  }

  function onClick(view, event) {
    var link = event.target.closest("a[href*='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.pathname !== location.pathname) return;
    if (link.dataset.way && view.form.contains(link)) go(view, view.path.concat(link));
    else if (!follow(view, link.hash)) return;
    event.preventDefault();
  }

  function addMove(view, words, path) {
    var b = Lectern.dom.button("btn quiet", view.say(words));
    b.addEventListener("click", function () { go(view, path()); });
    view.moves.appendChild(b);
  }

  function setup(view) {
    var story = view.form.querySelector(".scenario");
    view.scenes = Array.from(story.querySelectorAll("[data-scene]"));
    view.seen = {};
    view.trail = Lectern.dom.element("ol", "trail");
    view.moves = Lectern.dom.element("div", "acts");
    addMove(view, "scenario-back", function () { return view.path.slice(0, -1); });
    addMove(view, "scenario-restart", function () { return []; });
    view.scenes[0].after(view.trail);
    story.appendChild(view.moves);
    story.classList.add("live");
    stand(view, []);
    document.addEventListener("click", onClick.bind(null, view));
    window.addEventListener("hashchange", function () { follow(view, location.hash); });
    window.addEventListener("load", function () { follow(view, location.hash); });
  }

  function again(view) { return go(view, []); }

  function summary(view, mark) {
    var n = Object.keys(view.seen).length, of = view.key.steps.filter(function (s) { return !s.to; }).length;
    var seen = view.say(n < of ? "scenario-seen" : of > 1 ? "scenario-seen-all" : "scenario-seen-it", { n: n, of: of });
    return mark.verdict === "unmarked" ? view.say("scenario-over") + " " + seen : seen;
  }

  Lectern.kinds.scenario = {
    mark: mark, show: function () {}, summary: summary, setup: setup, again: again, fill: fill, reset: reset,
    retry: "scenario-another", endsUnmarked: true
  };
})(Lectern);
