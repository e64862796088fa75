"""Two people at the same moment: neither takes back what the other saved, and neither is left in the dark."""

import threading

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client

from tests.tutorials.factories import make_guide, steps_of
from tests.tutorials.test_quick_edit import mend_url, opened
from tutorials.guide_editing import quick_edit

pytestmark = pytest.mark.django_db(transaction=True)


def somebody(name):
    client = Client()
    client.force_login(get_user_model().objects.create_superuser(name, "", "rahasia"))
    return client


def at_once(*presses):
    """Do all of these, each in a thread of its own; what they returned, in order."""
    answers = [None] * len(presses)

    def press(place, action):
        try:
            answers[place] = action()
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=pair) for pair in enumerate(presses)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.fixture
def both_have_looked(monkeypatch):
    """No request goes on to save before both have read the step."""
    together = threading.Barrier(2)
    done = quick_edit.MendStepView._done

    def wait_and_save(view, form, action):
        together.wait(timeout=20)
        return done(view, form, action)

    monkeypatch.setattr(quick_edit.MendStepView, "_done", wait_and_save)


@pytest.mark.parametrize("then", ["draf", "terbit"])
def test_of_two_who_mend_a_step_at_once_one_is_shown_what_the_other_wrote(both_have_looked, then):
    guide = make_guide("Satu")
    rina, sari = somebody("rina"), somebody("sari")
    form = opened(rina, guide)

    def mend(client, text):
        return lambda: client.post(mend_url(guide), form | {"body": text, "lalu": then})

    answers = at_once(mend(rina, "1. Dari Rina."), mend(sari, "1. Dari Sari."))

    assert sorted(answer.status_code for answer in answers) == [302, 409]
    kept = guide.__class__.objects.get(pk=guide.pk).get_latest_revision_as_object().steps.all()[0].body
    told = next(answer for answer in answers if answer.status_code == 409).content.decode()
    assert kept in ("1. Dari Rina.", "1. Dari Sari.")
    assert kept in told
    assert ("Sari" if kept == "1. Dari Rina." else "Rina") in told


def test_two_steps_that_are_mended_at_once_are_both_mended(both_have_looked):
    guide = make_guide("Satu", "Dua")
    rina, sari = somebody("rina"), somebody("sari")
    first, second = opened(rina, guide, "satu"), opened(sari, guide, "dua")

    answers = at_once(
        lambda: rina.post(mend_url(guide, "satu"), first | {"body": "1. Satu baru.", "lalu": "terbit"}),
        lambda: sari.post(mend_url(guide, "dua"), second | {"body": "1. Dua baru.", "lalu": "terbit"}),
    )

    assert [answer.status_code for answer in answers] == [302, 302]
    assert [step.body for step in steps_of(guide)] == ["1. Satu baru.", "1. Dua baru."]
