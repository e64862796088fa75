"""How far the reader of this page has come. A page that uses these tags is personal: Vary on Cookie."""

from collections.abc import Mapping
from uuid import UUID

from django import template
from django.template import Context

from learning import progress
from tutorials import conditions

register = template.Library()


@register.simple_tag(takes_context=True)
def done_steps(context: Context, activity: str) -> set[str]:
    """`{% done_steps guide_id as done %}`: keys of the steps that the reader marked as done."""
    return progress.done_steps(_learner(context), activity)


@register.simple_tag(takes_context=True)
def all_done_steps(context: Context) -> dict[str, set[str]]:
    """`{% all_done_steps as done %}`: the same for all guides at once, in one query."""
    return progress.all_done_steps(_learner(context))


@register.simple_tag
def done_in(done: Mapping[str, set[str]], activity: str) -> set[str]:
    """`{% done_in done guide.activity_id as keys %}`: those of one guide."""
    return done.get(activity, set())


@register.simple_tag(takes_context=True)
def last_place(context: Context) -> progress.Place | None:
    """`{% last_place as place %}`: where the reader was last, None for somebody new."""
    request = context.get("request")
    return progress.last_place(_learner(context), left_out={} if request is None else conditions.left_out(request))


def _learner(context: Context) -> UUID | None:
    """Nobody where there is no request, as in a mail or on an error page."""
    request = context.get("request")
    learner = getattr(request, "learner", None)
    return None if learner is None else learner.uuid
