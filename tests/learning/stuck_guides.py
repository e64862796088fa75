"""A published guide in which many people stop at the second step."""

from datetime import timedelta

from django.contrib.auth.models import Group, User
from django.utils import timezone

from tests.learning.factories import make_guide, store_traces, walk

STEPS = ("satu", "dua", "tiga")


def crowd(people, *, lost, stops_at="dua", days_ago=5, prefix="p", **more):
    """Traces of people who walked through STEPS some days ago, `lost` of whom stopped for good."""
    before = STEPS[: STEPS.index(stops_at)]
    at = timezone.now() - timedelta(days=days_ago)
    traces = []
    for number in range(people):
        gone = number < lost
        steps = before if gone else STEPS
        traces += walk(f"{prefix}{number}", *steps, stops_at=stops_at if gone else "", at=at, **more)
    return traces


def make_stuck_guide(people=120, *, lost=48, **more):
    """The activity guide/contoh, in which 40 % are lost at step two."""
    guide = make_guide(*STEPS)
    store_traces(crowd(people, lost=lost, **more), activity="guide/contoh")
    return guide


def make_editor(name="rina", **more):
    user = User.objects.create_user(name, password="rahasia", **more)
    user.groups.add(Group.objects.get(name="Editors"))
    return user
