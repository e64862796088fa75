"""The findings in the editor of a guide: one list above the form, and a note at each step that they concern."""

from collections import defaultdict
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from wagtail.models import Page

from tutorials.domain.content_checks import Finding
from tutorials.guide_editing.checks import findings_of, told
from tutorials.models import ArchivedStep, GuidePage
from tutorials.signals import form_notes_asked, row_notes_asked

LIST, NOTE = "tutorials/guide_editing/findings.html", "tutorials/guide_editing/findings_note.html"
NOT_SAVED = "tutorials/guide_editing/findings_before_saving.html"


@receiver(form_notes_asked)
def list_above_the_form(page: Page, **_: object) -> SafeString:
    """A guide that was never saved has nothing to look at yet: only the place is shown where the list will be."""
    if not isinstance(page, GuidePage):
        return SafeString()
    if page.pk is None:
        return render_to_string(NOT_SAVED)
    return findings_list(page, findings_once(page))


@receiver(row_notes_asked)
def note_at_each_step(page: Page, rows: str, **_: object) -> dict[str, SafeString]:
    if rows != "steps" or not isinstance(page, GuidePage) or page.pk is None:
        return {}
    return notes_of(page, findings_once(page))


@never_cache
def findings(request: HttpRequest, page_id: int) -> HttpResponse:
    """The same for the newest version, for the script that asks after Wagtail has saved a draft by itself."""
    page = get_object_or_404(GuidePage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    found = findings_of(draft)
    return JsonResponse({"daftar": findings_list(draft, found), "langkah": notes_of(draft, found)})


def findings_once(page: GuidePage) -> list[Finding]:
    """List and notes of one form are made from one look."""
    if not hasattr(page, "_findings"):
        page._findings = findings_of(page)
    found: list[Finding] = page._findings
    return found


def findings_list(page: GuidePage, found: list[Finding]) -> SafeString:
    titles = {step.key: f"{n}. {step.title}" for n, step in enumerate(page.steps.all(), 1)}
    shown = {
        "page": page,
        "told": told(found),
        "places": [(key, titles.get(key, ""), findings) for key, findings in _by_step(found).items()],
        "blocked": any(finding.blocks for finding in found),
        "archived": ArchivedStep.objects.filter(page=page.pk).count(),
    }
    return render_to_string(LIST, shown)


def notes_of(page: GuidePage, found: Iterable[Finding]) -> dict[str, SafeString]:
    """For each step a place for its note, empty where there is nothing to say: the script fills it later."""
    by_step = _by_step(found)
    return {
        step.key: render_to_string(NOTE, {"key": step.key, "findings": by_step.get(step.key, [])})
        for step in page.steps.all()
        if step.key
    }


def _by_step(found: Iterable[Finding]) -> dict[str, list[Finding]]:
    """What concerns the whole guide stands under ""."""
    places: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        places[finding.step].append(finding)
    return places
