"""What the pages of the four modes say and leave out."""

import pytest

from sandbox.models import Visit
from tests.factories import faulty_flow, make_attempt, right_answers, sign_in_learner

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
NIK_HINT = "Petunjuk nik"
NIK = "9901015210840001"


@pytest.fixture
def begin(client):
    """Begin an attempt in a mode, without faults; its address."""

    def begun(mode, document=None):
        document = document or faulty_flow()
        attempt = make_attempt(learner=sign_in_learner(client), document=document, mode=mode, faults="tanpa")
        return f"/latihan/coba/{attempt.pk}/daftar/"

    return begun


def _ask(client, url, times, **typed):
    for _ in range(times):
        response = client.post(url, {**typed, "aksi": "bantuan:nik"})
    return response.text


def _explained():
    document = faulty_flow()
    document["screens"][0]["fields"][0] |= {"why": "Sebab NIK adalah nomor KTP.", "example": "9952030211010012"}
    document["personas"][0]["card"][0]["rows"][0]["field"] = "daftar.nik"
    return document


@pytest.mark.parametrize(("mode", "name"), [("tonton", "Tonton"), ("tuntun", "Tuntun"), ("ujian", "Ujian")])
def test_the_header_names_the_mode(client, begin, mode, name):
    page = client.get(begin(mode)).text

    assert f"Mode {name}" in page.partition("</header>")[0]


def test_a_watched_screen_is_filled_in_and_read_only_and_says_why(client, begin):
    page = client.get(begin("tonton", _explained())).text

    assert f'value="{NIK}"' in page
    assert "<fieldset disabled" in page
    assert "Sebab NIK adalah nomor KTP." in page
    assert 'data-action="bantuan"' not in page


def test_a_watched_password_is_spelled_out(client):
    document = faulty_flow()
    document["screens"][0]["fields"].append(
        {"id": "sandi", "type": "password", "label": "Sandi", "hint": "Dari kartu."}
    )
    document["personas"][0]["answers"]["daftar"]["sandi"] = "Warung#2026"
    attempt = make_attempt(learner=sign_in_learner(client), document=document, mode="tonton", faults="tanpa")

    page = client.get(attempt.get_absolute_url()).text

    assert "<b>Warung#2026</b>" in page


def test_in_tuntun_the_hint_stands_at_each_field_before_it_is_asked_for(client, begin):
    page = client.get(begin("tuntun")).text

    assert NIK_HINT in page
    assert "Bantu saya lagi" in page


def test_in_latihan_hints_are_closed_until_asked_for(client, begin):
    url = begin("latihan")

    before = client.get(url).text
    after = client.post(url, {"aksi": "bantuan"}).text

    assert NIK_HINT not in before
    assert NIK_HINT in after
    assert "Bantu saya lagi" in after


@pytest.mark.parametrize(
    ("times", "said", "not_yet"),
    [
        (1, NIK_HINT, "kartu KTP, baris NIK"),
        (2, "kartu KTP, baris NIK", "Awalnya"),
        (3, "99010…", NIK),
        (4, f"Jawabannya: <b>{NIK}</b>", 'value="bantuan:nik"'),
    ],
)
def test_help_says_more_each_time(client, begin, times, said, not_yet):
    page = _ask(client, begin("latihan", _explained()), times).partition('id="layar"')[2].partition("</form>")[0]

    assert said in page
    assert not_yet not in page


def test_the_fourth_help_fills_the_box_and_says_that_it_counts(client, begin):
    page = _ask(client, begin("latihan", _explained()), 4, nik="123", punya_usaha="ya")

    assert f'name="nik" value="{NIK}"' in page
    assert "Ini dihitung belum sendiri." in page
    assert 'value="ya" id="punya_usaha" checked' in page


def test_after_the_fourth_help_what_is_typed_over_the_answer_stays(client, begin):
    url = begin("latihan", _explained())
    _ask(client, url, 4)

    page = client.post(url, {"nik": "9901015210840009", "punya_usaha": "ya"}).text

    assert 'value="9901015210840009"' in page


def test_a_refused_field_offers_help_of_its_own(client, begin):
    page = client.post(begin("latihan"), {"nik": "99", "punya_usaha": "ya"}).text

    assert 'value="bantuan:nik"' in page
    assert 'value="bantuan:punya_usaha"' not in page


def test_an_answer_that_is_the_learners_own_is_shown_as_an_example_and_not_filled_in(client, begin):
    document = _explained()
    document["personas"][0]["own"] = ["daftar.nik"]

    page = _ask(client, begin("latihan", document), 4)

    assert "Contoh jawaban" in page
    assert f'value="{NIK}"' not in page


def test_an_exam_says_only_what_the_portal_says(client, begin):
    url = begin("ujian")

    refused = client.post(url, {"nik": "99", "punya_usaha": "ya"}).text
    asked = client.post(url, {"nik": "99", "aksi": "bantuan:nik"}).text

    assert "Kalimat nik.length" in refused
    assert "Contoh: " not in refused.partition('id="layar"')[2].partition("</form>")[0]
    for page in (refused, asked):
        assert NIK_HINT not in page
        assert 'data-action="bantuan"' not in page
        assert 'data-action="isikan"' not in page


def test_the_first_screen_of_an_exam_states_when_it_is_passed(client, begin):
    page = client.get(begin("ujian")).text

    assert "paling banyak 5 isian perlu dibetulkan" in page
    assert "paling banyak 1 langkah keliru" in page


def test_a_screen_can_be_filled_in_on_request(client, begin):
    url = begin("latihan")

    response = client.post(url, {"aksi": "isikan"}, follow=True)

    assert 'data-screen="modal"' in response.text
    assert Visit.objects.get(screen="daftar").solved


def test_a_screen_done_again_from_empty_carries_that_with_it(client, begin):
    url = begin("latihan")
    client.post(url, {"nik": NIK, "punya_usaha": "ya"})

    emptied = client.get(f"{url}?ulang").text
    refused = client.post(url, {"ulang": "1", "nik": "99"}).text

    assert f'value="{NIK}"' not in emptied
    for page in (emptied, refused):
        assert '<input type="hidden" name="ulang" value="1">' in page


def test_starting_over_leads_to_the_first_screen_of_a_new_attempt(client, begin):
    url = begin("latihan")
    client.post(url, {"nik": NIK, "punya_usaha": "ya"})

    response = client.post(url.replace("daftar", "ulang-dari-awal"), follow=True)

    assert 'data-screen="daftar"' in response.text
    assert url not in response.request["PATH_INFO"]


def test_the_practice_code_can_be_read_out(client):
    attempt = make_attempt(learner=sign_in_learner(client))

    assert f"Kode latihan: <b>{attempt.seed}</b>" in client.get(attempt.get_absolute_url()).text


def test_a_field_that_does_not_count_after_earlier_answers_is_left_out(client):
    document = faulty_flow()
    when = {"field": "daftar.punya_usaha", "equals": "belum"}
    document["screens"][2]["fields"].insert(0, {"id": "catatan", "type": "note", "label": "Belum punya", "when": when})
    learner = sign_in_learner(client)
    pages = {}
    for answer in ("ya", "belum"):
        attempt = make_attempt(learner=learner, document=document, faults="tanpa")
        client.post(f"/latihan/coba/{attempt.pk}/daftar/", {"nik": NIK, "punya_usaha": answer})
        if answer == "ya":
            client.post(f"/latihan/coba/{attempt.pk}/modal/", right_answers(attempt, "modal"))
        pages[answer] = client.get(f"/latihan/coba/{attempt.pk}/terbit/").text

    assert 'data-field="catatan"' not in pages["ya"]
    assert 'data-field="catatan"' in pages["belum"]


def test_another_site_is_named_on_its_frame_and_still_is_no_oss(client):
    document = faulty_flow()
    document["screens"][0]["site"] = "AMDALnet"
    attempt = make_attempt(learner=sign_in_learner(client), document=document, faults="tanpa")

    page = client.get(attempt.get_absolute_url()).text

    assert "Layar tiruan AMDALnet" in page
    assert "bukan oss.go.id" in page


@pytest.mark.parametrize("action", ["bantuan:tidak-ada", "bantuan:", "isikan:x", "panduan", "terbang", ""])
def test_any_button_name_answers_with_a_page(client, begin, action):
    response = client.post(begin("latihan"), {"aksi": action, "nik": "1"})

    assert response.status_code in (200, 302)
