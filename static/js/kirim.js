// A form that htmx sends: say that it is on its way, and what to do when it did not arrive.
(function () {
  "use strict";

  function formOf(event) {
    var pressed = event.detail.elt;
    return pressed.form || pressed.closest("form");
  }

  function say(form, sentence) {
    var line = form && form.querySelector("[data-kabar]");
    if (!form || (!line && !sentence)) return;
    if (!line) {
      line = document.createElement("p");
      line.setAttribute("role", "status");
      line.setAttribute("data-kabar", "");
      form.appendChild(line);
    }
    line.textContent = sentence;
  }

  // A list that reloads by itself was not sent by anybody: no word about it unless it fails.
  document.addEventListener("htmx:beforeRequest", function (event) {
    var form = formOf(event), pressed = event.detail.elt;
    if (pressed === form || pressed.type === "submit") say(form, "Sedang dikirim…");
  });

  document.addEventListener("htmx:afterRequest", function (event) {
    if (event.detail.successful) say(formOf(event), "");
  });

  ["htmx:sendError", "htmx:timeout", "htmx:responseError"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var form = formOf(event), kept = form && form.id === "layar" ? " Isian Anda masih ada di sini." : "";
      say(form, "Belum terkirim." + kept + " Tunggu sebentar, lalu tekan tombolnya lagi.");
    });
  });
})();
