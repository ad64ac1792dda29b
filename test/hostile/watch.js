// Comes before everything else on a page, and notes what must not be: that some of the text ran, that the page's policy
// had to refuse something, that something was asked for and is not there, that a script gave up.
window.watched = { evil: 0, refused: [], broken: [] };
window.evil = function () { watched.evil++; };
document.addEventListener("securitypolicyviolation", function (event) {
  watched.refused.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample);
});
window.addEventListener("error", function (event) {
  watched.broken.push(event.message || event.target.outerHTML || "something");
}, true);
window.addEventListener("unhandledrejection", function (event) { watched.broken.push(String(event.reason)); });

// What a page looks like to who mistrusts it.
window.look = function () {
  var strange = "x-evil, iframe, math, object, embed, base, plaintext, meta[http-equiv=refresh], [onerror], [onload], [onclick], [onfocus], [onmouseover], [ontoggle], " +
    "[href^='javascript:' i], [src^='javascript:' i], [action], [srcdoc], [style*=evil], img[src=x]";
  return {
    watched: watched, at: location.href, shown: document.body.innerText.split("<x-evil>").length - 1, title: document.title,
    strange: Array.from(document.querySelectorAll(strange)).map(function (e) { return e.outerHTML.slice(0, 200); }),
    elsewhere: performance.getEntriesByType("resource").map(function (r) { return r.name; }).filter(function (name) { return name.indexOf(location.origin) !== 0; })
  };
};

// Does everything that there is to do on a page, with this text where something is typed.
window.useEverything = function (text) {
  function all(selector, inside) {
    return Array.from((inside || document).querySelectorAll(selector)).filter(function (e) { return e.getClientRects().length > 0; });
  }
  function press(e) { e.click(); }
  function fill(field) {
    if (/^(radio|checkbox)$/.test(field.type)) return field.click();
    if (field.options) field.selectedIndex = field.options.length - 1;
    else if (field.type !== "file") field.value = field.inputMode === "decimal" ? "46" : text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  document.querySelectorAll("details").forEach(function (d) { d.open = true; });
  all("button.term, .turn").forEach(press);
  all("form[data-question]").forEach(function (form) {
    for (var i = 0; i < 2; i++) all(".ways a", form).slice(0, 1).forEach(press);
    for (var turn = 0; turn < 2; turn++) {
      all("input, select, textarea", form).forEach(fill);
      for (var b = 0; b < 4; b++) all(".acts button", form).slice(b, b + 1).forEach(press);
    }
  });
  all(".results button, [data-quiz] > .results button").concat(all(".results button")).forEach(press);
  all("main input:not([type=file]):not(form input)").forEach(fill);
  return new Promise(function (done) { requestAnimationFrame(function () { requestAnimationFrame(function () { done(look()); }); }); });
};
