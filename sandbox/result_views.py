"""What an attempt leaves: its practice papers, as pages and PDF, and the data sheet for the real portal."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from sandbox import catalogue, own_attempts, responses
from sandbox.datasheet import DataSheet, empty_sheet, own_sheet
from sandbox.datasheet_texts import words
from sandbox.learners import LearnerRequest
from sandbox.letters import Letter, letter_of
from sandbox.models import FlowVersion
from sandbox.pdf import letter_pdf, sheet_pdf
from sandbox.result import Paper, kilobytes
from sandbox.retention import RULE
from sandbox.work import Work, open_work


@require_safe
def letter_page(request: LearnerRequest, attempt_id: UUID, letter_id: str) -> HttpResponse:
    found = _finished(request, attempt_id)
    if isinstance(found, HttpResponse):
        return found
    context = {"work": found, "flow": found.flow, "paper": Paper(_letter_or_404(found, letter_id))}
    return responses.page(request, "sandbox/letter.html", context)


@require_safe
def letter_file(request: LearnerRequest, attempt_id: UUID, letter_id: str) -> HttpResponse:
    found = _finished(request, attempt_id)
    if isinstance(found, HttpResponse):
        return found
    letter = _letter_or_404(found, letter_id)
    return _pdf(letter_pdf(letter), letter.file_name)


@require_safe
def sample_letter(request: HttpRequest) -> HttpResponse:
    """Where the QR code of every practice paper leads: what it is, and how a real NIB is checked."""
    return responses.page(request, "sandbox/sample_letter.html", {})


@require_safe
def own_sheet_page(request: LearnerRequest, attempt_id: UUID) -> HttpResponse:
    found = _own_business(request, attempt_id, empty="sandbox:empty_sheet")
    if isinstance(found, HttpResponse):
        return found
    urls = {
        "file_url": reverse("sandbox:own_sheet_file", args=[attempt_id]),
        "back_url": found.attempt.get_absolute_url(),
    }
    return _sheet_page(request, own_sheet(found), urls)


@require_safe
def own_sheet_file(request: LearnerRequest, attempt_id: UUID) -> HttpResponse:
    found = _own_business(request, attempt_id, empty="sandbox:empty_sheet_file")
    if isinstance(found, HttpResponse):
        return found
    sheet = own_sheet(found)
    return _pdf(sheet_pdf(sheet), sheet.file_name)


@require_safe
def empty_sheet_page(request: HttpRequest, flow_id: str) -> HttpResponse:
    urls = {
        "file_url": reverse("sandbox:empty_sheet_file", args=[flow_id]),
        "back_url": reverse("sandbox:start", args=[flow_id]),
    }
    return _sheet_page(request, empty_sheet(_version_or_404(flow_id)), urls)


@require_safe
def empty_sheet_file(request: HttpRequest, flow_id: str) -> HttpResponse:
    sheet = empty_sheet(_version_or_404(flow_id))
    return _pdf(sheet_pdf(sheet), sheet.file_name)


def _sheet_page(request: HttpRequest, sheet: DataSheet, urls: dict[str, str]) -> HttpResponse:
    context = {
        "sheet": sheet,
        "words": words(own=sheet.own),
        "kilobytes": kilobytes(sheet_pdf(sheet)),
        "rule": RULE,
        **urls,
    }
    return responses.page(request, "sandbox/datasheet.html", context)


def _pdf(content: bytes, name: str) -> HttpResponse:
    """Shown by the browser, saved under a name that says what it is, kept by nobody on the way."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, no_cache=True)
    # The browser's own viewer draws with styles of its own, which the policy of our pages forbids.
    response._csp_exempt = True  # type: ignore[attr-defined]
    return response


def _own_work(request: LearnerRequest, attempt_id: UUID) -> Work | HttpResponse:
    """The learner's own attempt, opened; of one whose answers were erased, its page that says so."""
    attempt = own_attempts.find(request, attempt_id)
    if isinstance(attempt, HttpResponse):
        return attempt
    if attempt.erased_at is not None:
        return HttpResponseRedirect(attempt.get_absolute_url())
    return open_work(attempt)


def _finished(request: LearnerRequest, attempt_id: UUID) -> Work | HttpResponse:
    """An own attempt that is done; for one under way, the way back to where it stands."""
    work = _own_work(request, attempt_id)
    if isinstance(work, HttpResponse) or work.done:
        return work
    return responses.go_on(request, work, notice="surat")


def _own_business(request: LearnerRequest, attempt_id: UUID, *, empty: str) -> Work | HttpResponse:
    """An own attempt with the learner's own business; whoever practised as a persona gets the `empty` sheet."""
    work = _own_work(request, attempt_id)
    if isinstance(work, HttpResponse) or work.persona.own:
        return work
    return HttpResponseRedirect(reverse(empty, args=[work.flow.id]))


def _letter_or_404(work: Work, letter_id: str) -> Letter:
    letter = letter_of(work, letter_id)
    if letter is None:
        raise Http404("Surat ini tidak terbit pada latihan ini.")
    return letter


def _version_or_404(flow_id: str) -> FlowVersion:
    version = catalogue.newest_version(flow_id)
    if version is None:
        raise Http404("Latihan ini tidak ada.")
    return version
