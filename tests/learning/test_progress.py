"""What somebody has done and what comes next: /saya/ and what other pages show of it."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.template import Context, Template
from django.utils import timezone

from learning.models import Event
from learning.progress import Place, done_steps, guides_of, last_place
from sandbox.catalogue import publish
from tests.factories import make_attempt, sign_in_learner, small_flow
from tests.learning.factories import make_guide
from tutorials.marks import mark_confusing, mark_done, undo_done

pytestmark = pytest.mark.django_db


def page_of(client):
    return " ".join(client.get("/saya/").content.decode().split())


def mark(learner, guide, *numbers):
    for number in numbers:
        mark_done(learner, guide, guide.numbered_steps()[number - 1])


def test_only_the_steps_marked_as_done_are_done():
    guide, learner = make_guide(), uuid4()
    mark(learner, guide, 1, 2)
    undo_done(learner, guide, guide.numbered_steps()[0])
    mark(uuid4(), guide, 3)

    assert done_steps(learner, "guide/contoh") == {"dua"}
    assert done_steps(learner, "guide/lain") == set()
    assert done_steps(None, "guide/contoh") == set()


@pytest.mark.parametrize(
    ("done", "number"),
    [([], 1), ([1], 2), ([2], 3), ([1, 3], 2), ([3], 1), ([1, 2, 3], None)],
)
def test_what_comes_next_follows_the_last_step_done(done, number):
    guide, learner = make_guide(), uuid4()
    mark(learner, guide, *done)

    (progress,) = guides_of(learner)

    assert (progress.next_step.number if progress.next_step else None) == number


def test_a_renamed_guide_keeps_its_marks_and_leads_to_its_new_address():
    guide, learner = make_guide(), uuid4()
    mark(learner, guide, 1)
    guide.slug = "nama-baru"
    guide.save()

    (progress,) = guides_of(learner)

    assert (progress.id, progress.done, progress.url) == ("guide/contoh", 1, "/panduan/nama-baru/")
    assert progress.next_step.url == "/panduan/nama-baru/langkah/2/"
    assert last_place(learner).url == "/panduan/nama-baru/langkah/2/"


def test_a_key_of_a_step_that_is_gone_does_not_count():
    guide, learner = make_guide("satu", "dua"), uuid4()
    mark(learner, guide, 1)
    guide.steps.filter(key="satu").delete()

    (progress,) = guides_of(learner)

    assert (progress.done, len(progress.left)) == (0, 1)


def test_nobody_has_a_last_place_before_the_first_press():
    make_guide()

    assert last_place(None) is None
    assert last_place(uuid4()) is None


def test_the_last_place_in_a_guide_is_the_step_to_go_on_with():
    guide, learner = make_guide(), uuid4()
    mark(learner, guide, 1)

    assert last_place(learner) == Place("Dua", 2, 3, "/panduan/contoh/langkah/2/", 2)


def test_saya_bingung_makes_a_place_to_come_back_to():
    guide, learner = make_guide(), uuid4()

    mark_confusing(learner, guide, guide.numbered_steps()[0])

    assert last_place(learner).url == "/panduan/contoh/langkah/1/"


def test_practice_begun_after_reading_is_the_last_place():
    guide, learner = make_guide(), uuid4()
    mark(learner, guide, 1)
    attempt = make_attempt(learner=learner)

    place = last_place(learner)

    assert (place.title, place.step_number, place.step_total) == ("Daftar", 1, 3)
    assert place.url == f"/latihan/coba/{attempt.id}/"


def test_reading_on_after_practice_leads_back_to_the_guide():
    guide, learner = make_guide(), uuid4()
    make_attempt(learner=learner)
    Event.objects.update(at=timezone.now() - timedelta(minutes=5))
    mark(learner, guide, 1)

    assert last_place(learner).title == "Dua"


def test_what_is_finished_is_no_place_to_go_on():
    guide, learner = make_guide(), uuid4()
    mark(learner, guide, 1, 2, 3)
    make_attempt(learner=learner, finished_at=timezone.now())

    assert last_place(learner) is None


def test_a_newcomer_is_shown_where_to_begin_and_gets_no_cookie(client):
    make_guide()

    response = client.get("/saya/")

    page = " ".join(response.content.decode().split())
    assert "Anda belum mulai" in page
    assert 'class="tb utama" href="/panduan/contoh/"' in page
    assert response.cookies == {}
    assert response["Cache-Control"] == "private, no-store"


def test_a_reader_sees_what_is_done_and_what_is_left(client):
    mark(sign_in_learner(client), make_guide(), 1)

    page = page_of(client)

    assert "<b>1 dari 3 langkah sudah.</b> Sisa 2 langkah, kira-kira 2 menit." in page
    assert 'href="/panduan/contoh/langkah/2/">Lanjut ke langkah 2' in page
    assert "Satu langkah dihitung sudah bila Anda menekan “Sudah” di langkah itu" in page


def test_every_icon_on_the_page_has_its_drawing(client):
    mark(sign_in_learner(client), make_guide(), 1)

    page = page_of(client)

    assert set(re.findall(r'href="#i-(\w+)"', page)) <= set(re.findall(r'<symbol id="i-(\w+)"', page))


def test_a_guide_done_to_the_end_says_so(client):
    mark(sign_in_learner(client), make_guide(), 1, 2, 3)

    assert "<b>Semua 3 langkah sudah.</b>" in page_of(client)


def test_practice_under_way_and_finished_practice_have_their_links(client):
    learner = sign_in_learner(client)
    under_way = make_attempt(learner=learner)
    finished = make_attempt(learner=learner, screen="modal", finished_at=timezone.now())

    page = page_of(client)

    assert f'href="/latihan/coba/{under_way.id}/"' in page
    assert "<b>Layar 1 dari 3: Daftar</b>" in page
    assert "Belum ada layar yang Anda kerjakan sendiri." in page
    assert f'href="/latihan/coba/{finished.id}/"' in page
    assert "<b>Lihat hasil: Alur uji</b>" in page


def test_practice_begun_in_the_middle_tells_the_screen_and_what_was_done_by_oneself(client):
    learner = sign_in_learner(client)
    attempt = make_attempt(learner=learner, screen="modal")

    page, place = page_of(client), last_place(learner)

    assert f'href="/latihan/coba/{attempt.id}/"' in page
    assert "<b>Layar 2 dari 3: Modal</b>" in page
    assert "Belum ada layar yang Anda kerjakan sendiri." in page
    assert (place.step_number, place.step_total, place.minutes_left) == (2, 3, 2)


def test_what_is_left_of_an_attempt_is_told_by_the_version_it_began_with():
    learner = uuid4()
    make_attempt(learner=learner)
    publish(small_flow(screens=[{**screen, "expected_seconds": 600} for screen in small_flow()["screens"]]))

    assert last_place(learner).minutes_left == 3


def test_nobody_sees_what_somebody_else_did(client):
    guide = make_guide()
    mark(uuid4(), guide, 1)
    other = make_attempt()
    sign_in_learner(client)

    page = page_of(client)

    assert "Anda belum mulai" in page
    assert str(other.id) not in page


def test_only_reading_is_offered_at_this_address(client):
    assert client.post("/saya/").status_code == 405


def test_the_number_of_queries_does_not_grow_with_the_guides(client, django_assert_max_num_queries):
    learner = sign_in_learner(client)
    for number in range(6):
        mark(learner, make_guide(slug=f"panduan-{number}"), 1)

    with django_assert_max_num_queries(8):
        client.get("/saya/")


def test_tags_tell_templates_what_is_done_and_where_to_go_on(rf):
    guide, learner = make_guide(), uuid4()
    mark(learner, guide, 1)
    request = rf.get("/")
    request.learner = type("Reader", (), {"uuid": learner})
    template = Template(
        "{% load progress %}{% done_steps 'guide/contoh' as done %}{{ done|join:',' }}"
        "{% last_place as place %} {{ place.title }}"
    )

    assert template.render(Context({"request": request})) == "satu Dua"
    assert template.render(Context()) == " "
