from datetime import timedelta

import pytest
from django.utils import timezone

from sandbox import attempts, summaries
from sandbox.domain.onetimecode import one_time_code
from sandbox.models import Attempt, Visit
from sandbox.retention import erase_old_attempts
from sandbox.signals import attempt_finished, attempt_started, screen_accepted, screen_refused
from tests.factories import make_attempt

pytestmark = pytest.mark.django_db

RIGHT = {"daftar": {"nik": "9901015210840001", "punya_usaha": "ya"}, "modal": {"modal": "25.000.000"}}


@pytest.fixture
def heard():
    """What the signals said, in order: (name, what)."""
    said = []
    listeners = [
        (attempt_started, lambda sender, screen, **_: said.append(("started", screen))),
        (screen_accepted, lambda sender, screen, first_time, **_: said.append(("accepted", screen, first_time))),
        (screen_refused, lambda sender, screen, problems, **_: said.append(("refused", screen, problems))),
        (attempt_finished, lambda sender, **_: said.append(("finished",))),
    ]
    for signal, listener in listeners:
        signal.connect(listener)
    yield said
    for signal, listener in listeners:
        signal.disconnect(listener)


def _finish(attempt):
    attempts.submit(attempt, "daftar", RIGHT["daftar"])
    attempts.submit(attempt, "modal", RIGHT["modal"])
    return attempts.submit(attempt, "terbit", {"kode": one_time_code(attempt.seed, "terbit")})


def test_an_accepted_screen_leads_on_and_says_so_once(heard):
    attempt = make_attempt()

    attempts.submit(attempt, "daftar", RIGHT["daftar"])
    attempts.submit(attempt, "daftar", RIGHT["daftar"])

    assert heard == [("started", "daftar"), ("accepted", "daftar", True), ("accepted", "daftar", False)]
    assert attempts.open_work(attempt).standing.current == "modal"


def test_nothing_of_a_refused_screen_is_stored_but_which_fields_were_refused(heard):
    attempt = make_attempt()

    submitted = attempts.submit(attempt, "daftar", {"nik": "9952030211010012", "punya_usaha": "ya"})

    assert not submitted.checked.accepted
    visit = Visit.objects.get(attempt=attempt)
    assert visit.values is None
    assert visit.refused_fields == ["nik"]
    assert heard[-1] == ("refused", "daftar", [("nik", "persona.other")])


def test_the_last_screen_finishes_the_attempt_once(heard):
    attempt = make_attempt()
    _finish(attempt)
    attempts.submit(attempt, "modal", {"modal": "25 juta"})

    attempt.refresh_from_db()
    assert attempt.finished_at is not None
    assert heard.count(("finished",)) == 1


def test_beginning_at_a_screen_fills_in_what_comes_before_and_marks_it_not_practised(heard):
    attempt = make_attempt(screen="modal")

    assert heard == [("started", "modal")]
    visit = Visit.objects.get(attempt=attempt)
    assert (visit.screen, visit.practised) == ("daftar", False)
    assert attempts.open_work(attempt).standing.current == "modal"


def test_pressing_begin_twice_begins_one_attempt():
    first = make_attempt()

    second = attempts.start(first.learner, first.flow_version, persona="sembako")

    assert second.pk == first.pk
    assert Attempt.objects.count() == 1


def test_an_attempt_that_was_touched_is_left_alone_by_a_new_beginning():
    first = make_attempt()
    attempts.submit(first, "daftar", {})

    second = attempts.start(first.learner, first.flow_version, persona="sembako")

    assert second.pk != first.pk


def test_the_summary_tells_how_far_somebody_is():
    attempt = make_attempt()
    attempts.submit(attempt, "daftar", RIGHT["daftar"])

    (summary,) = summaries.of_learner(attempt.learner)

    assert (summary.done, summary.total, summary.current_title) == (1, 3, "Modal")
    assert summaries.of_learner(None) == []


def test_a_screen_submitted_under_an_old_version_stays_with_that_version():
    attempt = make_attempt()
    make_attempt(document={**attempt.flow_version.document, "title": "Judul baru"})

    attempts.submit(attempt, "daftar", RIGHT["daftar"])

    attempt.refresh_from_db()
    assert attempt.flow_version.number == 1
    assert attempts.open_work(attempt).flow.title == "Alur uji"


def test_a_box_left_empty_is_no_mistake_to_practise_again():
    attempt = make_attempt()

    attempts.submit(attempt, "daftar", {"nik": "99", "punya_usaha": ""})

    assert Visit.objects.get(attempt=attempt).refused_fields == ["nik"]


def test_a_filled_in_screen_that_is_reopened_and_practised_counts_as_done(heard):
    attempt = make_attempt(screen="modal")
    assert summaries.of_learner(attempt.learner)[0].done == 0

    attempts.submit(attempt, "daftar", RIGHT["daftar"])

    assert heard[-1] == ("accepted", "daftar", True)
    assert summaries.of_learner(attempt.learner)[0].done == 1


def test_an_attempt_whose_values_were_erased_is_remembered_but_not_gone_on_with():
    attempt = make_attempt()
    attempts.submit(attempt, "daftar", RIGHT["daftar"])
    month_later = timezone.now() + timedelta(days=31)

    erase_old_attempts(now=month_later)

    (summary,) = summaries.of_learner(attempt.learner)
    assert (summary.erased, summary.done, summary.position, summary.seconds_left) == (True, 1, None, 0)
    assert summaries.last_unfinished(attempt.learner) is None
