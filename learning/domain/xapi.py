"""Events as xAPI 1.0.3 statements. docs/interfaces.md has the table of verbs.

A statement says what its event says, so it cannot hold anything that was typed. Its id is the event's, so that a record
store that is sent the same export twice keeps each once.
"""

from dataclasses import dataclass
from urllib.parse import quote

from learning.domain.events import Event, Verb

VERSION = "1.0.3"
_ADL = "http://adlnet.gov/expapi/verbs/"
_VIDEO = "https://w3id.org/xapi/video"

# Verbs of registered profiles where one says the same; what has none gets an IRI of ours, under the site's address.
# Each is shown by the English word of its profile, the last part of its IRI: record stores compare that too.
VERBS: dict[str, str] = {
    Verb.ENTERED: f"{_ADL}initialized",
    Verb.COMPLETED: f"{_ADL}completed",
    Verb.FINISHED: f"{_ADL}completed",
    Verb.ERROR: f"{_ADL}failed",
    Verb.HELP: f"{_ADL}asked",
    Verb.BACK: f"{_ADL}resumed",
    Verb.LEFT: f"{_ADL}suspended",
    Verb.ANSWERED: f"{_ADL}answered",
    Verb.TAPPED: f"{_ADL}interacted",
    Verb.PLAYED: f"{_VIDEO}/verbs/played",
    Verb.FAULT: "fault",
    Verb.RECOVERED: "recovered",
    Verb.REAL: "real",
}
TYPES = {
    "guide": "http://adlnet.gov/expapi/activities/course",
    "flow": "http://adlnet.gov/expapi/activities/simulation",
    "quiz": "http://adlnet.gov/expapi/activities/assessment",
    "video": f"{_VIDEO}/activity-type/video",
}
OTHER_TYPE = "http://adlnet.gov/expapi/activities/module"
STEP_TYPE = "http://adlnet.gov/expapi/activities/lesson"
# Keys of an event that xAPI has no place for; each is an extension of the context.
EXTENSIONS = ("verb", "field", "code", "level", "n", "mode", "company", "group", "persona", "device", "net")


@dataclass(frozen=True, slots=True)
class Site:
    """`url`: the site's address without a slash at its end; every IRI of ours begins with it."""

    url: str

    def iri(self, *parts: str) -> str:
        return "/".join([self.url, "xapi", *(quote(part, safe="/:@+") for part in parts)])


def statement(event: Event, *, site_url: str) -> dict[str, object]:
    """The statement, ready for JSON; keys whose event says nothing are left out, as xAPI wants it."""
    site = Site(site_url.rstrip("/"))
    verb = VERBS[event.verb]
    made: dict[str, object] = {
        "id": str(event.id),
        "version": VERSION,
        "timestamp": event.at.isoformat(),
        "actor": {"objectType": "Agent", "account": {"homePage": site.url, "name": event.learner}},
        "verb": {"id": verb if ":" in verb else site.iri("verb", verb), "display": {"en-US": verb.split("/")[-1]}},
        "object": _object(event, site),
        "context": _context(event, site),
    }
    result = _result(event)
    return {**made, "result": result} if result else made


def duration(seconds: float) -> str:
    """ISO 8601 of seconds, with at most two decimals as xAPI wants: PT61.5S."""
    return f"PT{round(seconds, 2):.10g}S" if seconds < 1e9 else f"PT{round(seconds)}S"


def _object(event: Event, site: Site) -> dict[str, object]:
    """The step where the event is about one, else the activity; of `played`, the video of the step."""
    activity = site.iri("activity", event.activity)
    if event.verb == Verb.PLAYED:
        part = f"{activity}/step/{quote(event.step, safe=':@+')}/video" if event.step else activity
        return _activity(part, TYPES["video"])
    if event.step:
        return _activity(f"{activity}/step/{quote(event.step, safe=':@+')}", STEP_TYPE)
    return _activity(activity, _type(event))


def _activity(iri: str, kind: str) -> dict[str, object]:
    return {"objectType": "Activity", "id": iri, "definition": {"type": kind}}


def _type(event: Event) -> str:
    return TYPES.get(event.activity.split("/")[0], OTHER_TYPE)


def _context(event: Event, site: Site) -> dict[str, object]:
    extensions: dict[str, object] = {
        site.iri("extension", key): getattr(event, key) for key in EXTENSIONS if getattr(event, key) not in ("", None)
    }
    activities: dict[str, object] = {}
    if event.step:
        activities["parent"] = [_activity(site.iri("activity", event.activity), _type(event))]
    if event.verb == Verb.PLAYED:
        profile = {"objectType": "Activity", "id": _VIDEO}
        activities["category"] = [{**profile, "definition": {"type": "http://adlnet.gov/expapi/activities/profile"}}]
        extensions[f"{_VIDEO}/extensions/session-id"] = str(event.attempt or event.id)
    made: dict[str, object] = {"platform": "Tuntun", "language": "id", "revision": event.version}
    if event.attempt is not None:
        made["registration"] = str(event.attempt)
    if activities:
        made["contextActivities"] = activities
    return {**made, "extensions": extensions}


def _result(event: Event) -> dict[str, object]:
    made: dict[str, object] = {}
    if event.seconds is not None:
        made["duration"] = duration(event.seconds)
    if event.verb in (Verb.COMPLETED, Verb.FINISHED):
        made["completion"] = True
    if event.verb == Verb.ERROR:
        made["success"] = False
    if event.verb == Verb.PLAYED and event.played_from is not None:
        made["extensions"] = _segment(event.played_from, event.played_to)
    return made


def _segment(start: float, end: float | None) -> dict[str, object]:
    """Where playing began, and the stretch that was seen, in the video profile's own spelling."""
    told: dict[str, object] = {f"{_VIDEO}/extensions/time": start}
    if end is not None:
        told[f"{_VIDEO}/extensions/played-segments"] = f"{start:g}[.]{end:g}"
    return told
