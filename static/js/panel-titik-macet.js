// In the editor of a guide: the side panel's link to a step opens the tab on which the step's form stands.
document.addEventListener("click", (event) => {
  const link = event.target.closest('.panel a[href^="#baris-"]');
  const row = link && document.getElementById(link.hash.slice(1));
  const tab = row && row.closest('[role="tabpanel"]');
  if (!tab) return;
  event.preventDefault();
  document.querySelector(`[role="tab"][aria-controls="${tab.id}"], [role="tab"][href="#${tab.id}"]`)?.click();
  // The tab fades in, and the boxes above grow to what they hold only then.
  for (const wait of [300, 900]) setTimeout(() => row.scrollIntoView({ behavior: "instant" }), wait);
});
