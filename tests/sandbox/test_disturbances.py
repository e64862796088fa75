import pytest

from sandbox import attempts, disturbances, summaries
from sandbox.models import Attempt, FaultVisit
from sandbox.signals import attempt_finished, fault_missed, fault_recovered, fault_struck
from sandbox.work import open_work
from tests.factories import a_fault, faulty_flow, make_attempt, right_answers

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    """(signal, what it said of a fault) in the order sent."""
    said, names = [], {fault_struck: "struck", fault_missed: "missed", fault_recovered: "recovered"}

    def listener(signal, *, kind, **words):
        said.append((names[signal], kind, words.get("action", "")))

    for signal in names:
        signal.connect(listener, weak=False)
    yield said
    for signal in names:
        signal.disconnect(listener)


def _hanging(**fields):
    """An attempt that has sent "modal" and hangs."""
    attempt = make_attempt(document=faulty_flow(), **fields)
    for screen in ("daftar", "modal"):
        attempts.submit(attempt, screen, right_answers(attempt, screen))
    return attempt


def test_a_fault_of_sending_strikes_after_the_answers_are_kept(heard):
    attempt = _hanging()

    work = open_work(attempt)
    assert work.fault.kind == "hang"
    assert work.answers["modal"] == {"modal": 25_000_000}
    assert heard == [("struck", "hang", "")]


def test_the_right_way_leads_out(heard):
    attempt = _hanging()

    answered = disturbances.answer(attempt, "tunggu")

    assert answered.recovered
    assert answered.after.fault is None
    assert answered.after.standing.current == "terbit"
    assert heard[1:] == [("recovered", "hang", "")]


def test_a_wrong_way_is_remembered_and_leads_nowhere(heard):
    attempt = _hanging()

    answered = disturbances.answer(attempt, "daftar-ulang")

    assert not answered.recovered
    assert answered.after.fault.kind == "hang"
    assert FaultVisit.objects.get().wrong == ["daftar-ulang"]
    disturbances.answer(attempt, "tunggu")
    assert heard[1:] == [("missed", "hang", "daftar-ulang"), ("recovered", "hang", "daftar-ulang")]


def test_waiting_harms_nothing_and_is_told_to_nobody(heard):
    attempt = _hanging()

    disturbances.answer(attempt, "diam")

    visit = FaultVisit.objects.get()
    assert (visit.waits, visit.wrong, visit.recovered_at) == (1, [], None)
    assert heard == [("struck", "hang", "")]


@pytest.mark.parametrize("nonsense", ["", "tidak-ada", "\x00", "tunggu" * 10_000])
def test_an_action_that_is_not_offered_changes_nothing(nonsense):
    attempt = _hanging()

    answered = disturbances.answer(attempt, nonsense)

    assert answered.action is None
    assert answered.after.fault.kind == "hang"


def test_an_action_without_a_fault_changes_nothing():
    attempt = make_attempt(document=faulty_flow())

    assert disturbances.answer(attempt, "tunggu").action is None
    assert not FaultVisit.objects.exists()


def test_while_a_fault_stands_in_the_way_no_screen_is_judged():
    attempt = _hanging()

    assert attempts.submit(attempt, "terbit", right_answers(attempt, "terbit")).checked is None
    assert attempts.solve(attempt, "terbit").checked is None


def test_a_fault_of_arriving_strikes_at_once_when_an_attempt_begins_there(heard):
    make_attempt(document=faulty_flow(a_fault("captcha", "modal")), screen="modal", faults="captcha")

    assert heard == [("struck", "captcha", "")]


def test_who_begins_at_a_later_screen_meets_no_fault_unless_asked_for():
    assert make_attempt(document=faulty_flow(), screen="modal").planned_faults == []


def test_an_attempt_is_finished_only_when_its_last_fault_is_got_out_of():
    finished = []
    attempt_finished.connect(lambda attempt, **_: finished.append(attempt.id), weak=False, dispatch_uid="test-finish")
    attempt = make_attempt(document=faulty_flow(a_fault("error-500", "terbit")))
    for screen in ("daftar", "modal", "terbit"):
        attempts.submit(attempt, screen, right_answers(attempt, screen))
    before = Attempt.objects.get().finished_at

    disturbances.answer(attempt, "tunggu")

    attempt_finished.disconnect(dispatch_uid="test-finish")
    assert before is None
    assert Attempt.objects.get().finished_at is not None
    assert finished == [attempt.id]


def test_the_same_seed_replays_the_same_faults():
    document = faulty_flow(a_fault("hang", "modal"), a_fault("email-taken", "daftar"), a_fault("code-late", "terbit"))
    first = make_attempt(document=document, mode="ujian")

    again = attempts.start(first.learner, first.flow_version, persona="sembako", mode="ujian", seed=first.seed)

    assert (again.seed, again.planned_faults) == (first.seed, first.planned_faults)


def test_two_presses_of_the_hint_are_counted():
    attempt = _hanging()

    disturbances.ask_hint(attempt)
    disturbances.ask_hint(attempt)

    assert FaultVisit.objects.get().hints == 2


def test_an_attempt_in_whose_fault_something_was_tried_is_not_taken_up_as_a_new_one():
    first = make_attempt(document=faulty_flow(a_fault("captcha", "modal")), screen="modal", faults="captcha")
    disturbances.answer(first, "daftar-ulang")

    again = attempts.start(first.learner, first.flow_version, persona="sembako", screen="modal", faults="captcha")

    assert again.pk != first.pk


def test_a_fault_after_the_last_screen_is_the_place_to_go_on():
    attempt = make_attempt(document=faulty_flow(a_fault("error-500", "terbit")))
    for screen in ("daftar", "modal", "terbit"):
        attempts.submit(attempt, screen, right_answers(attempt, screen))

    place = summaries.last_unfinished(attempt.learner)

    assert (place.current_title, place.position, place.total) == ("Terbit", 3, 3)
