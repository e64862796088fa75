"""The page of a fault: what the mock portal shows, what the coach says, which way out there is."""

import pytest

from sandbox.domain.vocabulary import FAULT_KINDS, FAULT_MOMENTS
from sandbox.fault_scene import SCENES
from sandbox.models import FaultVisit
from tests.factories import a_fault, faulty_flow, make_attempt, right_answers, sign_in_learner

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture
def struck(client):
    """An attempt in a mode whose fault has struck; its address and the door of the fault."""

    def meet(mode="latihan", kind="hang", **fault):
        learner = sign_in_learner(client)
        document = faulty_flow(a_fault(kind, **fault))
        attempt = make_attempt(learner=learner, document=document, mode=mode, faults=kind)
        for screen in ("daftar", "modal"):
            client.post(f"/latihan/coba/{attempt.pk}/{screen}/", right_answers(attempt, screen))
        return attempt.get_absolute_url(), f"/latihan/coba/{attempt.pk}/modal/gangguan/"

    return meet


@pytest.mark.parametrize("kind", FAULT_KINDS)
def test_every_kind_has_a_page_with_its_actions(client, struck, kind):
    url, _ = struck(kind=kind)

    page = client.get(url).text

    assert f'data-fault="{kind}"' in page
    assert 'data-screen="modal"' in page
    for action in ("tunggu", "daftar-ulang", "diam"):
        assert f'data-action="{action}"' in page
    assert "bukan oss.go.id" in page


def test_every_kind_has_a_scene():
    assert set(SCENES) == set(FAULT_MOMENTS)


def test_the_coach_calms_first_and_says_that_it_is_made_on_purpose(client, struck):
    url, _ = struck()

    page = client.get(url).text

    assert "Gangguan ini sengaja dibuat." in page
    assert page.index("Tenang.") < page.index("Apa yang Anda lakukan?")
    assert "Tepat, ternyata tersimpan." not in page


def test_every_page_of_the_attempt_shows_the_pending_fault(client, struck):
    url, _ = struck()

    for screen in ("daftar", "modal", "terbit"):
        assert 'data-fault="hang"' in client.get(f"{url}{screen}/").text


def test_the_way_out_leads_on_with_the_lesson_on_top(client, struck):
    _, door = struck()

    response = client.post(door, {"aksi": "tunggu"}, follow=True)

    assert 'data-screen="terbit"' in response.text
    assert "data-fault=" not in response.text
    assert 'data-lesson="hang"' in response.text
    assert "Isian aman." in response.text


def test_the_way_out_answers_with_the_next_screen_under_htmx(client, struck):
    _, door = struck()

    response = client.post(door, {"aksi": "tunggu"}, headers=HTMX)

    assert 'data-screen="terbit"' in response.text
    assert 'data-lesson="hang"' in response.text
    assert "<html" not in response.text


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["whole page", "htmx"])
def test_a_wrong_way_is_explained_and_marked_and_the_others_stay_open(client, struck, headers):
    _, door = struck()

    page = client.post(door, {"aksi": "daftar-ulang"}, headers=headers).text

    assert "Hampir." in page
    assert "Akun jadi dua." in page
    assert 'data-action="daftar-ulang" disabled' in page
    assert 'data-action="tunggu" disabled' not in page


def test_waiting_is_no_wrong_way(client, struck):
    _, door = struck()

    page = client.post(door, {"aksi": "diam"}).text

    assert "Masih sama." in page
    assert "Hampir." not in page
    assert FaultVisit.objects.get().wrong == []


def test_the_hint_is_given_on_request(client, struck):
    url, door = struck()

    assert "Petunjuk hang" not in client.get(url).text
    assert "Petunjuk hang" in client.post(door, {"aksi": "petunjuk"}).text


def test_in_an_exam_the_portal_speaks_alone(client, struck):
    url, door = struck(mode="ujian")

    pages = [client.get(url).text, client.post(door, {"aksi": "daftar-ulang"}).text]

    for page in pages:
        assert "Kata portal hang" in page
        assert "Pilihan Anda" in page
        for silent in ("sengaja dibuat", "Tenang.", "Akun jadi dua.", "Hampir", "Petunjuk hang", 'value="petunjuk"'):
            assert silent not in page
    assert "data-lesson" not in client.post(door, {"aksi": "tunggu"}, follow=True).text


def test_who_watches_sees_the_way_out_with_its_reason_alone(client, struck):
    url, door = struck(mode="tonton")

    page = client.get(url).text

    assert "Tepat, ternyata tersimpan." in page
    assert 'data-action="tunggu"' in page
    assert 'data-action="daftar-ulang"' not in page
    assert 'data-screen="terbit"' in client.post(door, {"aksi": "tunggu"}, follow=True).text


def test_an_unknown_action_shows_the_fault_again(client, struck):
    _, door = struck()

    for action in ("", "terbang", "x" * 5000, "\x00"):
        response = client.post(door, {"aksi": action})
        assert response.status_code == 200
        assert 'data-fault="hang"' in response.text
    assert FaultVisit.objects.get().wrong == []


def test_the_order_of_actions_hangs_on_the_code_of_the_practice(client):
    document, learner, orders = faulty_flow(), sign_in_learner(client), set()
    for seed in ("K7Q2MD", "K7Q2ME", "K7Q2MF", "K7Q2MG", "K7Q2MH", "K7Q2MJ", "K7Q2MK", "K7Q2ML"):
        attempt = make_attempt(learner=learner, document=document, faults="hang", seed=seed)
        for screen in ("daftar", "modal"):
            client.post(f"/latihan/coba/{attempt.pk}/{screen}/", right_answers(attempt, screen))
        page = client.get(attempt.get_absolute_url()).text
        orders.add(tuple(sorted(("tunggu", "daftar-ulang", "diam"), key=lambda each: page.index(f'value="{each}"'))))

    assert len(orders) > 1


def test_somebody_elses_fault_does_not_exist_for_me(client, struck):
    _, door = struck()
    sign_in_learner(client)

    assert client.post(door, {"aksi": "tunggu"}).status_code == 404


def test_the_door_of_a_fault_that_is_over_leads_to_where_the_learner_stands(client, struck):
    _, door = struck()
    client.post(door, {"aksi": "tunggu"})

    response = client.post(door, {"aksi": "tunggu"}, follow=True)

    assert 'data-screen="terbit"' in response.text


def test_a_fault_costs_few_queries(client, struck, django_assert_max_num_queries):
    _, door = struck()

    with django_assert_max_num_queries(14):
        client.post(door, {"aksi": "daftar-ulang"}, headers=HTMX)
