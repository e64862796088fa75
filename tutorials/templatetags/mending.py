"""What staff are offered on the public pages."""

from django import template
from django.conf import settings
from django.template.context import Context
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def mend_url(context: Context) -> str:
    """Where the person who looks at this step may mend it; "" for readers, of whom nothing is asked."""
    request, page, step = context.get("request"), context.get("page"), context.get("step")
    if request is None or page is None or step is None or getattr(request, "is_preview", False):
        return ""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.has_perm("wagtailadmin.access_admin"):
        return ""
    may = page.permissions_for_user(request.user).can_edit()
    return reverse("step-mend", args=[page.pk, step.key]) if may else ""
