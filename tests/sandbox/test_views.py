import pytest

from sandbox.models import Attempt, Visit
from tests.factories import make_attempt, sign_in_learner, small_flow

pytestmark = pytest.mark.django_db

RIGHT = {"nik": "9901 0152 1084 0001", "punya_usaha": "ya"}
HTMX = {"HX-Request": "true"}


@pytest.fixture
def attempt(client):
    return make_attempt(learner=sign_in_learner(client))


def _url(attempt, screen):
    return f"/latihan/coba/{attempt.pk}/{screen}/"


def test_reading_sets_no_cookie(client):
    make_attempt()

    for address in ("/latihan/", "/latihan/alur-uji/", "/latihan/alur-uji/?layar=modal"):
        response = client.get(address)
        assert response.status_code == 200
        assert not response.cookies


def test_pressing_begin_makes_a_learner_and_leads_to_the_first_screen(client):
    make_attempt()

    response = client.post("/latihan/alur-uji/", {"persona": "sembako", "mode": "latihan"}, follow=True)

    assert b'data-screen="daftar"' in response.content
    cookie = client.cookies["belajar"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_a_start_form_that_names_nobody_is_shown_again_with_a_sentence(client):
    make_attempt()

    response = client.post("/latihan/alur-uji/", {"persona": "siapa", "mode": "terbang"})

    assert response.status_code == 200
    assert "Pilih dulu Anda mau jadi siapa." in response.text
    assert "Pilih cara belajar yang ada di daftar." in response.text
    assert not response.cookies


@pytest.mark.parametrize(
    "address",
    [
        "/latihan/tidak-ada/",
        "/latihan/coba/00000000-0000-4000-8000-000000000000/",
        "/latihan/coba/bukan-uuid/",
    ],
)
def test_what_does_not_exist_is_a_page_in_indonesian_with_a_way_back(client, attempt, address):
    response = client.get(address)

    assert response.status_code == 404
    assert 'lang="id"' in response.text
    assert 'href="/' in response.text


def test_somebody_elses_attempt_does_not_exist_for_me(client):
    other = make_attempt()
    sign_in_learner(client)

    assert client.get(other.get_absolute_url()).status_code == 404
    assert client.post(_url(other, "daftar"), RIGHT).status_code == 404
    assert not Visit.objects.exists()


def test_without_a_cookie_practice_says_what_is_needed(client):
    other = make_attempt()

    response = client.get(other.get_absolute_url())

    assert response.status_code == 404
    assert "izinkan cookie" in response.text


def test_an_accepted_screen_redirects_to_the_next_without_htmx(client, attempt):
    response = client.post(_url(attempt, "daftar"), RIGHT)

    assert response.status_code == 302
    assert response["Location"] == _url(attempt, "modal")


def test_an_accepted_screen_answers_with_the_next_one_under_htmx(client, attempt):
    response = client.post(_url(attempt, "daftar"), RIGHT, headers=HTMX)

    assert response.status_code == 200
    assert response["HX-Push-Url"] == _url(attempt, "modal")
    assert 'data-screen="modal"' in response.text
    assert "<html" not in response.text


def test_a_refused_screen_answers_200_with_errors_in_place_and_what_was_typed(client, attempt):
    response = client.post(_url(attempt, "daftar"), {"nik": "9952030211010012", "punya_usaha": "ya"})

    assert response.status_code == 200
    assert 'data-error="persona.other"' in response.text
    assert 'value="9952030211010012"' in response.text
    assert "Kalimat persona.other" in response.text


def test_a_refused_screen_returns_only_the_screen_under_htmx(client, attempt):
    response = client.post(_url(attempt, "daftar"), {}, headers=HTMX)

    assert 'data-error="required"' in response.text
    assert "<html" not in response.text


def test_a_real_looking_nik_is_refused_and_not_shown_again(client, attempt):
    for action in ("lanjut", "bantuan", "muat", "cari:nik"):
        response = client.post(_url(attempt, "daftar"), {"nik": "3273 0152 1084 0001", "aksi": action})

        assert 'data-error="nik.real"' in response.text
        assert "3273" not in response.text
    assert "3273" not in str(list(Visit.objects.values()))


def test_a_screen_posted_out_of_order_leads_to_the_right_one_with_a_sentence(client, attempt):
    response = client.post(_url(attempt, "terbit"), {"kode": "123456"}, follow=True)

    assert 'data-screen="daftar"' in response.text
    assert "belum sampai gilirannya" in response.text
    assert not Visit.objects.exists()


def test_an_earlier_screen_is_reopened_with_what_was_accepted(client, attempt):
    client.post(_url(attempt, "daftar"), RIGHT)

    response = client.get(_url(attempt, "daftar"))

    assert 'value="9901015210840001"' in response.text


def test_mending_an_earlier_screen_brings_back_with_a_sentence(client, attempt):
    client.post(_url(attempt, "daftar"), RIGHT)
    client.post(_url(attempt, "modal"), {"modal": "25 juta"})

    response = client.post(_url(attempt, "daftar"), {**RIGHT, "punya_usaha": "belum"}, follow=True)

    assert 'data-screen="terbit"' in response.text
    assert "Perbaikan Anda sudah tersimpan" in response.text


def test_a_second_press_of_the_same_button_is_no_mending(client, attempt):
    client.post(_url(attempt, "daftar"), RIGHT)

    response = client.post(_url(attempt, "daftar"), RIGHT, follow=True)

    assert 'data-screen="modal"' in response.text
    assert "tersimpan. Anda kembali" not in response.text


def test_sending_the_same_screen_twice_stores_it_once(client, attempt):
    client.post(_url(attempt, "daftar"), RIGHT)
    client.post(_url(attempt, "daftar"), RIGHT)

    assert Visit.objects.filter(attempt=attempt).count() == 1


def test_asking_for_hints_keeps_what_was_typed_and_is_counted(client, attempt):
    client.post(_url(attempt, "daftar"), RIGHT)

    response = client.post(_url(attempt, "modal"), {"modal": "17", "aksi": "bantuan"})

    assert 'value="17"' in response.text
    assert "Tulis rupiah penuh." in response.text
    assert Visit.objects.get(screen="modal").helps == 1


def test_the_result_shows_the_practice_nib_marked_as_a_sample(client, attempt):
    client.post(_url(attempt, "daftar"), {**RIGHT, "punya_usaha": "belum"})
    page = client.get(attempt.get_absolute_url()).text
    code = page.split('data-kode="')[1][:6]

    response = client.post(_url(attempt, "terbit"), {"kode": code}, follow=True)

    assert 'data-outcome="nib"' in response.text
    assert "0000 0000 00000" in response.text
    assert "CONTOH" in response.text


def test_under_htmx_the_last_screen_sends_the_browser_to_the_result(client, attempt):
    client.post(_url(attempt, "daftar"), {**RIGHT, "punya_usaha": "belum"})
    code = client.get(attempt.get_absolute_url()).text.split('data-kode="')[1][:6]

    response = client.post(_url(attempt, "terbit"), {"kode": code}, headers=HTMX)

    assert response["HX-Redirect"] == attempt.get_absolute_url()


def test_every_practice_page_says_what_it_is_and_is_not_indexed(client, attempt):
    for address in ("/latihan/", "/latihan/alur-uji/", attempt.get_absolute_url()):
        response = client.get(address)
        assert "bukan oss.go.id" in response.text
        assert response["X-Robots-Tag"] == "noindex"
        assert 'content="noindex"' in response.text


def test_a_post_from_another_site_is_refused(client, attempt):
    response = client.post(_url(attempt, "daftar"), RIGHT, headers={"Origin": "https://jahat.example"})

    assert response.status_code == 403
    assert not Visit.objects.exists()


@pytest.mark.parametrize(
    "text", ["9" * 1_000_000, "\x00", "<script>alert(1)</script>", "'; DROP TABLE", "𝟛𝟚", "\u202e"]
)
def test_hostile_input_ends_in_an_error_at_its_field(client, attempt, text):
    response = client.post(_url(attempt, "daftar"), {"nik": text, "punya_usaha": text})

    assert response.status_code == 200
    assert "data-error" in response.text
    assert "<script>alert" not in response.text


def test_submitting_a_screen_takes_at_most_twelve_queries(client, attempt, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        client.post(_url(attempt, "daftar"), RIGHT, headers=HTMX)


def test_the_list_of_flows_says_so_when_there_is_none(client):
    assert "Belum ada latihan yang terbit" in client.get("/latihan/").text


def test_a_flow_that_no_longer_offers_a_screen_keeps_the_attempt_going(client, attempt):
    make_attempt(
        document=small_flow(
            screens=[small_flow()["screens"][0], small_flow()["screens"][2]],
            outcome={
                "kind": "nib",
                "title": "NIB",
                "number": "0000000000000",
                "lines": [{"label": "NIK", "source": "daftar.nik"}],
            },
            personas=[
                {
                    **small_flow()["personas"][0],
                    "answers": {
                        "daftar": {"nik": "9901015210840001", "punya_usaha": "ya"},
                        "terbit": {"kode": "@kode"},
                    },
                }
            ],
        )
    )

    client.post(_url(attempt, "daftar"), RIGHT)

    assert 'data-screen="modal"' in client.get(_url(attempt, "modal")).text
    assert Attempt.objects.get(pk=attempt.pk).flow_version.number == 1
