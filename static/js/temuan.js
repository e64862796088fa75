// In the editor of a guide: a finding's link opens the tab with its step, and the findings follow each saved draft.
document.addEventListener("click", (event) => {
  const link = event.target.closest('.temuan a[href^="#baris-"]');
  const row = link && document.getElementById(link.hash.slice(1));
  const tab = row && row.closest('[role="tabpanel"]');
  if (!tab) return;
  event.preventDefault();
  document.querySelector(`[role="tab"][aria-controls="${tab.id}"], [role="tab"][href="#${tab.id}"]`)?.click();
  // The tab fades in, and the boxes above grow to what they hold only then.
  for (const wait of [300, 900]) setTimeout(() => row.scrollIntoView({ behavior: "instant" }), wait);
});

document.addEventListener("w-autosave:success", async () => {
  const list = document.querySelector('[data-temuan="daftar"]');
  if (!list) return;
  const answer = await fetch(list.dataset.alamat, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return; // the next saved draft asks again
  const { daftar, langkah } = await answer.json();
  const open = list.querySelector("details")?.open;
  list.outerHTML = daftar;
  const details = document.querySelector('[data-temuan="daftar"] details');
  if (details && open) details.open = true;
  for (const note of document.querySelectorAll(".temuan.catatan")) {
    if (langkah[note.dataset.temuan]) note.outerHTML = langkah[note.dataset.temuan];
  }
});
