"""What the stuck report says of a practice screen, in the form that changes the screen."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.middleware.csrf import get_token

from learning.definitions import FLOW_PREFIX
from learning.mending.step_summaries import summary
from learning.mending.todos import cards_of, may_edit

register = template.Library()


@register.inclusion_tag("learning/catatan_layar.html", takes_context=True)
def screen_note(context: template.Context, flow_id: str, screen: str) -> dict[str, Any]:
    """Nothing where the screen was never published."""
    request: HttpRequest = context["request"]
    activity = f"{FLOW_PREFIX}{flow_id}"
    known = summary(activity)
    step = known.by_step.get(screen) if known else None
    if step is None:
        return {"step": None}
    return {
        "step": step,
        "activity": activity,
        "todo": cards_of(activity).get(screen),
        "may_edit": may_edit(request.user),
        "csrf_token": get_token(request),
    }
