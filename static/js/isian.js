// Practice forms, live: an amount in words while it is typed, and only the fields that count.
// Without this file the words come with the answer, and every field is there.
(function () {
  "use strict";
  var UNITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];
  var STEPS = [[1e12, "triliun"], [1e9, "miliar"], [1e6, "juta"], [1e3, "ribu"]];
  var SCALES = { ribu: 1e3, rb: 1e3, juta: 1e6, jt: 1e6, miliar: 1e9, milyar: 1e9, m: 1e9 };

  function join(head, rest) { return rest ? head + " " + inWords(rest) : head; }

  // The same forms as sandbox/domain/numbers.py.
  function inWords(n) {
    if (n < 12) return UNITS[n];
    if (n < 20) return UNITS[n - 10] + " belas";
    if (n < 100) return join(UNITS[Math.floor(n / 10)] + " puluh", n % 10);
    if (n < 200) return join("seratus", n - 100);
    if (n < 1000) return join(UNITS[Math.floor(n / 100)] + " ratus", n % 100);
    if (n < 2000) return join("seribu", n - 1000);
    for (var i = 0; i < STEPS.length; i++) {
      var size = STEPS[i][0];
      if (n >= size) return join(inWords(Math.floor(n / size)) + " " + STEPS[i][1], n % size);
    }
  }

  function amount(text) {
    text = text.trim().toLowerCase().replace(/^rp\.?\s*/, "").replace(/(,-|,00|\.-|,--)$/, "").replace(/\s*rupiah$/, "").trim();
    var spelled = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,3}))?\s*(ribu|rb|juta|jt|miliar|milyar|m)$/.exec(text);
    if (spelled) return Math.round(parseFloat(spelled[1].replace(/\./g, "") + "." + (spelled[2] || "0")) * SCALES[spelled[3]]);
    text = text.replace(/ /g, "");
    return /^(\d+|\d{1,3}(\.\d{3})+)$/.test(text) ? parseInt(text.replace(/\./g, ""), 10) : NaN;
  }

  function echo(input) {
    var line = document.querySelector('[data-gema="' + input.name + '"]');
    if (!line) return;
    var number = amount(input.value);
    line.textContent = number < 1e15 ? inWords(number) + " rupiah" : "";
  }

  // A field that hangs on another choice is shown once that choice is made.
  function showWhatCounts() {
    document.querySelectorAll("[data-bila]").forEach(function (field) {
      var name = field.dataset.bila;
      var chosen = document.querySelector('#layar [name="' + name + '"]:checked, #layar select[name="' + name + '"]');
      field.hidden = !!chosen && chosen.value !== field.dataset.nilai;
    });
  }

  document.addEventListener("input", function (event) { echo(event.target); });
  document.addEventListener("change", showWhatCounts);
  document.addEventListener("htmx:afterSettle", showWhatCounts);
  showWhatCounts();
})();
