"""The starter lists of errors and words: loaded once, and true to the practice."""

import json
import re
from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError

from sandbox.catalogue import STARTER_FLOWS
from tutorials.models import ErrorSnippet, GlossaryTerm
from tutorials.starter.reading import FOLDER
from tutorials.starter.words import load_words

FLOW = json.loads((STARTER_FLOWS / "nib-umk-perseorangan.json").read_text(encoding="utf-8"))
ERRORS = json.loads((FOLDER / "kendala.json").read_text(encoding="utf-8"))
TERMS = json.loads((FOLDER / "istilah.json").read_text(encoding="utf-8"))
BY_CODE = {code: entry for entry in ERRORS for code in [entry["code"], *entry.get("also_codes", "").split()]}
# Asked only of the practice itself: what it refuses to store, and what no portal says.
PRACTICE_ONLY = {"nik.real", "text.long", "text.characters"}
# Words of these two stand under something, or nowhere: the entry says where.
TOLD_OTHERWISE = {"no-pin": "Wajib diisi (di bawah peta)", "code-late": "Belum menerima kode?"}
OURS = "Tulisan di OSS bisa berbeda."
SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n")


@pytest.fixture
def short_lists(tmp_path):
    """A folder with one error and one term, and a way to change what stands there."""

    def write(*, error="", term=""):
        errors = (
            [{"code": "nik-taken", "wording": error, "cause": "Sebab.", "what_to_do": "1. Tunggu."}] if error else []
        )
        terms = [{"term": term, "meaning": "Arti."}] if term else []
        (tmp_path / "kendala.json").write_text(json.dumps(errors))
        (tmp_path / "istilah.json").write_text(json.dumps(terms))
        return tmp_path

    return write


@pytest.mark.django_db
def test_a_fresh_site_gets_all_entries_once():
    first, second = load_words(), load_words()

    assert first == [f"{len(ERRORS)} kendala", f"{len(TERMS)} istilah"]
    assert second == []
    assert ErrorSnippet.objects.count() == len(ERRORS)
    assert GlossaryTerm.objects.get(term="NIB").checked_on == date(2026, 11, 25)


@pytest.mark.django_db
def test_what_staff_changed_or_deleted_stays_so(short_lists):
    load_words(short_lists(error="NIK sudah terdaftar", term="NIB"))
    ErrorSnippet.objects.update(wording="Diubah")
    GlossaryTerm.objects.all().delete()

    told = load_words(short_lists(error="NIK sudah terdaftar", term="NIB"))

    assert told == []
    assert [snippet.wording for snippet in ErrorSnippet.objects.all()] == ["Diubah"]
    assert GlossaryTerm.objects.count() == 0


@pytest.mark.django_db
def test_an_entry_that_staff_wrote_before_a_release_had_it_stays_theirs(short_lists):
    ErrorSnippet.objects.create(code="lain", also_codes="nik-taken", wording="Punya staf", cause="x", what_to_do="y")
    GlossaryTerm.objects.create(term="Nib", meaning="Punya staf.")

    load_words(short_lists(error="NIK sudah terdaftar", term="NIB"))

    assert [snippet.wording for snippet in ErrorSnippet.objects.all()] == ["Punya staf"]
    assert [term.meaning for term in GlossaryTerm.objects.all()] == ["Punya staf."]


@pytest.mark.django_db
def test_an_entry_with_a_real_number_is_refused_and_nothing_is_stored(short_lists):
    folder = short_lists(error="NIK 3273010101900001 sudah terdaftar", term="NIB")

    with pytest.raises(ValidationError):
        load_words(folder)

    assert ErrorSnippet.objects.count() == 0


@pytest.mark.django_db
def test_whoever_writes_guides_may_mend_both_lists():
    load_words()

    codes = set(Group.objects.get(name="Editors").permissions.values_list("codename", flat=True))

    assert {"change_errorsnippet", "add_errorsnippet", "change_glossaryterm", "delete_glossaryterm"} <= codes


@pytest.mark.parametrize("fault", FLOW["faults"], ids=lambda fault: fault["kind"])
def test_each_fault_of_practice_has_an_entry_that_quotes_it(fault):
    entry = BY_CODE[fault["kind"]]

    said = {fault["title"], fault["text"]["says"], TOLD_OTHERWISE.get(fault["kind"])}
    first_sentence = re.split(r"(?<=[.?])\s", fault["text"]["says"])[0]
    assert entry["wording"] in said | {first_sentence, fault["text"]["says"].strip()}


def test_each_message_under_a_box_of_practice_has_an_entry():
    assert {code for code in FLOW["texts"] if code not in BY_CODE} == PRACTICE_ONLY


def test_each_code_that_a_starter_guide_names_has_an_entry():
    guides = [json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*/guide.json")]
    named = {code for guide in guides for step in guide["steps"] for code in step.get("errors", [])}

    assert named
    assert named - set(BY_CODE) == set()


def test_a_code_leads_to_one_entry():
    codes = [code for entry in ERRORS for code in [entry["code"], *entry.get("also_codes", "").split()]]

    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    "kind", [fault["kind"] for fault in FLOW["faults"] if fault["text"].get("known") and fault["kind"] != "no-pin"]
)
def test_a_wording_that_is_known_letter_for_letter_is_not_called_uncertain(kind):
    assert OURS not in BY_CODE[kind]["cause"]


@pytest.mark.parametrize("entry", ERRORS, ids=lambda entry: entry["code"])
def test_an_error_is_told_in_short_sentences_with_a_source(entry):
    sentences = [
        sentence
        for name in ("cause", "what_to_do", "when_to_wait")
        for sentence in SENTENCE_END.split(re.sub(r"^\d\. ", "", entry.get(name, ""), flags=re.MULTILINE))
    ]

    assert max(len(sentence.split()) for sentence in sentences) <= 12
    assert 1 <= len(entry["what_to_do"].splitlines()) <= 3
    assert entry["source"]
    assert entry["checked_on"] == "2026-11-25"


@pytest.mark.parametrize("entry", TERMS, ids=lambda entry: entry["term"])
def test_a_word_is_explained_in_two_short_sentences_with_an_example(entry):
    sentences = SENTENCE_END.split(entry["meaning"])

    assert len(sentences) <= 2
    assert max(len(sentence.split()) for sentence in sentences) <= 13
    assert entry["example"]
    assert bool(entry.get("source")) == bool(entry.get("checked_on"))


def test_a_spelling_leads_to_one_word():
    spellings = [
        spelling.strip().lower()
        for entry in TERMS
        for spelling in [entry["term"], *entry.get("also_written", "").split(",")]
    ]
    spellings = [spelling for spelling in spellings if spelling]

    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize(
    "word",
    ["AMDALnet", "badan usaha", "bidang usaha", "dasbor", "draf", "Kegiatan Usaha Pendukung", "Kegiatan Usaha Utama",
     "KBLI", "KBLI 2020", "KBLI 2025", "kapasitas", "kode verifikasi", "luas lahan", "matra", "Menengah Rendah",
     "Menengah Tinggi", "modal kerja", "modal usaha", "NIB", "NIK", "Obvitnas", "omzet", "orang perseorangan", "OSS",
     "pelaku usaha", "penapisan", "pernyataan mandiri", "persyaratan dasar", "PSN", "RDTR", "risiko", "ruang lingkup",
     "satuan", "Sertifikat Standar", "skala usaha", "SPPL", "tata ruang", "tenaga kerja"],
)  # fmt: skip
def test_a_word_of_the_screens_is_spelled_as_it_stands_there(word):
    entry = next(entry for entry in TERMS if entry["term"] == word)
    spellings = [word, *(each.strip() for each in entry.get("also_written", "").split(",") if each.strip())]

    assert any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", _labels(), re.IGNORECASE) for each in spellings)


def _labels():
    """Titles, buttons, labels and options of all screens."""
    found = []
    for screen in FLOW["screens"]:
        found += [screen["title"], screen.get("button", "")]
        for field in screen.get("fields", []):
            found += [field["label"], *(option["label"] for option in field.get("options", []))]
    return "\n".join(found)
