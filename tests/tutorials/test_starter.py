import json

import pytest
from django.core.management import call_command
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from sandbox.catalogue import STARTER_FLOWS
from sandbox.domain.reading import read_flow
from tests.tutorials.factories import make_image
from tutorials.catalogue import guide_steps_about, guide_steps_about_fault
from tutorials.models import GuideIndexPage, GuidePage, HomePage
from tutorials.starter import load_starter_guides, reading

pytestmark = pytest.mark.django_db

NIB = "nib-perseorangan"
FLOW = read_flow(json.loads((STARTER_FLOWS / "nib-umk-perseorangan.json").read_text(encoding="utf-8")))


@pytest.fixture
def starter_folder(tmp_path):
    """A folder of starter files with one guide of two steps; the second has a picture."""
    (tmp_path / "beranda.json").write_text((reading.FOLDER / "beranda.json").read_text(encoding="utf-8"))
    guide = tmp_path / "contoh"
    guide.mkdir()
    steps = [
        {"key": "buka", "file": "1.md", "title": "Buka OSS", "screen": None, "image": None},
        {
            "key": "isi-nik",
            "file": "2.md",
            "title": "Isi NIK Anda",
            "screen": "nib:daftar",
            "image": {"file": "nik.png", "alt": "Kotak NIK", "markers": [{"target": "#a", "label": "Kotak NIK"}]},
        },
    ]
    data = {
        "slug": "contoh",
        "title": "Panduan contoh",
        "summary": "Untuk uji.",
        "introduction": "Pengantar.",
        "compared_on": "2026-11-22",
        "compared_note": "Bukan situs langsung.",
        "prepare": [{"title": "KTP", "note": "Untuk NIK", "icon": "ktp"}],
        "steps": [{"part": "Bagian 1", "expect": "Terlihat.", "expected_seconds": 60, **step} for step in steps],
    }
    (guide / "guide.json").write_text(json.dumps(data))
    (guide / "1.md").write_text("1. Buka.\n")
    (guide / "2.md").write_text("1. Isi.\n")
    return tmp_path


def add_picture(starter_folder):
    folder = starter_folder / "contoh"
    (folder / "pictures").mkdir()
    make_image(720, 960, "nik.png").file.open("rb")
    image = get_image_model().objects.get(title="nik.png")
    (folder / "pictures" / "nik.png").write_bytes(image.file.read())
    (folder / "pictures" / "positions.json").write_text(json.dumps({"nik.png": [[50, 12.5]]}))
    image.delete()


def test_a_fresh_site_gets_home_list_and_guide(client):
    made = load_starter_guides()

    assert made == [
        "Beranda", "Panduan", "Membuat NIB usaha perseorangan", "Memilih bidang usaha (KBLI)",
        "Lupa kata sandi, atau akun tidak bisa dibuka", "Kalau OSS macet, menolak, atau keluar sendiri",
        "Setelah punya NIB", "Kenali situs tiruan dan calo",
    ]  # fmt: skip
    assert client.get("/").status_code == 200
    assert client.get("/panduan/").status_code == 200
    assert client.get("/panduan/nib-perseorangan/langkah/1/").status_code == 200
    assert client.get("/panduan/oss-macet/langkah/23/").status_code == 200


def test_the_welcome_page_of_wagtail_gives_way_and_the_site_is_ours(settings):
    settings.SITE_URL = "https://tuntun.example"

    load_starter_guides()

    site = Site.objects.get()
    assert (site.hostname, site.port, site.site_name, site.is_default_site) == ("tuntun.example", 443, "Tuntun", True)
    assert site.root_page.specific == HomePage.objects.get()
    assert [page.title for page in Page.objects.filter(depth=2)] == ["Beranda"]


def test_loading_twice_changes_nothing():
    load_starter_guides()
    before = list(Page.objects.order_by("path").values_list("pk", "path", "latest_revision_id"))

    assert load_starter_guides() == []
    assert list(Page.objects.order_by("path").values_list("pk", "path", "latest_revision_id")) == before


def test_what_a_person_changed_is_not_overwritten():
    load_starter_guides()
    guide = GuidePage.objects.get(slug=NIB)
    first = guide.steps.first()
    first.body = "1. Kalimat petugas."
    guide.title = "Judul petugas"
    guide.steps = [first]
    guide.save()
    HomePage.objects.update(banner="Spanduk petugas")

    load_starter_guides()

    guide = GuidePage.objects.get(slug=NIB)
    assert guide.title == "Judul petugas"
    assert [step.body for step in guide.steps.all()] == ["1. Kalimat petugas."]
    assert HomePage.objects.get().banner == "Spanduk petugas"


def test_a_guide_that_staff_took_off_the_site_stays_off():
    load_starter_guides()
    GuidePage.objects.get(slug=NIB).unpublish()

    assert load_starter_guides() == []
    assert not GuidePage.objects.get(slug=NIB).live


def test_a_guide_of_a_new_release_comes_in_beside_the_old_ones(starter_folder):
    load_starter_guides(starter_folder)
    old, new = starter_folder / "contoh", starter_folder / "baru"
    data = json.loads((old / "guide.json").read_text())
    old.rename(new)
    (new / "guide.json").write_text(json.dumps({**data, "slug": "baru", "title": "Panduan baru"}))

    assert load_starter_guides(starter_folder) == ["Panduan baru"]
    assert set(GuidePage.objects.values_list("slug", flat=True)) == {"contoh", "baru"}


def test_the_keys_of_the_files_are_kept(starter_folder):
    load_starter_guides(starter_folder)

    guide = GuidePage.objects.get()
    assert [step.key for step in guide.steps.all()] == ["buka", "isi-nik"]
    assert [step.practice for step in guide.steps.all()] == ["", "nib:daftar"]
    assert guide.version == 1
    assert [item.title for item in guide.prepare_items.all()] == ["KTP"]


def test_a_step_whose_picture_is_not_there_yet_is_loaded_without_it(starter_folder):
    load_starter_guides(starter_folder)

    assert [step.image for step in GuidePage.objects.get().steps.all()] == [None, None]


def test_a_picture_is_loaded_with_its_words_and_its_numbers(starter_folder):
    add_picture(starter_folder)

    load_starter_guides(starter_folder)

    step = GuidePage.objects.get().steps.get(key="isi-nik")
    assert (step.image.title, step.image.description, step.image_alt) == ("Isi NIK Anda", "Kotak NIK", "Kotak NIK")
    assert step.markers == [{"x": 50, "y": 12.5, "label": "Kotak NIK"}]
    assert step.image.renditions.count() == 2


def test_the_first_situation_begins_the_guide_and_the_second_at_signing_in(client):
    load_starter_guides()
    html = client.get("/").content.decode()

    assert '<a class="pilih" href="/panduan/nib-perseorangan/">' in html
    assert '<a class="pilih" href="/panduan/nib-perseorangan/langkah/7/">' in html
    assert GuidePage.objects.get(slug=NIB).numbered_steps()[6].key == "masuk"


def test_the_list_of_data_leads_to_what_to_lay_ready(client):
    load_starter_guides()

    step = client.get("/panduan/nib-perseorangan/langkah/2/").content.decode()
    guide = client.get("/panduan/nib-perseorangan/").content.decode()

    assert '<a href="/panduan/nib-perseorangan/#siapkan"' in step
    assert 'id="siapkan"' in guide


def test_the_tree_is_sound_and_the_drafts_are_the_published_pages():
    load_starter_guides()

    call_command("fixtree", interactive=False, verbosity=0)
    assert not Page.objects.filter(has_unpublished_changes=True).exists()
    assert GuideIndexPage.objects.get().get_children().count() == 6


def test_a_guide_that_staff_deleted_does_not_come_back():
    load_starter_guides()
    GuidePage.objects.get(slug=NIB).delete()

    assert load_starter_guides() == []
    assert not GuidePage.objects.filter(slug=NIB).exists()


def test_a_guide_that_staff_gave_another_address_is_not_loaded_again():
    load_starter_guides()
    guide = GuidePage.objects.get(slug=NIB)
    guide.slug = "nib-usaha-saya"
    guide.save()

    assert load_starter_guides() == []
    assert GuidePage.objects.count() == 6


def test_the_first_version_stands_in_the_history_to_be_looked_at_and_restored(admin_client):
    load_starter_guides()
    guide = GuidePage.objects.get(slug=NIB)
    address = f"/admin/pages/{guide.pk}/revisions/{guide.latest_revision_id}/"

    html = admin_client.get(f"/admin/pages/{guide.pk}/history/").content.decode()

    assert f'href="{address}view/"' in html


def test_every_screen_and_every_fault_of_the_starter_flow_is_explained_by_a_step():
    load_starter_guides()

    screens = [screen.id for screen in FLOW.screens if not guide_steps_about(FLOW.id, screen.id)]
    faults = [fault.kind for fault in FLOW.faults if not guide_steps_about_fault(fault.kind)]

    assert len(FLOW.screens) >= 23
    assert len(FLOW.faults) == 21
    assert (screens, faults) == ([], [])


def test_every_starter_step_points_at_screens_and_faults_that_are_there():
    load_starter_guides()
    steps = [step for guide in GuidePage.objects.all() for step in guide.steps.all()]

    screens = {f"{FLOW.id}:{screen.id}" for screen in FLOW.screens}
    kinds = {fault.kind for fault in FLOW.faults}
    assert [screen for step in steps for screen in step.explains if screen not in screens] == []
    assert [kind for step in steps for kind in step.faults if kind not in kinds] == []
