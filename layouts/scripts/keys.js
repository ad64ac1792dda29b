// "/" and Ctrl K lead to the search page's field, unless somebody is writing or
// has switched them off there: who speaks to their computer says such keys by
// accident.
document.addEventListener("keydown", function (event) {
  var control = event.ctrlKey || event.metaKey, field = document.getElementById("search-field");
  if (event.altKey || event.key !== (control ? "k" : "/") || event.target.closest("input,select,textarea,[contenteditable]")) return;
  try {
    if (localStorage["lectern-keys"]) return;
  } catch (problem) { /* a browser that keeps nothing was not told to switch them off */ }
  event.preventDefault();
  if (field) field.focus();
  else location.href = document.querySelector(".to-search").href + "#search-field";
});
