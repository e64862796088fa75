// Practice forms, live: what a box understood is said while it is typed, and only the fields that count are shown.
// Without this file the words come with the answer. Tests hold it to what sandbox/domain/ reads.
(function () {
  "use strict";
  var UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split(" ");
  var SCALES = { k: 1e3, rb: 1e3, ribu: 1e3, jt: 1e6, juta: 1e6, m: 1e9, miliar: 1e9, milyar: 1e9, t: 1e12, triliun: 1e12, trilyun: 1e12 };
  var MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");
  var OTHER_MONTHS = { peb: 2, pebruari: 2, may: 5, agt: 8, ags: 8, aug: 8, oct: 10, nop: 11, nopember: 11, dec: 12 };
  var DAYS = "Minggu Senin Selasa Rabu Kamis Jumat Sabtu".split(" ");
  var PART = new RegExp("^(\\d+|[1-9]\\d{0,2}(?:\\.\\d{3})+)(?:,(\\d{1,3})|\\.(\\d{1,2}))? ?(" + Object.keys(SCALES).join("|") + ")\\b ?");
  var NUMBER = "(0[.,]\\d{1,4}|(?:[1-9]\\d{0,2}(?:\\.\\d{3})+|\\d+)(?:,(?:\\d{4}|\\d{1,2}))?|\\d+\\.\\d{1,2})";
  var METERS = "m(?:eter|tr)?(?: persegi|\\^?2)?";
  var ONE = new RegExp("^" + NUMBER + "(?: ?(" + METERS + "|hektare?|ha|are))?$");
  var SIDES = new RegExp("^" + NUMBER + "(?: ?" + METERS + ")? ?(?:x|×|\\*|kali) ?" + NUMBER + "(?: ?" + METERS + ")?$");

  function plain(text) {
    text = text.trim();
    if (text.length > 240) return "";
    if (text.normalize) text = text.normalize("NFKC");
    return text.toLowerCase()
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, function (digit) { return digit.charCodeAt(0) & 15; })
      .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "").replace(/[\u2010-\u2015\u2212]/g, "-")
      .replace(/\s+/g, " ").trim();
  }

  function group(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, "."); }

  function join(head, rest) { return rest ? head + " " + inWords(rest) : head; }

  function inWords(n) {
    if (n < 12) return UNITS[n];
    if (n < 20) return UNITS[n - 10] + " belas";
    if (n < 100) return join(UNITS[Math.floor(n / 10)] + " puluh", n % 10);
    if (n < 200) return join("seratus", n - 100);
    if (n < 1000) return join(UNITS[Math.floor(n / 100)] + " ratus", n % 100);
    if (n < 2000) return join("seribu", n - 1000);
    var step = ["triliun", "miliar", "juta", "ribu"].filter(function (name) { return n >= SCALES[name]; })[0];
    return join(inWords(Math.floor(n / SCALES[step])) + " " + step, n % SCALES[step]);
  }

  function whole(text) {
    text = text.replace(/ /g, "");
    var fits = /^(?:(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,00)?|[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.00)?|[1-9]\d{0,2},\d{3}\.00)$/.test(text);
    return fits ? +text.replace(/[.,]00$/, "").replace(/[.,]/g, "") : NaN;
  }

  function spelled(text) {
    var total = text ? 0 : NaN, above = Infinity, part;
    while (text) {
      part = PART.exec(text);
      if (!part || SCALES[part[4]] >= above) return NaN;
      above = SCALES[part[4]];
      total += Math.round((part[1].replace(/\./g, "") + "." + (part[2] || part[3] || 0)) * above);
      text = text.slice(part[0].length);
    }
    return total;
  }

  function spread(text) { return text.replace(/\bse(?=(?:belas|puluh|ratus|ribu|juta|miliar|triliun)\b)/g, "satu "); }

  function sum(text) {
    var total = 0, hundreds = 0, unit = 0;
    var known = text.split(" ").every(function (word) {
      var at = UNITS.indexOf(word);
      if (at >= 0 && at < 10) unit = at;
      else {
        if (word === "belas") hundreds += 10 + unit;
        else if (word === "puluh") hundreds += unit * 10;
        else if (word === "ratus") hundreds += unit * 100;
        else if (word.length > 3 && SCALES[word]) { total += (hundreds + unit) * SCALES[word]; hundreds = 0; }
        else return false;
        unit = 0;
      }
      return true;
    });
    total += hundreds + unit;
    return known && total < 1e16 && spread(inWords(total)) === text ? total : NaN;
  }

  function fromWords(text) {
    text = spread(text.replace(/milyar/g, "miliar").replace(/trilyun/g, "triliun"));
    var half = /^(?:(.+) )?setengah (\w{4,})$/.exec(text);
    if (!half) return sum(text);
    var before = half[1] ? sum(half[1]) : 0;
    return before < 1000 ? (before + 0.5) * SCALES[half[2]] : NaN;
  }

  function number(text) {
    return [whole, spelled, fromWords].map(function (read) { return read(text); }).filter(isFinite)[0];
  }

  function decimal(text) {
    return +(/^(0\.\d{1,4}|\d+\.\d{1,2})$/.test(text) ? text : text.replace(/\./g, "").replace(",", "."));
  }

  function areaText(n) {
    var parts = String(Math.round(n * 1e4) / 1e4).split(".");
    return group(parts[0]) + (parts[1] ? "," + parts[1] : "");
  }

  function month(word) {
    var known = MONTHS.filter(function (name) { return !name.toLowerCase().indexOf(word); });
    return MONTHS.indexOf(known[0]) + 1 || OTHER_MONTHS[word];
  }

  function date(text) {
    text = text.replace(/[-\/., ]+/g, " ").trim().replace(/^[a-z]{3,7} (?=\d)/, "");
    var named = /^(\d{1,2}) ?([a-z]{3,9}) ?(\d{4}|\d\d)$/.exec(text), found = [];
    function read(form, turned) {
      var m = form.exec(text);
      if (m) found.push(turned ? m.slice(1) : m.slice(1).reverse());
    }
    if (named && month(named[2])) found = [[named[3], month(named[2]), named[1]]];
    read(/^(\d{1,2}) (\d{1,2}) (\d{4}|\d\d)$/);
    read(/^(\d\d)(\d\d)(\d{4})$/);
    read(/^(\d{4}) (\d{1,2}) (\d{1,2})$/, 1);
    read(/^(\d{4})(\d\d)(\d\d)$/, 1);
    return found.map(function (parts) {
      var year = +parts[0] + (parts[0].length > 2 ? 0 : parts[0] < 50 ? 2000 : 1900), day = new Date(year, parts[1] - 1, parts[2], 12);
      return year >= 1900 && year <= 2100 && day.getMonth() === parts[1] - 1 && day.getDate() === +parts[2] && day;
    }).filter(Boolean)[0];
  }

  // Of a box: what it says back, and for an area the unit that its text names.
  var READERS = {
    rupiah: function (text) {
      text = text.replace(/^(?:rp|idr)\b[.:]? ?|^rp(?=\d)/, "").replace(/(?: ?(?:,-{1,2}|\.-|,=))? ?(?:rupiah|rp|idr)?\.?$/, "");
      var n = number(text);
      return n < 1e15 ? [inWords(n) + " rupiah"] : [];
    },
    number: function (text, typed) {
      var n = number(text.replace(/ ?(?:orang|org|jiwa|karyawan|pekerja|buah|unit)$/, ""));
      return n < 1e12 && (n >= 1000 || !/^\d+$/.test(typed)) ? [inWords(n)] : [];
    },
    area: function (text, typed, chosen) {
      var sides = SIDES.exec(text), one = ONE.exec(text) || ONE.exec(text.replace(/ /g, ""));
      if (!sides && !one) return [];
      var amount = sides ? decimal(sides[1]) * decimal(sides[2]) : decimal(one[1]) * (one[2] === "are" ? 100 : 1);
      var own = sides ? "m2" : one[2] && (one[2][0] === "h" ? "ha" : "m2"), ha = (own || chosen) === "ha";
      if (amount >= 1e9) return [];
      var normal = areaText(amount), shown = normal + (ha ? " ha = " + areaText(amount * 1e4) + " m²" : " m²");
      if (typed === normal) return [ha ? shown + "." : "", own];
      if (sides) shown = areaText(decimal(sides[1])) + " × " + areaText(decimal(sides[2])) + " = " + shown;
      return [shown + ". Di OSS, tulis " + normal + (ha ? " dan pilih Ha." : "."), own];
    },
    date: function (text) {
      var day = date(text);
      return day ? [DAYS[day.getDay()] + ", " + [day.getDate(), MONTHS[day.getMonth()], day.getFullYear()].join(" ")] : [];
    }
  };

  function echo(line) {
    var box = document.getElementById(line.dataset.gema), reader = READERS[line.dataset.jenis];
    if (!box || !reader) return;
    var unit = document.querySelector('[name="' + box.name + '_satuan"]'), text = plain(box.value);
    var said = text ? reader(text, box.value.trim(), unit && unit.value) : [];
    if (said[1] && unit) unit.value = said[1];
    line.textContent = said[0] || "";
  }

  function echoOf(box) {
    if (!box.name) return;
    document.querySelectorAll('[data-gema="' + box.name.replace("_satuan", "") + '"]').forEach(echo);
  }

  // A calendar beside a date only fills its box.
  function addCalendar(line) {
    var box = document.getElementById(line.dataset.gema), calendar = document.createElement("input");
    calendar.type = "date";
    if (!box || box.readOnly || box.nextElementSibling || calendar.type !== "date") return;
    calendar.className = "kotak kalender";
    calendar.setAttribute("aria-label", "Pilih tanggal di kalender");
    calendar.addEventListener("focus", function () {
      var day = date(plain(box.value));
      calendar.value = day ? day.toISOString().slice(0, 10) : "";
    });
    calendar.addEventListener("change", function () {
      if (!calendar.value) return;
      box.value = calendar.value.split("-").reverse().join("/");
      echo(line);
    });
    box.parentNode.appendChild(calendar);
  }

  // A field that hangs on another choice is shown once that choice is made.
  function showWhatCounts() {
    document.querySelectorAll("[data-bila]").forEach(function (field) {
      var name = field.dataset.bila;
      var chosen = document.querySelector('#layar [name="' + name + '"]:checked, #layar select[name="' + name + '"]');
      field.hidden = !!chosen && chosen.value !== field.dataset.nilai;
    });
  }

  function refresh() {
    document.querySelectorAll("[data-gema]").forEach(echo);
    document.querySelectorAll('[data-jenis="date"]').forEach(addCalendar);
    showWhatCounts();
  }

  document.addEventListener("input", function (event) { echoOf(event.target); });
  document.addEventListener("change", function (event) { echoOf(event.target); showWhatCounts(); });
  document.addEventListener("htmx:afterSettle", refresh);
  refresh();
})();
