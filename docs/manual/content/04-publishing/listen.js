// Says on the page what was told about the latest mark.
document.addEventListener("quiz:marked", function (event) {
  var mark = event.detail;
  document.getElementById("heard").textContent =
    mark.id + ": " + mark.score + " of " + mark.max + " points, try " + mark.tries + ", " +
    JSON.stringify(mark.response);
});
