"""A world as files: the definition and the events in the format that `manage.py import_events` takes."""

import json
from collections.abc import Iterable
from typing import Any

from learning.domain.counting.exposures import Trace
from learning.domain.definitions import ActivityDefinition

KEYS = {"played_from": "from", "played_to": "to"}
ABSENT = ("", None)


def raw_event(trace: Trace, activity: str) -> dict[str, Any]:
    """One event as a decoded JSON object."""
    said = {name: value for name, value in trace._asdict().items() if value not in ABSENT}
    said["at"] = trace.at.isoformat()
    raw = {KEYS.get(name, name): str(value) if name in ("id", "attempt") else value for name, value in said.items()}
    return {**raw, "activity": activity}


def raw_definition(definition: ActivityDefinition) -> dict[str, Any]:
    """One entry of DEFINITION.json's "activities"."""
    return {
        "id": definition.id,
        "title": definition.title,
        "kind": definition.kind,
        "version": definition.version,
        "steps": [
            {"id": step.id, "title": step.title, "expected_seconds": step.expected_seconds} for step in definition.steps
        ],
        "versions": [
            {"version": one.version, "at": one.at.isoformat(), "changed": sorted(one.changed)}
            for one in definition.versions
        ],
    }


def as_json_lines(traces: Iterable[Trace], activity: str) -> str:
    return "".join(f"{json.dumps(raw_event(trace, activity))}\n" for trace in traces)


def as_definition_file(*definitions: ActivityDefinition) -> str:
    return json.dumps({"activities": [raw_definition(one) for one in definitions]})
