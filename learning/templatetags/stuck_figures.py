"""What the stuck report knows of one step of a guide, beside a comparison of versions."""

from django import template

from learning.mending.step_fortunes import StepFortunes, step_fortunes

register = template.Library()


@register.simple_tag
def stuck_figures(activity: str, step: str) -> StepFortunes | None:
    """`{% stuck_figures guide_id step_key as figures %}`: None for a step that nobody can have met."""
    return step_fortunes(activity, step)
