// Watching: shows the boxes of a screen one after another at a reading pace, then goes on. Only when asked to.
(function () {
  "use strict";
  var KEY = "tonton", timer = 0;
  var still = window.matchMedia && matchMedia("(prefers-reduced-motion: reduce)").matches;

  function playing(on) {
    try {
      if (on !== undefined) sessionStorage.setItem(KEY, on ? "1" : "");
      return sessionStorage.getItem(KEY) === "1";
    } catch (_) { return false; }
  }

  function mark(field) {
    document.querySelectorAll(".sorot").forEach(function (each) { each.classList.remove("sorot"); });
    if (!field) return;
    field.classList.add("sorot");
    field.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  }

  // 1.5 seconds, and as long as its words take at 200 a minute.
  function pause(field) { return 1500 + field.textContent.trim().split(/\s+/).length * 300; }

  function show(fields, at) {
    var next = document.querySelector("#layar[data-tonton] [data-action=lanjut]");
    mark(fields[at]);
    if (fields[at]) timer = setTimeout(show, Math.min(pause(fields[at]), 12000), fields, at + 1);
    else if (next) next.click();
  }

  // A fault and the end stop it: there something is to be read in peace.
  function refresh() {
    var button = document.querySelector("[data-action=putar]");
    clearTimeout(timer);
    if (!button) { playing(false); return; }
    button.hidden = false;
    button.setAttribute("aria-pressed", playing());
    button.querySelector("span").textContent = playing() ? "Berhenti" : "Putar sendiri";
    if (playing()) show([].slice.call(document.querySelectorAll("#layar [data-field]")), 0);
    else mark();
  }

  document.addEventListener("click", function (event) {
    if (!event.target.closest("[data-action=putar]")) return;
    playing(!playing());
    refresh();
  });
  document.addEventListener("htmx:afterSettle", refresh);
  refresh();
})();
