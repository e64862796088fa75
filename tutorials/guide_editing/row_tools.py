"""What can be done with one step from its row in the guide's form, beside filling it in."""

from django.db.models import Model
from django.dispatch import receiver
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from tutorials.models import GuidePage
from tutorials.signals import row_notes_asked


@receiver(row_notes_asked)
def offer_tools(page: Model, rows: str, **_: object) -> dict[str, SafeString]:
    if rows != "steps" or not isinstance(page, GuidePage) or page.pk is None:
        return {}
    return {
        step.key: render_to_string("tutorials/guide_editing/row_tools.html", {"page": page, "step": step})
        for step in page.steps.all()
        if step.key
    }
