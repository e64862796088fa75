// Ticks of the things to prepare are kept at once, without asking the network, in the cookie that
// tutorials/prepare.py reads: fingerprints joined by dots, the newest last. The button that saves them is not needed.
(function () {
  "use strict";
  var form = document.getElementById("siapkan");
  if (!form) return;
  form.querySelector("[data-action=simpan-centang]").hidden = true;
  form.addEventListener("change", function () {
    var boxes = [].slice.call(form.querySelectorAll("[name=siap]"));
    var own = boxes.map(function (box) { return box.value; });
    var kept = (/(?:^|; )siap=([0-9a-f.]*)/.exec(document.cookie) || ["", ""])[1].split(".").filter(function (mark) {
      return mark && own.indexOf(mark) < 0;
    });
    boxes.forEach(function (box) { if (box.checked) kept.push(box.value); });
    document.cookie = "siap=" + kept.slice(-100).join(".") + ";path=/;max-age=31536000;samesite=lax" +
      (location.protocol === "https:" ? ";secure" : "");
  });
})();
