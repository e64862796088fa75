"""An event as it leaves: the JSON object that `parse_event` reads back to the same event."""

from datetime import UTC, datetime
from uuid import UUID

from learning.domain.events import Event

# Each key of the format with the attribute that holds it. `from` cannot name an attribute in Python.
_ATTRIBUTES = (
    ("id", "id"),
    ("learner", "learner"),
    ("at", "at"),
    ("activity", "activity"),
    ("version", "version"),
    ("verb", "verb"),
    ("step", "step"),
    ("field", "field"),
    ("code", "code"),
    ("level", "level"),
    ("seconds", "seconds"),
    ("from", "played_from"),
    ("to", "played_to"),
    ("attempt", "attempt"),
    ("n", "n"),
    ("mode", "mode"),
    ("company", "company"),
    ("group", "group"),
    ("persona", "persona"),
    ("device", "device"),
    ("net", "net"),
)


def as_document(event: Event) -> dict[str, object]:
    """The keys of the format that the event has; times in UTC, durations in seconds."""
    values = ((key, getattr(event, attribute)) for key, attribute in _ATTRIBUTES)
    return {key: _plain(value) for key, value in values if value is not None and value != ""}


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value) if isinstance(value, UUID) else value
