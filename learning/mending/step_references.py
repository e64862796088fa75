"""Who met a step that leaves its guide: its events stay, and the archive says so before anybody forgets it."""

from collections.abc import Sequence

from django.db.models import Count
from django.dispatch import receiver

from learning.definitions import GUIDE_PREFIX
from learning.domain.suppression import SMALLEST_GROUP
from learning.models import Event
from tutorials.signals import step_references_asked

FEW_MET_IT = "Beberapa orang pernah sampai di sini. Catatannya tetap tersimpan."
MANY_MET_IT = "Kira-kira {people} orang pernah sampai di sini. Catatannya tetap tersimpan."


@receiver(step_references_asked)
def who_met_them(guide: str, steps: Sequence[str], **_: object) -> dict[str, list[str]]:
    met = Event.objects.filter(activity=GUIDE_PREFIX + guide, step__in=steps)
    counts = met.values_list("step").annotate(people=Count("learner", distinct=True)).order_by()
    return {step: [_sentence(people)] for step, people in counts if people}


def _sentence(people: int) -> str:
    """To the nearest five, as every number that is not in a report of its own."""
    if people < SMALLEST_GROUP:
        return FEW_MET_IT
    return MANY_MET_IT.format(people=SMALLEST_GROUP * round(people / SMALLEST_GROUP))
