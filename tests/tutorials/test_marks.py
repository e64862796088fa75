import re

import pytest

from learning.models import Learner
from tests.factories import sign_in_learner
from tests.tutorials.factories import make_guide, make_image, make_step, publish_steps, steps_of
from tutorials.signals import step_confusing, step_done, step_undone

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
MARK = "/panduan/contoh/langkah/{}/tanda/"


@pytest.fixture
def heard():
    """What the signals said, in order: (signal, facts)."""
    said = []
    signals = {"done": step_done, "undone": step_undone, "confusing": step_confusing}
    listeners = []
    for name, signal in signals.items():

        def listen(sender, name=name, signal=None, **facts):
            said.append((name, facts))

        signal.connect(listen)
        listeners.append((signal, listen))
    yield said
    for signal, listen in listeners:
        signal.disconnect(listen)


def mark(client, number, headers=None, **form):
    return client.post(MARK.format(number), form, headers=headers or {})


def test_done_is_recorded_and_leads_to_the_next_step(client, heard):
    make_guide()

    response = mark(client, 1, langkah="satu", tanda="sudah")

    learner = Learner.objects.get().uuid
    assert heard == [
        ("done", {"learner": learner, "guide": "contoh", "version": "1", "step": "satu", "next_step": "dua"})
    ]
    assert (response.status_code, response.url) == (303, "/panduan/contoh/langkah/2/")
    assert "belajar" in response.cookies


def test_the_last_step_leads_to_the_guide_that_says_so(client, heard):
    make_guide("Satu", "Dua")

    response = mark(client, 2, langkah="dua", tanda="sudah")

    assert heard[0][1]["next_step"] is None
    assert (response.status_code, response.url) == (303, "/panduan/contoh/?selesai=1#selesai")
    assert "Anda sampai di langkah terakhir." in client.get(response.url).content.decode()


def test_finishing_every_step_is_said_in_one_sentence(client):
    make_guide("Satu")
    mark(client, 1, langkah="satu", tanda="sudah")

    html = client.get("/panduan/contoh/?selesai=1").content.decode()

    assert "Semua langkah panduan ini sudah Anda tandai." in html


def test_a_known_learner_stays_the_same_one(client, heard):
    make_guide()
    learner = sign_in_learner(client)

    mark(client, 1, langkah="satu", tanda="sudah")

    assert heard[0][1]["learner"] == learner
    assert Learner.objects.count() == 1


def test_a_step_done_says_so_and_offers_to_take_it_back(client):
    make_guide()
    mark(client, 1, langkah="satu", tanda="sudah")

    html = client.get("/panduan/contoh/langkah/1/").content.decode()

    assert "Sudah Anda tandai" in html
    assert re.search(r'<button type="submit"[^>]*value="batal"', html)


def test_taking_it_back_leaves_the_step_not_done(client, heard):
    make_guide()
    mark(client, 1, langkah="satu", tanda="sudah")

    response = mark(client, 1, langkah="satu", tanda="batal")

    assert heard[-1][0] == "undone"
    assert (response.status_code, response.url) == (303, "/panduan/contoh/langkah/1/")
    assert "Sudah Anda tandai" not in client.get(response.url).content.decode()


def test_pressing_twice_marks_the_same_step(client, heard):
    make_guide()

    mark(client, 1, langkah="satu", tanda="sudah")
    mark(client, 1, langkah="satu", tanda="sudah")

    assert [facts["step"] for _, facts in heard] == ["satu", "satu"]
    assert "1 dari 3 langkah sudah selesai" in client.get("/panduan/contoh/").content.decode()


def test_the_step_looked_at_is_marked_even_after_a_reorder(client, heard):
    guide = make_guide("Satu", "Dua", "Tiga")
    one, two, three = steps_of(guide)
    publish_steps(guide, [two, one, three])

    response = mark(client, 1, langkah="satu", tanda="sudah")

    assert heard[0][1]["step"] == "satu"
    assert response.url == "/panduan/contoh/langkah/3/"


def test_a_form_without_a_key_marks_the_step_of_its_address(client, heard):
    make_guide()

    mark(client, 2, tanda="sudah")

    assert heard[0][1]["step"] == "dua"


def test_confusion_is_recorded_at_once_and_answered_with_four_reasons(client, heard):
    make_guide()

    response = mark(client, 1, langkah="satu", tanda="bingung")

    assert [(name, facts["reason"]) for name, facts in heard] == [("confusing", "")]
    assert (response.status_code, response.url) == (303, "/panduan/contoh/langkah/1/?bingung=1#bingung")
    html = client.get(response.url).content.decode()
    assert re.findall(r'name="alasan" value="([a-z-]+)"', html) == [
        "tombol-tidak-ketemu", "tulisan-berbeda", "tidak-tahu-pilih", "oss-error",
    ]  # fmt: skip


def sentences_of(step):
    return [sentence for _, sentence in step.reasons]


def test_the_reasons_fit_what_a_step_shows():
    pictured = make_step(practice="alur-uji:daftar", image=make_image())
    (bare,) = steps_of(make_guide(make_step(practice="alur-uji:daftar")))
    (on_paper,) = steps_of(make_guide(make_step(), slug="lain"))

    assert sentences_of(pictured) == [
        "Tombolnya tidak ketemu",
        "Tulisannya tidak sama dengan gambar",
        "Tidak tahu harus pilih yang mana",
        "OSS error atau keluar sendiri",
    ]
    assert sentences_of(bare) == [
        "Tombolnya tidak ketemu",
        "Tulisannya beda dengan di HP saya",
        "Tidak tahu harus pilih yang mana",
        "OSS error atau keluar sendiri",
    ]
    assert sentences_of(on_paper) == [
        "Yang disebut di sini tidak ketemu",
        "Isinya beda dengan yang saya lihat atau dengar",
        "Tidak tahu mana yang cocok untuk usaha saya",
        "HP, email, atau OSS bermasalah",
    ]


@pytest.mark.parametrize(
    ("step", "advised"),
    [({}, False), ({"practice": "alur-uji:daftar"}, False), ({"pictured": True}, True)],
    ids=["on paper", "a screen", "a screen with its picture"],
)
def test_only_a_step_with_a_picture_speaks_of_one(client, step, advised):
    markers = [{"x": 50.0, "y": 25.0, "label": "Kotak NIK"}]
    picture = {"image": make_image(), "image_alt": "Layar", "markers": markers} if step.get("pictured") else {}
    make_guide(make_step("Satu", practice=step.get("practice", ""), **picture))

    reasons = mark(client, 1, HTMX, langkah="satu", tanda="bingung").content.decode()
    advice = mark(client, 1, HTMX, langkah="satu", alasan="tulisan-berbeda").content.decode()

    assert ("gambar" in reasons) is advised
    assert ("gambar" in advice) is advised


@pytest.mark.parametrize(
    ("practice", "reason", "advice"),
    [
        ("alur-uji:daftar", "tombol-tidak-ketemu", "Cari tombol yang pudar."),
        ("alur-uji:daftar", "tulisan-berbeda", "Cari tulisan yang artinya sama."),
        ("alur-uji:daftar", "tidak-tahu-pilih", "Tanya petugas kantor izin (DPMPTSP)"),
        ("alur-uji:daftar", "oss-error", "Muat ulang halaman, lalu masuk lagi."),
        ("", "tombol-tidak-ketemu", "Lihat juga folder Spam."),
        ("", "tulisan-berbeda", "Cek di situs resmi"),
        ("", "tidak-tahu-pilih", "Tulis dulu yang Anda tahu."),
        ("", "oss-error", "Periksa sinyal, kuota, dan baterai HP."),
    ],
)
def test_a_reason_is_recorded_and_answered_with_advice(client, heard, practice, reason, advice):
    make_guide(make_step("Satu", practice=practice))

    response = mark(client, 1, langkah="satu", alasan=reason)

    assert [(name, facts["reason"]) for name, facts in heard] == [("confusing", reason)]
    assert response.url == f"/panduan/contoh/langkah/1/?alasan={reason}#bingung"
    assert advice in client.get(response.url).content.decode()


def test_an_unknown_reason_in_the_address_shows_no_advice(client):
    make_guide()

    html = client.get("/panduan/contoh/langkah/1/?alasan=lain").content.decode()

    assert 'id="bingung" aria-label="Kalau bingung" hidden' in html


def test_htmx_gets_only_the_next_step_with_its_address(client):
    make_guide()

    response = mark(client, 1, HTMX, langkah="satu", tanda="sudah")

    html = response.content.decode()
    assert response.status_code == 200
    assert response["HX-Push-Url"] == "/panduan/contoh/langkah/2/"
    assert "<html" not in html
    assert "<title>Langkah 2: Dua, Tuntun</title>" in html
    assert '<h1 tabindex="-1" autofocus>Dua</h1>' in html
    assert 'data-step="dua"' in html


def test_htmx_after_the_last_step_goes_to_the_guide(client):
    make_guide("Satu")

    response = mark(client, 1, HTMX, langkah="satu", tanda="sudah")

    assert response["HX-Redirect"] == "/panduan/contoh/?selesai=1#selesai"


def test_htmx_gets_only_the_reasons(client):
    make_guide()

    html = mark(client, 1, HTMX, langkah="satu", tanda="bingung").content.decode()

    assert html.count("<button") == 4
    assert '<section id="bingung"' in html
    assert '<h2 tabindex="-1" autofocus>Bingung di bagian mana?</h2>' in html


def test_htmx_gets_only_the_advice(client):
    make_guide()

    html = mark(client, 1, HTMX, langkah="satu", alasan="oss-error").content.decode()

    assert "<html" not in html
    assert "Tunggu 1 menit, lalu coba lagi." in html


@pytest.mark.parametrize("form", [{}, {"tanda": "lain"}, {"alasan": "lain"}], ids=["nothing", "mark", "reason"])
def test_a_form_that_says_nothing_known_is_refused_and_records_nothing(client, heard, form):
    make_guide()

    response = mark(client, 1, langkah="satu", **form)

    assert response.status_code == 400
    assert "Kiriman tadi tidak terbaca" in response.content.decode()
    assert heard == []
    assert not Learner.objects.exists()


@pytest.mark.parametrize(
    ("address", "key"),
    [("/panduan/lain/langkah/1/tanda/", ""), (MARK.format(9), ""), (MARK.format(1), "dulu-ada")],
    ids=["unknown guide", "no such number", "step that is gone"],
)
def test_an_unknown_guide_or_step_is_not_found(client, heard, address, key):
    make_guide()

    response = client.post(address, {"langkah": key, "tanda": "sudah"})

    assert response.status_code == 404
    assert heard == []


def test_marks_of_a_renamed_guide_are_kept_under_its_first_name(client, heard):
    guide = make_guide()
    mark(client, 1, langkah="satu", tanda="sudah")
    guide.slug = "nama-lain"
    guide.save()

    client.post("/panduan/nama-lain/langkah/2/tanda/", {"langkah": "dua", "tanda": "sudah"})

    assert [facts["guide"] for _, facts in heard] == ["contoh", "contoh"]
    assert "2 dari 3 langkah sudah selesai" in client.get("/panduan/nama-lain/").content.decode()


def test_a_draft_takes_no_marks(client, heard):
    make_guide(live=False)

    assert mark(client, 1, langkah="satu", tanda="sudah").status_code == 404
    assert heard == []


def test_a_post_from_another_site_is_refused_and_says_what_to_do(client, heard):
    make_guide()

    response = mark(client, 1, {"Origin": "https://lain.example"}, langkah="satu", tanda="sudah")

    assert response.status_code == 403
    assert "Kembali ke halaman tadi, lalu muat ulang." in response.content.decode()
    assert heard == []


def test_opening_the_address_of_the_form_marks_nothing_and_goes_to_the_step(client, heard):
    make_guide()

    response = client.get(MARK.format(2))

    assert (response.status_code, response.url) == (303, "/panduan/contoh/langkah/2/")
    assert heard == []
    assert response.cookies == {}
