// Formulir bagian alur di dalam Wagtail: blok paling luar, dan kotak yang tidak dipakai jenis isian ini.
(() => {
  const { StructBlockDefinition } = window.wagtailStreamField.blocks;

  // Kotak → jenis isian yang memakainya. Yang tidak disebut dipakai semua jenis.
  const asked = ["!", "review", "derived", "note"]; // "!": semua kecuali ini
  const USED_BY = {
    options: ["choice", "radio"],
    digits: ["digits", "one_time_code"],
    derive: ["derived"],
    sources: ["derived", "kbli_successor"],
    lines: ["review"],
    hint: asked, why: asked, placeholder: asked, example: asked, required: asked, rules: asked, texts: asked,
  };

  const uses = (types, type) => (types[0] === "!" ? !types.includes(type) : types.includes(type));

  const isEmpty = (box) => {
    const count = box.querySelector(':scope > div input[name$="-count"]');
    if (count) return ![...box.querySelectorAll('input[name$="-deleted"]')].some((input) => !input.value);
    return [...box.querySelectorAll("input, textarea, select")].every(
      (control) => control.type === "checkbox" || !control.value,
    );
  };

  // Yang terisi tetap tampil, supaya tidak ada yang tersimpan tanpa terlihat.
  const show = (element, select) => {
    for (const [name, types] of Object.entries(USED_BY)) {
      const box = element.querySelector(`:scope > [data-contentpath="${name}"]`);
      if (box) box.hidden = Boolean(select.value) && !uses(types, select.value) && isEmpty(box);
    }
  };

  // Wagtail mengharapkan `element` pada blok paling luar; StructBlock hanya punya `container`.
  class PartBlockDefinition {
    constructor(...args) {
      const definition = new StructBlockDefinition(...args);
      const render = definition.render.bind(definition);
      definition.render = (...place) => {
        const block = render(...place);
        block.element = block.container[0];
        const select = block.element.querySelector(':scope > [data-contentpath="type"] select');
        if (select) {
          show(block.element, select);
          select.addEventListener("change", () => show(block.element, select));
        }
        return block;
      };
      return definition;
    }
  }

  window.telepath.register("tuntun.PartBlock", PartBlockDefinition);
})();
