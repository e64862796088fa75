"""What the page of the stuck report tells beside the report, from what is in the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min

from learning.domain.definitions import ActivityDefinition
from learning.domain.events import Mode, Verb
from learning.domain.exposures import PRESENCE
from learning.domain.step_notes import Confused, Confusion, Presence, confusions, restarts
from learning.models import Event


@dataclass(frozen=True, slots=True)
class StepNotes:
    """By step id: since when a step is counted anew after an edit, and who was confused there."""

    restarted: Mapping[str, datetime]
    confused: Mapping[str, Confused]


def notes_on(definition: ActivityDefinition, *, as_of: datetime) -> StepNotes:
    counted = Event.objects.filter(activity=definition.id, at__lte=as_of).exclude(mode=Mode.WATCH)
    seen = counted.filter(verb__in=PRESENCE).values("step", "version").annotate(earliest=Min("at"))
    asked = counted.filter(verb=Verb.HELP)
    return StepNotes(
        restarts(definition, map(Presence._make, seen.values_list("step", "version", "earliest")), as_of=as_of),
        confusions(definition, map(Confusion._make, asked.values_list(*Confusion._fields)), as_of=as_of),
    )
