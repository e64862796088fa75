"""What templates ask about guides."""

import sys
from collections.abc import Collection, Iterable, Sequence

from django import template
from django.template.context import Context

from tutorials.catalogue import StepLink, StepPanel, guide_steps_about, guide_steps_about_fault, step_panel
from tutorials.domain.pace import place_to_go_on
from tutorials.journey import Stop, with_here
from tutorials.models import GuidePage, GuideStep
from tutorials.way_back import keep_way_back, way_back

register = template.Library()


@register.simple_tag
def guide_steps_for(flow_id: str, screen_id: str) -> list[StepLink]:
    """The live guide steps that explain a practice screen, each with `title`, `number` and `url`.

    This is the way back from practice: the step points at the screen, never the screen at the step.
    """
    return guide_steps_about(flow_id, screen_id)


@register.simple_tag
def guide_steps_for_fault(flow_id: str, kind: str) -> list[StepLink]:
    """The live guide steps that explain a kind of fault, the same in every flow; none when nobody wrote one."""
    return guide_steps_about_fault(kind)


@register.inclusion_tag("tutorials/_practice_panel.html", takes_context=True)
def guide_panel(context: Context, flow_id: str, screen_id: str, kind: str = "") -> dict[str, object]:
    """The step that explains this fault or, without one, this screen, to be read beside the form."""
    steps = (kind and guide_steps_about_fault(kind)) or guide_steps_about(flow_id, screen_id)
    panels = (panel for panel in map(step_panel, steps) if panel is not None)
    panel: StepPanel | None = next(panels, None)
    here = way_back(str(context.get("here", "")))
    # At a fault everything typed is already stored: there is nothing to send first.
    return {"panel": panel, "whole": keep_way_back(panel.url, here) if panel else "", "unsent": not kind}


@register.simple_tag
def with_way_back(address: str, back: str) -> str:
    """The address of another step, which keeps the way back to practice."""
    return keep_way_back(address, back)


@register.simple_tag
def next_undone(steps: Sequence[GuideStep], done: Collection[str]) -> GuideStep | None:
    """The step to go on with; None when all are done."""
    place = place_to_go_on([step.key in done for step in steps])
    return None if place is None else steps[place]


@register.simple_tag
def count_done(steps: Iterable[GuideStep], done: Collection[str]) -> int:
    """How many of these steps are done; a key of a step that is gone does not count."""
    return sum(step.key in done for step in steps)


@register.simple_tag
def journey_with_here(stops: Sequence[Stop], guide: GuidePage, next_step: GuideStep | None) -> list[Stop]:
    """The journey, with the reader of this guide at the stop of the step to go on with; after the last step at the
    last stop."""
    number = sys.maxsize if next_step is None else next_step.number
    return with_here(stops, guide.pk, step_number=number)
