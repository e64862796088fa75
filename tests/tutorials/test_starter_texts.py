"""What the starter guides say: short, sourced, in words that people use, and with everything they refer to."""

import json
import re
from dataclasses import dataclass

import pytest
from django.core.management import call_command
from PIL import Image

from tutorials.actions import Action
from tutorials.domain.sentences import count_words, sentences, words_in
from tutorials.guide_editing.checks import findings_of
from tutorials.models import GuidePage
from tutorials.starter import load_starter_guides, reading
from tutorials.starter.words import load_words

GUIDES = ["nib-perseorangan", "pilih-kbli", "lupa-sandi", "oss-macet", "setelah-nib", "awas-penipuan"]
REWRITTEN = ["nib-perseorangan", "oss-macet"]
# "guide step code": what the content checks may say all the same. Empty is best.
ACCEPTED: list[str] = []


@dataclass(frozen=True)
class Step:
    guide: str
    told: dict

    @property
    def name(self):
        return f"{self.guide} {self.told['key']}"

    @property
    def parts(self):
        text = (reading.FOLDER / self.guide / self.told["file"]).read_text(encoding="utf-8")
        body, _, more = text.partition(f"\n{reading.MORE}\n")
        return body.strip(), more.strip()

    @property
    def body(self):
        return self.parts[0]

    @property
    def pictures(self):
        return [self.told[name] for name in ("image", "desktop_image", "app_image") if self.told.get(name)]


def steps_of(*guides):
    return [
        Step(guide, step)
        for guide in guides
        for step in reading.read_json(reading.FOLDER / guide / "guide.json")["steps"]
    ]


STEPS = steps_of(*GUIDES)


def names(steps):
    return [step.name for step in steps]


def test_these_are_the_starter_guides():
    assert [folder.name for folder in reading.guide_folders(reading.FOLDER)] == GUIDES
    assert len(steps_of("nib-perseorangan")) == 23
    assert len(steps_of("oss-macet")) == 23


def test_no_step_says_more_than_forty_words_before_what_is_folded():
    assert [(step.name, words_in(step.body)) for step in STEPS if words_in(step.body) > 40] == []


def test_a_sentence_of_a_step_has_twelve_words_on_average_at_most():
    told = [(step.name, sentences("\n\n".join(step.parts))) for step in STEPS]

    assert [name for name, all_of_it in told if sum(map(count_words, all_of_it)) > 12 * len(all_of_it)] == []


def test_every_step_says_what_should_be_seen_then():
    assert names(step for step in STEPS if not step.told["expect"].strip()) == []


def test_every_step_names_its_sources_with_a_date():
    """A line is: fact — source — date."""
    dated = re.compile(r"\S — \S.* — .*\b20\d\d\Z")

    assert names(step for step in STEPS if not step.told.get("sources")) == []
    assert [line for step in STEPS for line in step.told["sources"] if not dated.search(line)] == []


def test_every_step_but_the_first_shows_what_kind_of_thing_is_done():
    without = [step.name for step in steps_of(*REWRITTEN) if not step.told["action"]]

    assert without == ["nib-perseorangan kenapa-nib"]
    assert {step.told["action"] for step in steps_of(*REWRITTEN)} == {"", *Action.values}


def test_a_step_asks_for_three_things_at_most():
    assert names(step for step in STEPS if len(re.findall(r"^\d+\. ", step.body, re.MULTILINE)) > 3) == []


def test_a_step_refers_to_errors_that_are_told_and_never_twice_to_one():
    known = {each["code"] for each in json.loads((reading.FOLDER / "kendala.json").read_text(encoding="utf-8"))}

    assert [(step.name, code) for step in STEPS for code in step.told.get("errors", []) if code not in known] == []
    assert names(s for s in STEPS if set(s.told.get("errors", [])) & set(s.told.get("faults", []))) == []


def test_a_condition_names_a_question_that_is_asked():
    asked = {
        guide: len(reading.read_json(reading.FOLDER / guide / "guide.json").get("questions", [])) for guide in GUIDES
    }

    conditions = [(step.guide, step.told["only_when"]) for step in STEPS if step.told.get("only_when")]
    assert max(asked.values()) <= 3
    assert [each for each in conditions if int(each[1].split(":")[0]) > asked[each[0]]] == []
    assert [step.told["key"] for step in steps_of("nib-perseorangan") if step.told.get("only_when") == "2:ya"] == [
        "izin-lama", "kbli-lama",
    ]  # fmt: skip


def test_every_picture_that_is_named_is_there_with_its_words_and_the_places_of_its_numbers():
    for step in STEPS:
        folder = reading.FOLDER / step.guide / "pictures"
        for picture in step.pictures:
            places = reading.read_json(folder / "positions.json")[picture["file"]]
            assert Image.open(folder / picture["file"]).width == 720, picture["file"]
            assert 0 < len(picture["alt"]) <= 250, picture["file"]
            assert len(places) == len(picture["markers"]), picture["file"]


def test_the_main_steps_have_a_picture_of_a_laptop_too():
    assert [step.told["key"] for step in steps_of("nib-perseorangan") if step.told.get("desktop_image")] == [
        "daftar", "data-diri", "dasbor", "lokasi", "bidang-usaha", "data-usaha", "produk", "periksa",
    ]  # fmt: skip


def test_no_picture_lies_there_that_no_step_names():
    named = {(step.guide, picture["file"]) for step in STEPS for picture in step.pictures}

    assert {(path.parent.parent.name, path.name) for path in reading.FOLDER.glob("*/pictures/*.png")} == named


def test_each_fault_has_a_step_of_its_own_that_calms_says_what_is_safe_and_what_to_do():
    steps = [step for step in steps_of("oss-macet") if step.told["faults"]]

    assert [len(step.told["faults"]) for step in steps] == [1] * 21
    assert names(step for step in steps if not step.body.startswith("Tenang, ")) == []
    assert names(step for step in steps if "**Yang aman:** " not in step.body) == []
    assert names(step for step in steps if len(re.findall(r"^\d\. ", step.body, re.MULTILINE)) != 3) == []
    assert names(step for step in steps if "!!! warning" not in step.parts[1]) == []


def test_no_starter_step_speaks_like_a_computer():
    unfriendly = re.compile(r"\b(gagal|klik|input|upload|login|loading|submit|user|kamu)\b", re.IGNORECASE)
    of_the_portal = re.compile(r"Gagal tersambung ke sistem dukcapil|ui-login[\w.-]*")

    assert names(step for step in STEPS if unfriendly.search(of_the_portal.sub("", "\n".join(step.parts)))) == []


@pytest.mark.django_db
def test_the_content_checks_find_nothing_to_mend_in_the_starter_guides():
    call_command("load_starter_content", verbosity=0)
    found = [(page.slug, finding) for page in GuidePage.objects.order_by("slug") for finding in findings_of(page)]

    assert [f"{slug} {each.step} {each.code}" for slug, each in found] == ACCEPTED


@pytest.mark.django_db
def test_the_answers_to_questions_lead_to_the_guides_that_they_name():
    load_words()
    load_starter_guides()
    nib = GuidePage.objects.get(slug="nib-perseorangan")

    mail, before, company = nib.questions.all()
    assert (mail.no_guide.slug, before.yes_guide.slug) == ("lupa-sandi", "lupa-sandi")
    assert (company.yes_guide, company.no_guide) == (None, None)
    assert "Badan Usaha" in company.yes_advice
    assert (nib.regulation, nib.oss_generation) == ("PP 28 Tahun 2025", "OSS web tahun 2026")
