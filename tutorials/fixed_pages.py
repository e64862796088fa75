"""The pages the whole site hangs on: the home page, and the list of guides with its fixed address."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page

from tutorials.models import GuideIndexPage, HomePage

FIXED = (HomePage, GuideIndexPage)
REFUSED_ACTIONS = {"delete", "move", "unpublish"}
SENTENCE = (
    "“{title}” tidak bisa dihapus, dipindah, atau ditarik: seluruh situs bergantung padanya. Isinya boleh diubah."
)


def keep(request: HttpRequest, pages: Iterable[Page]) -> HttpResponse | None:
    """What an action that would take away one of these pages gets instead: a message, and the way back."""
    fixed = next((page for page in pages if issubclass(page.specific_class or Page, FIXED)), None)
    if fixed is None:
        return None
    messages.error(request, SENTENCE.format(title=fixed.get_admin_display_title()))
    return redirect("wagtailadmin_explore", fixed.get_parent().pk)


def keep_from_bulk(request: HttpRequest, action: str, objects: Iterable[object]) -> HttpResponse | None:
    """The same for an action on many things at once, which may be pictures or documents as well."""
    return keep(request, (item for item in objects if isinstance(item, Page))) if action in REFUSED_ACTIONS else None
