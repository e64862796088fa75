"""What a press in a guide or in practice leaves behind."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from learning.models import Event, StepDone
from sandbox import attempts, disturbances, helping
from sandbox.catalogue import publish
from sandbox.models import Attempt, FlowVersion
from sandbox.signals import attempt_finished, attempt_started, help_asked, screen_accepted, screen_refused
from tests.factories import faulty_flow, make_attempt, right_answers, sign_in_learner, small_flow
from tests.learning.factories import make_guide, make_raw_event
from tutorials.marks import mark_confusing, mark_done, undo_done

pytestmark = pytest.mark.django_db

FLOW = "flow/alur-uji"
GUIDE = "guide/contoh"


def recorded(activity):
    return list(Event.objects.filter(activity=activity).order_by("received_at").values_list("verb", "step"))


def test_beginning_practice_enters_the_first_screen():
    learner = uuid4()

    attempt = make_attempt(learner=learner)

    event = Event.objects.get()
    assert (event.activity, event.verb, event.step) == (FLOW, "entered", "daftar")
    assert (event.learner, event.attempt, event.version) == (str(learner), attempt.id, "1")
    assert (event.mode, event.persona, event.company) == ("latihan", "sembako", "")


def test_beginning_at_a_later_screen_is_no_start_of_the_first():
    make_attempt(screen="modal")

    assert recorded(FLOW) == [("entered", "modal")]


def test_an_accepted_screen_is_completed_and_the_next_one_entered():
    attempt = make_attempt()

    screen_accepted.send(Attempt, attempt=attempt, screen="daftar", next_screen="modal", seconds=41.5, first_time=True)

    assert recorded(FLOW) == [("entered", "daftar"), ("completed", "daftar"), ("entered", "modal")]
    assert Event.objects.get(verb="completed").seconds == 41.5


def test_after_the_last_screen_nothing_is_entered_and_the_attempt_is_finished():
    attempt = make_attempt()

    screen_accepted.send(Attempt, attempt=attempt, screen="terbit", next_screen=None, seconds=None, first_time=True)
    attempt_finished.send(Attempt, attempt=attempt)

    assert recorded(FLOW) == [("entered", "daftar"), ("completed", "terbit"), ("finished", "")]


def accept_again(attempt, screen="daftar"):
    screen_accepted.send(Attempt, attempt=attempt, screen=screen, next_screen=None, seconds=9, first_time=False)


def long_ago(attempt):
    """As if everything recorded so far had happened a minute before."""
    Event.objects.filter(attempt=attempt.id).update(at=timezone.now() - timedelta(minutes=1))


def test_an_earlier_screen_accepted_again_is_a_return_and_no_second_completion():
    attempt = make_attempt()
    attempts.submit(attempt, "daftar", right_answers(attempt, "daftar"))
    long_ago(attempt)

    attempts.submit(attempt, "daftar", right_answers(attempt, "daftar"))

    assert recorded(FLOW) == [("entered", "daftar"), ("completed", "daftar"), ("entered", "modal"), ("back", "daftar")]


def test_the_same_screen_sent_twice_in_a_row_is_no_return():
    attempt = make_attempt()
    for _ in range(3):
        attempts.submit(attempt, "daftar", right_answers(attempt, "daftar"))

    assert recorded(FLOW) == [("entered", "daftar"), ("completed", "daftar"), ("entered", "modal")]


def test_each_return_counts_but_a_double_press_of_one_does_not():
    attempt = make_attempt()

    accept_again(attempt)
    long_ago(attempt)
    accept_again(attempt)
    accept_again(attempt)

    assert recorded(FLOW) == [("entered", "daftar"), ("back", "daftar"), ("back", "daftar")]


def test_who_practises_a_screen_again_after_the_end_does_not_go_round_in_circles():
    attempt = make_attempt()
    attempt.finished_at = timezone.now()

    accept_again(attempt)

    assert recorded(FLOW) == [("entered", "daftar")]


def test_a_refused_screen_leaves_one_error_for_each_rule_and_nothing_typed():
    attempt = make_attempt()

    screen_refused.send(
        Attempt,
        attempt=attempt,
        screen="daftar",
        problems=[("nik", "nik.length"), ("nik", "nik.length"), ("punya_usaha", "required")],
    )

    errors = Event.objects.filter(verb="error").order_by("field")
    assert [(error.step, error.field, error.code) for error in errors] == [
        ("daftar", "nik", "nik.length"),
        ("daftar", "punya_usaha", "required"),
    ]


def test_asking_for_help_is_recorded_with_its_level():
    attempt = make_attempt()

    help_asked.send(Attempt, attempt=attempt, screen="daftar", field="nik", level=2)

    event = Event.objects.get(verb="help")
    assert (event.step, event.field, event.level) == ("daftar", "nik", 2)


def test_an_event_is_undone_with_the_transaction_it_tells_of():
    attempt = make_attempt()

    with transaction.atomic():
        attempt_started.send(Attempt, attempt=attempt, screen="modal")
        transaction.set_rollback(True)

    assert recorded(FLOW) == [("entered", "daftar")]


def test_sudah_enters_and_completes_the_step_and_enters_the_next():
    guide, learner = make_guide(), uuid4()

    mark_done(learner, guide, guide.numbered_steps()[0])
    mark_done(learner, guide, guide.numbered_steps()[1])

    assert recorded(GUIDE) == [
        ("entered", "satu"), ("completed", "satu"), ("entered", "dua"), ("completed", "dua"), ("entered", "tiga"),
    ]  # fmt: skip
    assert set(Event.objects.values_list("learner", "version")) == {(str(learner), "1")}


def test_sudah_on_the_last_step_finishes_the_guide():
    guide = make_guide()

    mark_done(uuid4(), guide, guide.numbered_steps()[2])

    assert recorded(GUIDE) == [("entered", "tiga"), ("completed", "tiga"), ("finished", "")]


def test_sudah_pressed_twice_says_nothing_new():
    guide, learner = make_guide(), uuid4()

    mark_done(learner, guide, guide.numbered_steps()[0])
    mark_done(learner, guide, guide.numbered_steps()[0])

    assert Event.objects.count() == 3
    assert StepDone.objects.count() == 1


def test_taking_sudah_back_leaves_the_events_and_forgets_the_mark():
    guide, learner = make_guide(), uuid4()
    mark_done(learner, guide, guide.numbered_steps()[0])

    undo_done(learner, guide, guide.numbered_steps()[0])

    assert Event.objects.count() == 3
    assert StepDone.objects.count() == 0


def test_taking_sudah_back_is_nobody_elses_business():
    guide = make_guide()
    mark_done(uuid4(), guide, guide.numbered_steps()[0])

    undo_done(uuid4(), guide, guide.numbered_steps()[0])

    assert StepDone.objects.count() == 1


def test_saya_bingung_enters_the_step_and_asks_for_help():
    guide = make_guide()

    mark_confusing(uuid4(), guide, guide.numbered_steps()[1])

    assert recorded(GUIDE) == [("entered", "dua"), ("help", "dua")]
    assert Event.objects.get(verb="help").level == 1


def test_the_reason_for_confusion_is_the_code_of_its_help():
    guide, learner = make_guide(), uuid4()

    mark_confusing(learner, guide, guide.numbered_steps()[1])
    mark_confusing(learner, guide, guide.numbered_steps()[1], reason="tidak-tahu-pilih")

    codes = Event.objects.filter(verb="help").order_by("received_at").values_list("code", flat=True)
    assert list(codes) == ["", "tidak-tahu-pilih"]
    assert Event.objects.filter(verb="entered").count() == 1


def test_saya_bingung_pressed_twice_in_a_row_asks_once():
    guide, learner = make_guide(), uuid4()

    mark_confusing(learner, guide, guide.numbered_steps()[1])
    mark_confusing(learner, guide, guide.numbered_steps()[1])

    assert Event.objects.filter(verb="help").count() == 1


def _told(attempt):
    return list(
        Event.objects.filter(attempt=attempt.id).order_by("at", "pk").values_list("verb", "step", "code", "field")
    )


def test_a_screen_whose_sending_hangs_is_completed_only_once_its_learner_is_out():
    attempt = make_attempt(document=faulty_flow())
    attempts.submit(attempt, "daftar", right_answers(attempt, "daftar"))
    attempts.submit(attempt, "modal", right_answers(attempt, "modal"))
    before = _told(attempt)[3:]

    disturbances.answer(attempt, "daftar-ulang")
    disturbances.answer(attempt, "tunggu")

    assert before == [("fault", "modal", "hang", "")]
    assert sorted(_told(attempt)[4:]) == [
        ("answered", "modal", "daftar-ulang", "hang"), ("completed", "modal", "", ""), ("entered", "terbit", "", ""),
        ("recovered", "modal", "hang", "daftar-ulang"),
    ]  # fmt: skip


def test_the_same_help_pressed_twice_is_one_but_the_next_level_is_another():
    attempt = make_attempt(document=faulty_flow())

    for _ in range(3):
        helping.ask(attempt, "daftar", "nik")
    helping.ask(attempt, "daftar")
    helping.ask(attempt, "daftar")

    asked = Event.objects.filter(verb="help").values_list("field", "level")
    assert sorted(asked) == [("", 1), ("nik", 1), ("nik", 2), ("nik", 3)]


def test_a_draft_that_staff_try_out_leaves_no_event():
    version = publish(faulty_flow())
    FlowVersion.objects.filter(pk=version.pk).update(trial=True, number=None)
    attempt = attempts.start(uuid4(), FlowVersion.objects.get(pk=version.pk), persona="sembako")

    attempts.submit(attempt, "daftar", {"nik": "1"})
    attempts.solve(attempt, "daftar")
    attempts.solve(attempt, "modal")
    disturbances.answer(attempt, "tunggu")

    assert not Event.objects.exists()


PHONE_SAYS = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36"
)


def test_a_press_tells_from_which_device_and_over_which_network(client):
    make_guide()

    client.post("/panduan/contoh/langkah/1/tanda/", {"tanda": "sudah"}, headers={"User-Agent": PHONE_SAYS, "ECT": "2g"})

    assert set(Event.objects.values_list("device", "net")) == {("phone", "slow")}


def test_practice_tells_the_device_too(client):
    publish(small_flow())

    client.post("/latihan/alur-uji/", {"persona": "sembako", "mode": "latihan"}, headers={"User-Agent": PHONE_SAYS})

    assert Event.objects.values_list("verb", "device", "net").get() == ("entered", "phone", "")


def test_who_wants_no_record_keeps_the_ticks_and_leaves_no_event(client):
    make_guide()
    publish(small_flow())
    client.cookies["tanpa-catatan"] = "1"

    client.post("/panduan/contoh/langkah/1/tanda/", {"tanda": "sudah"})
    client.post("/panduan/contoh/langkah/2/tanda/", {"tanda": "bingung"})
    client.post("/latihan/alur-uji/", {"persona": "sembako", "mode": "latihan"})

    assert not Event.objects.exists()
    assert list(StepDone.objects.values_list("step", flat=True)) == ["satu"]
    assert Attempt.objects.count() == 1


def test_what_the_script_told_before_is_not_told_again_by_sudah(client):
    guide = make_guide()
    learner = sign_in_learner(client)
    seen = make_raw_event(learner=..., activity=GUIDE, version="1", verb="entered", step="satu")
    client.generic("POST", "/api/peristiwa/", json.dumps([seen]), content_type="text/plain")

    mark_done(learner, guide, guide.numbered_steps()[0])

    assert recorded(GUIDE) == [("entered", "satu"), ("completed", "satu"), ("entered", "dua")]
