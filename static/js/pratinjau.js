/* The phone preview: text and pictures appear in the frame when they would on the chosen network. */
(() => {
  "use strict";
  const frame = document.getElementById("bingkai"), button = document.getElementById("putar");
  const clock = document.getElementById("detik");
  let timers = [];

  function show(hidden) {
    const page = frame.contentDocument;
    page.body.style.visibility = hidden === "all" ? "hidden" : "";
    for (const picture of page.querySelectorAll(".layar")) picture.style.opacity = hidden ? "0" : "";
  }

  function play() {
    timers.forEach(clearTimeout);
    const text = frame.dataset.teks * 1000, picture = (frame.dataset.gambar || 0) * 1000;
    const last = Math.max(text, picture), began = Date.now();
    show("all");
    timers = [setTimeout(() => show("pictures"), text), setTimeout(() => show(""), last)];
    (function tick() {
      const passed = Math.min(Date.now() - began, last);
      clock.textContent = `${(passed / 1000).toFixed(1).replace(".", ",")} detik`;
      if (passed < last) timers.push(setTimeout(tick, 100));
    })();
  }

  button.hidden = false;
  button.addEventListener("click", play);
})();
