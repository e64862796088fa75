"""The pages the whole site hangs on: the home page, and the list of guides with its fixed address."""

from collections.abc import Iterable

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page, Site

from tutorials.models import GuideIndexPage, HomePage

FIXED = (HomePage, GuideIndexPage)
REFUSED_ACTIONS = {"delete", "move", "unpublish"}
SENTENCE = (
    "“{title}” tidak bisa dihapus, dipindah, atau ditarik: seluruh situs bergantung padanya. Isinya boleh diubah."
)
SITE_SENTENCE = (
    "Situs ini tidak bisa dihapus: tanpa dia semua alamat panduan tidak terbuka. Nama dan alamatnya boleh diubah."
)


class FixedSite(Exception):
    """Somebody asked to delete the one entry that leads visitors to the home page."""


def is_fixed(page: object) -> bool:
    return isinstance(page, Page) and issubclass(page.specific_class or Page, FIXED)


def keep(request: HttpRequest, pages: Iterable[Page]) -> HttpResponse | None:
    """What an action that would take away one of these pages gets instead: a message, and the way back."""
    fixed = next(filter(is_fixed, pages), None)
    if fixed is None:
        return None
    messages.error(request, SENTENCE.format(title=fixed.get_admin_display_title()))
    return redirect("wagtailadmin_explore", fixed.get_parent().pk)


def keep_from_bulk(request: HttpRequest, action: str, objects: Iterable[object]) -> HttpResponse | None:
    """The same for an action on many things at once, which may be pictures or documents as well."""
    return keep(request, (item for item in objects if isinstance(item, Page))) if action in REFUSED_ACTIONS else None


@receiver(pre_delete, sender=Site)
def keep_last_site(instance: Site, origin: object = None, **_: object) -> None:
    """Wagtail would delete it without a word, and every address would answer "not found"."""
    # Not where it goes with the page that it leads to, which has a guard of its own.
    asked_for_itself = getattr(origin, "model", type(origin)) in (Site, type(None))
    if asked_for_itself and is_fixed(instance.root_page) and not _others_lead_there(instance):
        raise FixedSite(SITE_SENTENCE)


def _others_lead_there(site: Site) -> bool:
    return Site.objects.filter(root_page=site.root_page, is_default_site=True).exclude(pk=site.pk).exists()
