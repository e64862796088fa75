"""Thirty learners of three days ago, two thirds of whom gave up at the password. Runs in a process of the site.

`site.manage("shell", "-c", "from tests.browser.crowd import practise; practise()")`
"""

from datetime import timedelta
from uuid import uuid4

from django.db.models import F

from learning.aggregates import waiting
from learning.aggregates.catching_up import catch_up
from learning.models import Event
from sandbox import attempts
from sandbox.catalogue import flow_of, newest_version
from sandbox.domain.solving import right_raw
from sandbox.models import FlowVersion
from sandbox.paths import right_path
from tests.browser.learner import FLOW

HARD_SCREEN = "kata-sandi"
GIVING_UP, FINISHING = 20, 10
SHORT_PASSWORD = {"kata_sandi": "rahasia", "kata_sandi_ulang": "rahasia"}


def practise():
    version = newest_version(FLOW)
    for number in range(GIVING_UP + FINISHING):
        _go_through(version, gives_up=number < GIVING_UP)
    # The silence after which somebody counts as lost must be over, and nobody practised before there was a flow.
    Event.objects.update(at=F("at") - timedelta(days=3))
    FlowVersion.objects.update(published_at=F("published_at") - timedelta(days=4))
    waiting.note(Event.objects.values_list("activity", "learner").distinct())
    catch_up()


def _go_through(version, *, gives_up):
    flow = flow_of(version)
    attempt = attempts.start(uuid4(), version, persona="sembako", faults="tanpa")
    for screen in map(flow.screen, right_path(version, "sembako")):
        if gives_up and screen.id == HARD_SCREEN:
            attempts.submit(attempt, screen.id, SHORT_PASSWORD)
            return
        attempts.submit(attempt, screen.id, right_raw(flow.persona("sembako"), screen, seed=attempt.seed))
