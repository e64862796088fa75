// Practice: what HTML and htmx cannot do. Without this file everything works, only less live.
(function () {
  "use strict";
  var SYMBOLS = /[!@#$%^&*_-]/;
  var POINTS = {
    length: function (text) { return text.length >= 8; },
    letters: function (text) { return /[a-z]/.test(text) && /[A-Z]/.test(text); },
    digit: function (text) { return /[0-9]/.test(text); },
    symbol: function (text) { return SYMBOLS.test(text); }
  };

  // The portal's password checklist ticks itself while typing. The password goes nowhere.
  function tickChecklist(input) {
    var list = document.querySelector('[data-syarat="' + input.name + '"]');
    if (!list) return;
    list.querySelectorAll("[data-point]").forEach(function (item) {
      item.classList.toggle("y", POINTS[item.dataset.point](input.value));
    });
  }

  document.addEventListener("input", function (event) {
    if (event.target.type === "password") tickChecklist(event.target);
  });

  // The lists of regions reload by themselves, so their button is only for browsers without scripts.
  document.documentElement.classList.add("skrip");

  // The card stays when the next screen arrives; only the rows that are needed now change.
  function markCard() {
    var main = document.querySelector("main[data-screen]");
    document.querySelectorAll("#kartu [data-layar]").forEach(function (row) {
      row.classList.toggle("perlu", !!main && row.dataset.layar === main.dataset.screen);
    });
  }

  document.addEventListener("htmx:afterSettle", markCard);

  // A screen that arrives leaves out the provinces, which the page has already; a page without them asks once.
  var asked = false;
  function fillProvinces() {
    var list = document.getElementById("provinsi"), all = document.getElementById("semua-provinsi");
    if (!list || list.options.length > 1) return;
    if (all) list.appendChild(all.content.cloneNode(true));
    else if (!asked) htmx.trigger(list, "change");
    asked = true;
  }

  document.addEventListener("htmx:afterSettle", fillProvinces);
})();
