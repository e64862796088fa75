"""The guides beyond the first two, the journey across offices and the home page: what they lead to and rest on."""

import re
import shutil

import pytest

from sandbox import kbli
from sandbox.reference import load_reference_data
from tutorials.models import GuideIndexPage, GuidePage, HomePage, JourneyStop, LoadedStarter
from tutorials.starter import load_starter_guides, reading

pytestmark = pytest.mark.django_db

LATER = ["pilih-kbli", "lupa-sandi", "setelah-nib", "awas-penipuan"]


@pytest.fixture
def texts_only(tmp_path):
    """The starter files without their pictures: to make all sizes of these takes most of the time of loading."""
    return shutil.copytree(
        reading.FOLDER, tmp_path / "starter", ignore=shutil.ignore_patterns("pictures", "__pycache__")
    )


def text_of(slug):
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((reading.FOLDER / slug).glob("*.md")))


def steps_of(slug):
    return reading.read_json(reading.FOLDER / slug / "guide.json")["steps"]


def question(slug, number):
    return GuidePage.objects.get(slug=slug).questions.all()[number - 1]


def make_older_site(texts_only):
    """One that was loaded when there were two guides and no journey."""
    load_starter_guides(texts_only)
    GuidePage.objects.filter(slug__in=LATER).delete()
    JourneyStop.objects.all().delete()
    LoadedStarter.objects.filter(key__in=[*LATER, "perjalanan"]).delete()
    index = GuideIndexPage.objects.get()
    index.save_revision().publish()


def test_the_list_begins_with_the_nib_and_ends_with_false_sites(texts_only):
    load_starter_guides(texts_only)

    assert list(GuideIndexPage.objects.get().guides().values_list("slug", flat=True)) == [
        "nib-perseorangan", "pilih-kbli", "lupa-sandi", "oss-macet", "setelah-nib", "awas-penipuan",
    ]  # fmt: skip


def test_questions_lead_to_guides_that_come_before_and_after_their_own(texts_only):
    load_starter_guides(texts_only)

    assert question("pilih-kbli", 1).yes_guide.slug == "setelah-nib"
    assert question("pilih-kbli", 3).no_guide.slug == "nib-perseorangan"
    assert question("lupa-sandi", 3).yes_guide.slug == "awas-penipuan"
    assert question("awas-penipuan", 2).yes_guide.slug == "lupa-sandi"
    assert question("awas-penipuan", 1).yes_guide is None


def test_where_a_question_leads_is_in_the_draft_too(texts_only):
    load_starter_guides(texts_only)

    draft = GuidePage.objects.get(slug="pilih-kbli").get_latest_revision_as_object()

    assert [each.yes_guide and each.yes_guide.slug for each in draft.questions.all()] == ["setelah-nib", None, None]


def test_every_guide_a_question_names_is_a_starter_guide():
    questions = [each for slug in LATER for each in reading.read_questions(reading.FOLDER / slug)]

    named = {each[side] for each in questions for side in ("yes_guide", "no_guide") if side in each}
    assert named == {"setelah-nib", "nib-perseorangan", "awas-penipuan", "lupa-sandi"}


def test_the_journey_goes_from_the_ktp_over_the_nib_to_the_brand(texts_only):
    load_starter_guides(texts_only)

    stops = GuideIndexPage.objects.get().journey.all()
    assert [(stop.phase, stop.title) for stop in stops] == [
        ("sebelum", "KTP dan NIK yang aktif"),
        ("sebelum", "Email dan nomor HP sendiri"),
        ("sebelum", "NPWP, kalau sudah punya"),
        ("sebelum", "Kode bidang usaha (KBLI)"),
        ("nib", "NIB"),
        ("sesudah", "Sertifikat Standar atau Izin"),
        ("sesudah", "PIRT (SPP-IRT)"),
        ("sesudah", "Sertifikat halal"),
        ("sesudah", "KUR"),
        ("sesudah", "Pajak"),
        ("sesudah", "Merek"),
    ]


def test_every_stop_of_the_journey_leads_to_a_step_that_is_there(texts_only):
    load_starter_guides(texts_only)
    wanted = reading.read_json(reading.FOLDER / "beranda.json")["journey"]

    stops = GuideIndexPage.objects.get().journey.all()
    assert [(stop.guide.slug, stop.step_key) for stop in stops] == [
        (each["guide"], each.get("step", "")) for each in wanted
    ]


def test_an_older_site_gets_the_later_guides_and_the_journey_and_keeps_the_rest(texts_only):
    make_older_site(texts_only)
    GuidePage.objects.filter(slug="oss-macet").update(title="Judul petugas")
    situations = HomePage.objects.get().situations.count()

    made = load_starter_guides(texts_only)

    assert made == [
        "Memilih bidang usaha (KBLI)", "Lupa kata sandi, atau akun tidak bisa dibuka", "Setelah punya NIB",
        "Kenali situs tiruan dan calo",
    ]  # fmt: skip
    assert GuidePage.objects.get(slug="oss-macet").title == "Judul petugas"
    assert GuideIndexPage.objects.get().journey.count() == 11
    assert HomePage.objects.get().situations.count() == situations


def test_a_stop_whose_step_staff_took_away_leads_to_the_whole_guide(texts_only):
    make_older_site(texts_only)
    GuidePage.objects.get(slug="oss-macet").steps.filter(key="data-beda-ktp").delete()

    load_starter_guides(texts_only)

    first = GuideIndexPage.objects.get().journey.first()
    assert (first.guide.slug, first.step_key) == ("oss-macet", "")


def test_a_journey_that_staff_emptied_stays_empty(texts_only):
    load_starter_guides(texts_only)
    JourneyStop.objects.all().delete()

    load_starter_guides(texts_only)

    assert not JourneyStop.objects.exists()


def test_a_journey_that_staff_wrote_themselves_stays(texts_only):
    make_older_site(texts_only)
    index = GuideIndexPage.objects.get()
    index.journey.add(JourneyStop(phase="nib", title="NIB di kantor kami", agency="DPMPTSP"))
    index.save_revision().publish()

    load_starter_guides(texts_only)

    assert [stop.title for stop in GuideIndexPage.objects.get().journey.all()] == ["NIB di kantor kami"]


def test_while_staff_draft_the_list_of_guides_the_journey_waits_for_the_next_start(texts_only):
    make_older_site(texts_only)
    index = GuideIndexPage.objects.get()
    index.introduction = "Pengantar baru, belum terbit."
    index.save_revision()

    load_starter_guides(texts_only)

    index = GuideIndexPage.objects.get()
    assert (index.journey.count(), index.has_unpublished_changes) == (0, True)
    index.get_latest_revision().publish()
    load_starter_guides(texts_only)
    assert GuideIndexPage.objects.get().journey.count() == 11


def test_the_home_page_offers_eight_situations_and_each_leads_somewhere(texts_only):
    load_starter_guides(texts_only)

    home = HomePage.objects.get()
    assert [row.sentence for row in home.open_situations()] == [
        "Saya belum punya akun OSS",
        "Sudah punya akun, belum punya NIB",
        "Saya lupa kata sandi OSS",
        "Saya bingung memilih bidang usaha",
        "OSS macet atau menolak saya",
        "NIB saya sudah terbit",
        "Ada yang meminta uang atau kode",
        "Saya mau mencoba dulu",
    ]
    assert home.start_page.slug == "nib-perseorangan"


def test_every_code_in_the_texts_is_one_of_kbli_2025_with_its_title():
    load_reference_data()
    texts = "\n".join(text_of(slug) for slug in LATER)

    codes = set(re.findall(r"\b\d{5}\b", texts))
    titled = re.findall(r"\| (\d{5}) ([^|]+) \|", texts)
    assert len(titled) >= 16
    assert {code for code in codes if kbli.title(code) is None} == set()
    assert [(code, title) for code, title in titled if kbli.title(code) != title] == []


def test_the_codes_that_the_old_one_goes_on_as_are_those_of_the_table():
    load_reference_data()

    assert "56102 di KBLI 2020 berlanjut ke 56101 atau 56400" in text_of("pilih-kbli")
    assert [code for code, _ in kbli.successors("56102")] == ["56101", "56400"]


@pytest.mark.parametrize(
    ("said", "code"),
    [("warung sembako", "47112"), ("penjahit", "14120"), ("keripik singkong", "10794"), ("laundry", "96100")],
)
def test_what_the_guide_says_to_search_for_finds_the_code_it_shows(said, code):
    load_reference_data()

    assert kbli.search(said)[0].code == code


@pytest.mark.parametrize("slug", LATER)
def test_a_guide_has_two_pictures_of_the_practice_at_least_with_numbers(slug):
    pictures = [step["image"] for step in steps_of(slug) if step["image"]]

    assert len(pictures) >= 2
    assert [picture["file"] for picture in pictures if not (picture["alt"] and picture["markers"])] == []


def test_screens_that_an_earlier_guide_explains_still_open_its_step_first(texts_only):
    load_starter_guides(texts_only)
    first = GuidePage.objects.get(slug="nib-perseorangan")
    screens = {step["screen"] for slug in LATER for step in steps_of(slug) if step["screen"]}

    explained = {screen for step in first.steps.all() for screen in step.explains}
    assert screens - explained == set()
    assert first.path < GuidePage.objects.get(slug="pilih-kbli").path


def test_the_drill_has_four_false_messages_and_a_genuine_one():
    answers = re.findall(r'"Jawaban: ([^"]+)"', text_of("awas-penipuan"))

    assert answers == ["penipuan", "penipuan", "penipuan", "penipuan", "bisa jadi asli"]
    assert text_of("awas-penipuan").count("Pesan ini karangan kami.") == 5


def test_every_address_is_official_or_can_belong_to_nobody():
    """Only `.example` is nobody's for ever: no text sends a reader to a stranger."""
    official = re.compile(r"(?:[\w-]+\.)*(?:go\.id|example)\Z")
    addresses = {each for slug in LATER for each in re.findall(r"\b(?:[\w-]+\.)+[a-z]{2,}\b", text_of(slug))}

    assert len(addresses) >= 12
    assert {each for each in addresses if not official.match(each)} == set()


def test_no_text_gives_a_phone_number():
    assert [slug for slug in LATER if re.search(r"(?<!\d)(?:\+62|0\d)[\d -]{6,}", text_of(slug))] == []
