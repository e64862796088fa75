"""What templates ask about guides."""

from collections.abc import Collection, Iterable, Sequence

from django import template

from tutorials.models import GuidePage, GuideStep
from tutorials.practice import make_reference

register = template.Library()


@register.simple_tag
def guide_steps_for(flow_id: str, screen_id: str) -> list[GuideStep]:
    """The live guide steps that explain a practice screen, each with `title`, `number` and `url`.

    This is the way back from practice: the step points at the screen, never the screen at the step.
    """
    reference = make_reference(flow_id, screen_id)
    guides = GuidePage.objects.live().practised_at(reference).with_steps()
    return [step for guide in guides for step in guide.numbered_steps() if step.practice == reference]


@register.simple_tag
def next_undone(steps: Sequence[GuideStep], done: Collection[str]) -> GuideStep | None:
    """The first step not done after the last one done; where none follows, the first not done at all."""
    last = max((step.number for step in steps if step.key in done), default=0)
    undone = [step for step in steps if step.key not in done]
    return next((step for step in undone if step.number > last), next(iter(undone), None))


@register.simple_tag
def count_done(steps: Iterable[GuideStep], done: Collection[str]) -> int:
    """How many of these steps are done; a key of a step that is gone does not count."""
    return sum(step.key in done for step in steps)
