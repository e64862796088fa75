"""What templates ask about guides."""

from collections.abc import Collection, Iterable, Sequence

from django import template

from tutorials.catalogue import StepLink, guide_steps_about
from tutorials.domain.pace import place_to_go_on
from tutorials.models import GuideStep

register = template.Library()


@register.simple_tag
def guide_steps_for(flow_id: str, screen_id: str) -> list[StepLink]:
    """The live guide steps that explain a practice screen, each with `title`, `number` and `url`.

    This is the way back from practice: the step points at the screen, never the screen at the step.
    """
    return guide_steps_about(flow_id, screen_id)


@register.simple_tag
def next_undone(steps: Sequence[GuideStep], done: Collection[str]) -> GuideStep | None:
    """The step to go on with; None when all are done."""
    place = place_to_go_on([step.key in done for step in steps])
    return None if place is None else steps[place]


@register.simple_tag
def count_done(steps: Iterable[GuideStep], done: Collection[str]) -> int:
    """How many of these steps are done; a key of a step that is gone does not count."""
    return sum(step.key in done for step in steps)
