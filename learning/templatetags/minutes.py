"""How long a guide takes, measured where enough people did it."""

from collections.abc import Iterable
from typing import Protocol

from django import template

from learning import measured_minutes
from learning.measured_minutes import GuideTime, Measured, TimedStep

register = template.Library()


class Guide(Protocol):
    activity_id: str


@register.simple_tag
def measured_times(*guides: Guide) -> Measured:
    """`{% measured_times page as measured %}`."""
    return measured_minutes.measured_times(guide.activity_id for guide in guides)


@register.simple_tag
def measured_times_of(guides: Iterable[Guide]) -> Measured:
    """`{% measured_times_of guides as measured %}`, once for all of them."""
    return measured_times(*guides)


@register.simple_tag
def guide_time(measured: Measured, activity: str, steps: Iterable[TimedStep]) -> GuideTime:
    """`{% guide_time measured page.activity_id steps as time %}`."""
    return measured_minutes.guide_time(measured, activity, steps)


@register.filter
def minutes_at(time: GuideTime, key: str) -> int:
    """Minutes of one step of a guide: `{{ time|minutes_at:step.key }}`."""
    return time.by_step.get(key, 0)
