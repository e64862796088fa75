// What was typed into a screen and not sent yet stays in this tab, on this device, until the screen is accepted:
// whoever opens the guide, or touches a link by accident, finds it again. Passwords, codes and long numbers that are
// not from the practice card are left out. Without this file, the guide opens beside the form instead.
(function () {
  "use strict";
  var PREFIX = "isian:", waiting = "", filling = false;

  function form() {
    var found = document.querySelector("#layar:not([data-tonton])");
    return found && !found.querySelector("[name=ulang]") ? found : null;
  }

  function keyOf(found) { return PREFIX + found.getAttribute("action").split("#")[0]; }

  function controls(found) {
    return Array.prototype.filter.call(found.elements, function (each) {
      return each.name && each.type !== "hidden" && each.type !== "password" && each.type !== "submit" &&
        each.className !== "kode" && !each.disabled;
    });
  }

  function isHarmless(text) {
    var digits = text.replace(/\D/g, "");
    return text.length <= 2000 && (digits.length < 13 || digits.slice(0, 2) === "99");
  }

  function keep() {
    var found = form(), kept = {};
    if (!found || filling) return;
    controls(found).forEach(function (each) {
      if (each.type === "radio" || each.type === "checkbox") { if (each.checked) kept[each.name] = each.value; }
      else if (each.value && isHarmless(each.value)) kept[each.name] = each.value;
    });
    try { sessionStorage.setItem(keyOf(found), JSON.stringify(kept)); } catch (error) { /* full or forbidden: as without scripts */ }
  }

  function fill(each, value) {
    if (each.type === "radio" || each.type === "checkbox") {
      if (each.value !== value || each.form.querySelector('[name="' + each.name + '"]:checked')) return;
      each.checked = true;
    } else {
      if (each.value || (each.tagName === "SELECT" && !each.querySelector('option[value="' + value.replace(/["\\]/g, "") + '"]'))) return;
      each.value = value;
    }
    each.dispatchEvent(new Event("input", { bubbles: true }));
    each.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function restore() {
    var found = form(), key = found && keyOf(found), kept = {};
    try {
      // The screen that was sent is not here any more: it was accepted.
      if (waiting && waiting !== key) sessionStorage.removeItem(waiting);
      waiting = "";
      kept = JSON.parse((key && sessionStorage.getItem(key)) || "{}");
    } catch (error) { return; }
    // Each list of regions opens the next: they are filled one after the other, as they arrive.
    filling = true;
    if (found) controls(found).forEach(function (each) { if (kept[each.name]) fill(each, kept[each.name]); });
    filling = false;
  }

  document.addEventListener("input", function (event) { if (event.target.form && event.target.form === form()) keep(); });
  document.addEventListener("submit", function (event) {
    if (event.target !== form()) return;
    keep();
    waiting = keyOf(event.target);
    try { sessionStorage.setItem("isian-terkirim", waiting); } catch (error) { /* as above */ }
  });
  document.addEventListener("htmx:afterSettle", restore);
  try { waiting = sessionStorage.getItem("isian-terkirim") || ""; } catch (error) { /* as above */ }
  document.addEventListener("DOMContentLoaded", restore);  // after htmx, which reloads the lists
})();
