// Reads aloud with the browser's own Indonesian voice; without one the buttons stay away.
(() => {
const D = document, S = window.speechSynthesis, BOX = "[role=group],article";
if (!S) return;
let read;
const voice = () => S.getVoices().find(v => /^i[dn]([-_]|$)/i.test(v.lang)),
word = w => { if (read) read.querySelector("span").textContent = w },
stop = () => { S.cancel(); word("Bacakan"); read = 0 },
show = () => D.querySelectorAll("[data-bacakan]").forEach(p => p.hidden = !voice());
D.addEventListener("click", e => {
const p = e.target.closest("[data-bacakan]"), again = p == read;
if (!p) return;
stop();
if (again) return;
read = p;
word("Berhenti");
const box = p.closest(BOX);
// Sentence by sentence: some voices fall silent after fifteen seconds.
const texts = [...box.querySelectorAll("h1,h2,h3,li,p")]
.filter(el => el.closest("[data-baca]") && el.closest(BOX) == box && !el.querySelector("p,li"))
.flatMap(el => el.innerText.match(/[^.!?\n]+[.!?]*/g) || []);
texts.forEach((t, i) => {
const u = new SpeechSynthesisUtterance(t);
u.voice = voice();
u.lang = "id-ID";
if (!texts[i + 1]) u.onend = stop;
S.speak(u) }) });
addEventListener("pagehide", stop);
D.addEventListener("htmx:load", () => { if (read && !read.isConnected) stop(); show() });
S.onvoiceschanged = show;
show()
})()
