// The boxes of a step's "kendala", "gangguan" and "layar lain": fetched once a kind, when the first list is opened.
(() => {
  const fetched = new Map();
  const choicesOf = (kind) => {
    if (!fetched.has(kind)) {
      const answer = fetch(`/admin/pilihan-langkah/${kind}/`).then((response) => {
        if (!response.ok) throw new Error(response.status);
        return response.json();
      });
      answer.catch(() => fetched.delete(kind));
      fetched.set(kind, answer);
    }
    return fetched.get(kind);
  };
  const box = (name, value, text) => {
    const row = document.createElement("div");
    const label = row.appendChild(document.createElement("label"));
    const input = Object.assign(document.createElement("input"), { type: "checkbox", name, value });
    label.append(input, " ", text);
    return row;
  };
  const fill = (details, groups) => {
    const list = details.querySelector("div");
    const there = new Set([...list.querySelectorAll("input")].map((input) => input.value));
    for (const [heading, choices] of groups) {
      const missing = choices.filter(([value]) => !there.has(value));
      if (heading && missing.length) list.appendChild(document.createElement("p")).textContent = heading;
      missing.forEach(([value, text]) => list.append(box(details.dataset.nama, value, text)));
    }
    details.dataset.lengkap = "";
  };
  const told = (details, words) => {
    const note = details.querySelector("[role=status]") || details.appendChild(document.createElement("p"));
    note.setAttribute("role", "status");
    note.textContent = words;
  };
  // "toggle" does not bubble: it is heard on its way down.
  document.addEventListener("toggle", ({ target }) => {
    if (!target.open || !target.dataset?.pilihan || "lengkap" in target.dataset) return;
    told(target, "Pilihan sedang dibuka …");
    choicesOf(target.dataset.pilihan).then(
      (groups) => { fill(target, groups); told(target, ""); },
      () => told(target, "Pilihan belum bisa dibuka. Periksa sambungan, lalu tutup dan buka lagi daftar ini."),
    );
  }, true);
  // The line that names what is ticked follows at once.
  document.addEventListener("change", ({ target }) => {
    const details = target.closest?.("details[data-pilihan]");
    if (!details) return;
    const ticked = [...details.querySelectorAll("input:checked")].map((input) => input.parentElement.textContent.trim());
    details.querySelector("summary").textContent = ticked.join("; ") || "Belum ada yang dipilih";
  });
})();
