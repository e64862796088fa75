"""Minutes of a guide: as its author expects until enough people did it, then as they took."""

from datetime import timedelta

import pytest
from django.utils import timezone

from learning.aggregates.catching_up import catch_up
from learning.measured_minutes import guide_time, measured_times
from learning.models import StepSum
from learning.progress import guides_of
from tests.learning.factories import make_guide, store_traces, walk
from tutorials.models import GuideStep

pytestmark = pytest.mark.django_db

STEPS = ("satu", "dua", "tiga")


def people(count, *, steps=STEPS, seconds=240.0, version="1", prefix="p"):
    """So many people who walk through these steps and tell how long each took."""
    for number in range(count):
        took = seconds(number) if callable(seconds) else seconds
        at = timezone.now() - timedelta(days=3)
        traces = walk(f"{prefix}{number}", *steps, at=at, seconds=took, version=version)
        store_traces(traces, activity="guide/contoh")
    catch_up()


def page(client):
    return " ".join(client.get("/panduan/contoh/").content.decode().split())


def test_nobody_there_the_author_estimates(client):
    make_guide(*STEPS)

    assert "kira-kira 3 menit (perkiraan penulis)" in page(client)


def test_29_people_are_too_few(client):
    make_guide(*STEPS)
    people(29)

    assert "kira-kira 3 menit (perkiraan penulis)" in page(client)


def test_30_people_are_enough(client):
    make_guide(*STEPS)
    people(30)

    html = page(client)
    assert "kira-kira 12 menit, diukur dari sekitar 30 orang" in html
    assert html.count('<span class="redup kecil">4 menit</span>') == 3


@pytest.mark.parametrize(
    ("address", "told"),
    [("langkah/2/", "Langkah 2 dari 3 · 4 menit"), ("semua/", "Langkah 2 · 4 menit"), ("semua/", " 12 menit</li>")],
)
def test_a_step_says_the_same_minutes_as_its_guide(client, address, told):
    make_guide(*STEPS)
    people(30)

    assert told in client.get(f"/panduan/contoh/{address}").text


def test_it_is_the_median_that_counts(client):
    make_guide(*STEPS)
    people(31, seconds=lambda number: 60.0 if number < 16 else 3600.0)

    assert measured_times(["guide/contoh"])["guide/contoh"]["satu"].seconds == 60.0


def test_where_some_steps_are_measured_both_are_said(client):
    make_guide(*STEPS)
    people(30, steps=("satu",))

    assert "kira-kira 6 menit (sebagian diukur, sebagian perkiraan penulis)" in page(client)


def test_the_number_of_people_is_that_of_the_step_with_the_fewest():
    guide = make_guide(*STEPS)
    people(40, steps=("satu", "dua"))
    people(32, prefix="q")

    time = guide_time(measured_times(["guide/contoh"]), "guide/contoh", guide.steps.all())

    assert (time.people, str(time.people_told)) == (32, "sekitar 30")


def test_a_step_with_new_content_is_estimated_again():
    guide = make_guide(*STEPS)
    people(30)
    row = guide.steps.get(key="dua")
    row.body = "Isi yang baru."
    guide.steps = [row if step.key == "dua" else step for step in guide.steps.all()]
    guide.save()

    assert set(measured_times(["guide/contoh"])["guide/contoh"]) == {"satu", "tiga"}


def test_a_guide_without_steps_takes_no_time():
    time = guide_time({}, "guide/contoh", [])

    assert (time.minutes, time.is_measured, time.people) == (0, False, 0)


def test_a_step_that_is_left_out_does_not_count():
    steps = [GuideStep(key="satu", expected_seconds=60), GuideStep(key="dua", expected_seconds=600)]

    assert guide_time({}, "guide/contoh", steps[:1]).minutes == 1


def test_what_is_left_to_do_is_told_by_the_same_times():
    make_guide(*STEPS)
    people(30)

    (guide,) = guides_of(None)

    assert guide.minutes_left == 12


def test_the_times_are_looked_up_once_in_ten_minutes(django_assert_num_queries):
    make_guide(*STEPS)
    measured_times(["guide/contoh"])

    with django_assert_num_queries(0):
        measured_times(["guide/contoh"])


def test_a_page_does_not_wait_for_the_times_of_every_guide():
    for slug in ("contoh", "lain"):
        make_guide(*STEPS, slug=slug)
        rows = [StepSum(activity=f"guide/{slug}", step=step, view="", payload='{"entered":1}') for step in STEPS]
        StepSum.objects.bulk_create(rows)

    first = measured_times(["guide/contoh", "guide/lain"], within=timedelta(0))
    second = measured_times(["guide/contoh", "guide/lain"], within=timedelta(0))

    assert (set(first), set(second)) == ({"guide/contoh"}, {"guide/contoh", "guide/lain"})
