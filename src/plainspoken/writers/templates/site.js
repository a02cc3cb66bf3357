(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("ui-data").textContent).search;
  var form = document.getElementById("ui-search");
  var field = document.getElementById("ui-query");
  var found = document.getElementById("ui-found");
  var rows = Array.prototype.slice.call(document.getElementById("ui-stories").children);
  var signs = new RegExp(data.signs, "gu");
  var unspaced = new RegExp("(" + data.unspaced + "+)", "u");
  var waiting = 0;

  function fold(text) {
    var bare = text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(signs, "").normalize("NFC");
    return Array.from(bare, function (letter) { return data.same[letter] || letter; }).join("");
  }

  // What must stand in a row's words: the beginning of a word, or a pair of letters where words aren't parted.
  function wanted(text) {
    var needles = [];
    (fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) || []).forEach(function (word) {
      word.split(unspaced).forEach(function (piece, place) {
        if (!piece) return;
        if (place % 2 === 0) return needles.push(" " + piece);
        var letters = Array.from(piece);
        if (letters.length === 1) return needles.push(piece);
        for (var at = 0; at + 1 < letters.length; at += 1) needles.push(" " + letters[at] + letters[at + 1]);
      });
    });
    return needles;
  }

  function search() {
    var needles = wanted(field.value);
    var count = 0;
    rows.forEach(function (row, place) {
      row.hidden = !needles.every(function (needle) { return data.rows[place].indexOf(needle) >= 0; });
      if (!row.hidden) count += 1;
    });
    found.textContent = needles.length ? data.found.replace("{}", count) : "";
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); search(); });
  field.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(search, 120); });
  form.hidden = false;
  search();
})();
