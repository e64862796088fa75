"""The office that helps where a guide does not: a chat that begins with where its writer stands."""

from dataclasses import dataclass
from urllib.parse import quote

from django.http import HttpRequest
from wagtail.models import Site

from tutorials.models.office import OfficeContact
from tutorials.models.steps import GuideStep
from tutorials.reasons import Reason


@dataclass(frozen=True, slots=True)
class OfficeHelp:
    name: str
    hours: str
    chat_url: str


def office_help(request: HttpRequest, guide_title: str, step: GuideStep, reason: str) -> OfficeHelp | None:
    """How to ask the office about this step; None where it named no number."""
    site = Site.find_for_request(request)
    # `for_request` would make an empty row: reading a page stores nothing.
    office = OfficeContact.objects.filter(site=site).exclude(whatsapp="").first()
    if office is None:
        return None
    message = _message(guide_title, step, reason)
    return OfficeHelp(
        office.name or "kantor kami", office.hours, f"https://wa.me/{office.whatsapp}?text={quote(message)}"
    )


def _message(guide_title: str, step: GuideStep, reason: str) -> str:
    """Where somebody is stuck, and nothing about who: they add what they like before sending."""
    place = f"Saya belajar di Tuntun, panduan “{guide_title}”, langkah {step.number}: {step.title}."
    sentence = dict(step.reasons).get(reason, "") if reason in Reason.values else ""
    return f"{place} Saya bingung{f': {sentence}' if sentence else ''}."
