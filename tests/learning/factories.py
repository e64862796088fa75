"""Made-up people walking through made-up activities."""

from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid4, uuid5

from learning.aggregates import waiting
from learning.domain.counting.exposures import Trace
from learning.domain.definitions import ActivityDefinition, StepDefinition, VersionDefinition
from learning.models import Activity, Event
from tests.tutorials.factories import make_index
from tutorials.models import GuidePage, GuideStep

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(days=3)  # long enough for silence to mean something


def make_definition(*steps, id="flow/contoh", version="1", versions=()):
    return ActivityDefinition(
        id=id,
        title="Contoh",
        kind="flow",
        version=version,
        steps=tuple(StepDefinition(step, step.capitalize(), 60) for step in steps or ("satu", "dua", "tiga")),
        versions=tuple(VersionDefinition(name, at, frozenset(changed)) for name, at, changed in versions),
    )


def make_trace(learner="ani", verb="entered", step="satu", *, at=NOON, version="1", **more):
    return Trace(id=uuid4(), learner=learner, at=at, version=version, verb=verb, step=step, **more)


def walk(learner, *steps, stops_at="", at=NOON, seconds=60.0, errors=(), asks_at="", **more):
    """Traces of somebody who completes `steps` in order, one a minute, and enters `stops_at` without completing it.

    `errors`: steps at which one field is refused once. `seconds`: a number, or one for each step by name.
    """
    traces = []
    for minute, step in enumerate([*steps, *([stops_at] if stops_at else [])]):
        when = at + timedelta(minutes=minute)
        traces.append(make_trace(learner, "entered", step, at=when, **more))
        if step in errors:
            traces.append(make_trace(learner, "error", step, at=when, field="luas", code="number.digits", **more))
        if step == asks_at:
            traces.append(make_trace(learner, "help", step, at=when, **more))
        if step != stops_at:
            took = seconds.get(step, 60.0) if isinstance(seconds, dict) else seconds
            traces.append(make_trace(learner, "completed", step, at=when + timedelta(seconds=30), seconds=took, **more))
    return traces


def make_raw_event(**changes):
    """An event as it arrives: a decoded JSON object. A key changed to `...` is left out."""
    raw = {
        "id": str(uuid4()),
        "learner": str(uuid5(NAMESPACE_URL, "ani")),
        "at": "2026-03-01T19:00:00+07:00",
        "activity": "flow/contoh",
        "version": "1",
        "verb": "entered",
        "step": "satu",
        **changes,
    }
    return {key: value for key, value in raw.items() if value is not ...}


def make_activity(*steps, id="flow/contoh", title="Contoh", version="1", versions=()):
    return Activity.objects.create(
        id=id,
        title=title,
        kind="flow",
        version=version,
        steps=[{"id": step, "title": step.capitalize(), "expected_seconds": 60} for step in steps],
        versions=list(versions),
    )


def store_traces(traces, *, activity="flow/contoh"):
    rows = [Event(activity=activity, **trace._asdict()) for trace in traces]
    Event.objects.bulk_create(rows)
    waiting.note((activity, row.learner) for row in rows)


def make_guide(*steps, slug="contoh", title="Panduan contoh", practice=()):
    """A published guide under /panduan/; `practice`: for each step the screen that it explains, as flow:screen."""
    screens = dict(zip(steps, practice, strict=False))
    rows = [
        GuideStep(
            sort_order=number,
            key=step,
            title=step.capitalize(),
            body="Isi.",
            expect="Terisi.",
            expected_seconds=60,
            practice=screens.get(step, ""),
        )
        for number, step in enumerate(steps or ("satu", "dua", "tiga"))
    ]
    guide = GuidePage(title=title, slug=slug, summary="Ringkas.", steps=rows)
    return make_index().add_child(instance=guide)
