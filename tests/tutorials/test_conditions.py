"""Questions about the reader's situation, and the steps that the answers leave out."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.tutorials.factories import make_guide, make_step
from tutorials.models import GuideQuestion

pytestmark = pytest.mark.django_db

EMAIL, OLD = "Punya email yang bisa Anda buka?", "Pernah punya IUMK?"


@pytest.fixture
def guide():
    """Four steps: the second only for who has no email, the third only for who had an IUMK."""
    guide = make_guide("Satu", make_step("Dua", only_when="1:tidak"), make_step("Tiga", only_when="2:ya"), "Empat")
    guide.questions = [
        GuideQuestion(sentence=EMAIL, no_advice="Buat email **dulu**.", sort_order=0),
        GuideQuestion(sentence=OLD, yes_advice="Jangan daftar lagi.", sort_order=1),
    ]
    guide.save()
    return guide


def fields(client):
    """The name of the buttons of each question, in order."""
    html = client.get("/panduan/contoh/?keadaan=ubah").content.decode()
    return re.findall(r'name="(tanya-[0-9a-f]{6})" value="ya"', html)


def answer(client, *answers, **more):
    sent = dict(zip(fields(client), answers, strict=False)) | more
    return client.post("/panduan/contoh/keadaan/", sent)


def left_out(client):
    html = client.get("/panduan/contoh/").content.decode()
    return re.findall(
        r'<li class="lewat">.*?href="([^"]+)">([^<]+)<br><span class="kecil">Tidak perlu untuk Anda', html
    )


def test_before_an_answer_every_step_is_there(client, guide):
    html = client.get("/panduan/contoh/").content.decode()

    assert left_out(client) == []
    assert "4 langkah" in html
    assert html.index(EMAIL) < html.index(OLD)


def test_an_answer_leaves_out_the_steps_for_the_other_answer(client, guide):
    response = answer(client, "ya", "tidak")

    html = client.get("/panduan/contoh/").content.decode()
    assert (response.status_code, response["Location"]) == (303, "/panduan/contoh/#keadaan")
    assert left_out(client) == [("/panduan/contoh/langkah/2/", "Dua"), ("/panduan/contoh/langkah/3/", "Tiga")]
    assert "2 langkah" in html
    assert "2 langkah tidak perlu untuk Anda." in html


def test_next_and_previous_go_past_what_is_left_out(client, guide):
    answer(client, "ya", "tidak")

    first = client.get("/panduan/contoh/langkah/1/").content.decode()
    last = client.get("/panduan/contoh/langkah/4/").content.decode()

    assert 'href="/panduan/contoh/langkah/4/"' in first
    assert 'href="/panduan/contoh/langkah/1/"' in last


def test_sudah_goes_past_what_is_left_out(client, guide):
    answer(client, "ya", "tidak")

    response = client.post("/panduan/contoh/langkah/1/tanda/", {"langkah": "satu", "tanda": "sudah"})

    assert response["Location"] == "/panduan/contoh/langkah/4/"


def test_a_guide_is_finished_without_the_steps_left_out(client, guide):
    answer(client, "ya", "tidak")
    for number, key in ((1, "satu"), (4, "empat")):
        client.post(f"/panduan/contoh/langkah/{number}/tanda/", {"langkah": key, "tanda": "sudah"})

    html = client.get("/panduan/contoh/?selesai=1").content.decode()

    assert "Selesai. Semua langkah panduan ini sudah Anda tandai." in html
    assert "2 dari 2 langkah sudah selesai." in html


def test_a_step_left_out_can_still_be_opened(client, guide):
    answer(client, "ya", "tidak")

    assert client.get("/panduan/contoh/langkah/2/").status_code == 200


def test_the_advice_for_an_answer_is_shown_with_it(client, guide):
    answer(client, "tidak", "tidak")

    html = client.get("/panduan/contoh/").content.decode()

    assert f"<dt>{EMAIL}</dt><dd>Tidak</dd>" in html
    assert "<p>Buat email <strong>dulu</strong>.</p>" in html
    assert "Jangan daftar lagi." not in html


@pytest.mark.parametrize("live", [True, False])
def test_an_answer_leads_to_another_guide_while_that_is_live(client, guide, live):
    other = make_guide(slug="lupa-sandi", title="Lupa sandi", live=live)
    question = guide.questions.first()
    question.no_guide = other
    question.save()
    answer(client, "tidak")

    html = client.get("/panduan/contoh/").content.decode()

    assert ('href="/panduan/lupa-sandi/"' in html) is live


def test_one_answer_of_two_leaves_the_other_question_open(client, guide):
    answer(client, "ya")

    html = client.get("/panduan/contoh/").content.decode()

    assert html.count('type="radio"') == 4
    assert html.count("checked") == 1
    assert [title for _, title in left_out(client)] == ["Dua"]


def test_all_answered_the_questions_wait_behind_a_link(client, guide):
    answer(client, "ya", "ya")

    html = client.get("/panduan/contoh/").content.decode()
    again = client.get("/panduan/contoh/?keadaan=ubah").content.decode()

    assert 'type="radio"' not in html
    assert '<a class="tb" href="?keadaan=ubah#keadaan">Ubah jawaban</a>' in html
    assert again.count("checked") == 2


def test_answers_can_be_taken_back(client, guide):
    answer(client, "ya", "tidak")

    answer(client, lupakan="1")

    assert left_out(client) == []
    assert client.cookies["keadaan"].value == ""


@pytest.mark.parametrize("sent", [{}, {"tanya-ffffff": "ya"}, {"kucing": "ya"}])
def test_a_form_without_an_answer_says_what_to_do(client, guide, sent):
    response = client.post("/panduan/contoh/keadaan/", sent)

    html = client.get(response["Location"]).content.decode()
    assert (response.status_code, response["Location"]) == (303, "/panduan/contoh/?keadaan=kosong#keadaan")
    assert "keadaan" not in client.cookies
    assert "Belum ada yang dipilih. Pilih Ya atau Tidak, lalu tekan Simpan jawaban." in html


def test_something_else_than_ya_and_tidak_is_no_answer(client, guide):
    answer(client, "mungkin", "x" * 10_000)

    assert "keadaan" not in client.cookies


def test_a_reworded_question_is_asked_anew(client, guide):
    answer(client, "ya", "ya")
    question = guide.questions.first()
    question.sentence = "Ada email?"
    question.save()

    assert left_out(client) == []


def test_answers_to_another_guide_stay(client, guide):
    answer(client, "ya", "ya")
    other = make_guide("Satu", make_step("Dua", only_when="1:ya"), slug="lain")
    other.questions = [GuideQuestion(sentence="Warung?")]
    other.save()
    (name,) = re.findall(r'name="(tanya-[0-9a-f]{6})" value="ya"', client.get("/panduan/lain/").content.decode())

    client.post("/panduan/lain/keadaan/", {name: "tidak"})

    assert [title for _, title in left_out(client)] == ["Dua"]
    assert 'class="lewat"' in client.get("/panduan/lain/").content.decode()


def test_the_way_back_to_practice_is_kept(client, guide):
    back = "/latihan/coba/11111111-2222-3333-4444-555555555555/"

    response = answer(client, "ya", dari=back)

    assert response["Location"] == f"/panduan/contoh/?dari={back}#keadaan"


def test_an_address_elsewhere_is_no_way_back(client, guide):
    assert answer(client, "ya", dari="https://jahat.example/")["Location"] == "/panduan/contoh/#keadaan"


def test_opening_the_address_of_the_form_changes_nothing(client, guide):
    response = client.get("/panduan/contoh/keadaan/")

    assert (response.status_code, response["Location"]) == (303, "/panduan/contoh/#keadaan")
    assert client.get("/panduan/tidak-ada/keadaan/").status_code == 404


def test_answering_makes_no_learner_and_is_kept_for_a_year(client, guide):
    answer(client, "ya")

    cookie = client.cookies["keadaan"]
    assert list(client.cookies) == ["keadaan"]
    assert (cookie["max-age"], cookie["samesite"], cookie["path"]) == (31_536_000, "Lax", "/")


def test_the_questions_are_looked_up_only_for_who_has_answered(client, guide):
    client.get("/panduan/contoh/langkah/1/")
    with CaptureQueriesContext(connection) as before:
        client.get("/panduan/contoh/langkah/1/")
    answer(client, "ya", "tidak")
    with CaptureQueriesContext(connection) as after:
        client.get("/panduan/contoh/langkah/1/")

    assert len(after) == len(before) + 1


def test_a_guide_without_questions_shows_none(client):
    make_guide()

    assert "Keadaan Anda" not in client.get("/panduan/contoh/").content.decode()


def test_a_broken_cookie_answers_nothing(client, guide):
    client.cookies["keadaan"] = "<b>.ya;;" + "y" * 3000

    assert left_out(client) == []


def test_the_home_page_and_saya_go_past_what_is_left_out_too(client, guide):
    answer(client, "ya", "tidak")
    client.post("/panduan/contoh/langkah/1/tanda/", {"langkah": "satu", "tanda": "sudah"})

    home = client.get("/").content.decode()
    mine = client.get("/saya/").content.decode()

    assert 'href="/panduan/contoh/langkah/4/">Lanjutkan belajar' in home
    assert "Langkah 4 dari 4. Sisa kira-kira 1 menit." in home
    assert "<b>1 dari 2 langkah sudah.</b> Sisa 1 langkah" in mine


def test_a_draft_shows_its_questions_in_the_preview(guide):
    guide.questions = [GuideQuestion(sentence="Usaha Anda PT?", sort_order=0)]
    draft = guide.save_revision().as_object()

    html = draft.make_preview_request(preview_mode="").render().content.decode()

    assert "Usaha Anda PT?" in html
    assert EMAIL not in html
