"""The marks a reader puts on a step: "Sudah", "Saya bingung", and taking "Sudah" back."""

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django_htmx.http import HttpResponseClientRedirect, push_url
from django_htmx.middleware import HtmxDetails

from sandbox.catalogue import LearnerRequest
from tutorials import marks
from tutorials.models import GuidePage, GuideStep
from tutorials.reader_choices import keep_picture_choice
from tutorials.reasons import Reason
from tutorials.step_page import WHOLE, told_among_all, told_step, whole_address
from tutorials.way_back import PARAMETER, keep_way_back, way_back


class HtmxLearnerRequest(LearnerRequest):
    htmx: HtmxDetails


class SeeOther(HttpResponseRedirect):
    """A GET follows, whatever the browser; going back repeats no post."""

    status_code = 303


class Mark(models.TextChoices):
    DONE = "sudah"
    UNDONE = "batal"
    CONFUSING = "bingung"


def mark_step(request: HtmxLearnerRequest, guide_slug: str, number: int) -> HttpResponse:
    """Record at once what the pressed button says, then show what follows from it.

    Answers 303, to htmx with the fragment that changes; 404 for an unknown guide or step; 400 when the form
    says nothing that we know. A GET, from a reload say, marks nothing and goes to the step.
    """
    guide = get_object_or_404(GuidePage.objects.live(), slug=guide_slug)
    step = _step_meant(request, guide, number)
    if request.method != "POST":
        return SeeOther(step.url)
    mark, reason = request.POST.get("tanda", ""), request.POST.get("alasan", "")
    if reason in Reason.values:
        return _confusing(request, guide, step, reason)
    if mark == Mark.CONFUSING:
        return _confusing(request, guide, step, "")
    if mark == Mark.DONE:
        return _done(request, guide, step)
    if mark == Mark.UNDONE:
        return _undone(request, guide, step)
    return render(request, "400.html", status=400)


def choose_picture(request: HttpRequest, guide_slug: str, number: int) -> HttpResponse:
    """Keep which pictures the reader wants to see, and show the step again; a GET changes nothing."""
    guide = get_object_or_404(GuidePage.objects.live(), slug=guide_slug)
    step = _step_meant(request, guide, number)
    address = guide.whole_url if _is_among_all(request) else step.url
    response = SeeOther(keep_way_back(f"{address}#gambar", _back(request)))
    if request.method == "POST":
        keep_picture_choice(request, response)
    return response


def _step_meant(request: HttpRequest, guide: GuidePage, number: int) -> GuideStep:
    """The step the reader was looking at: by its key, because a guide may be reordered in between."""
    key = request.POST.get("langkah", "")
    for step in guide.steps_for(request):
        if step.key == key or (not key and step.number == number):
            return step
    raise Http404("Langkah ini tidak ada.")


def _done(request: HtmxLearnerRequest, guide: GuidePage, step: GuideStep) -> HttpResponse:
    following = marks.mark_done(request.learner.ensure(), guide, step)
    if _is_among_all(request):
        return _answer_among_all(request, guide, step)
    if following is not None:
        return _step_answer(request, guide, following)
    finished = keep_way_back(f"{guide.path_on_site}?selesai=1#selesai", _back(request))
    return HttpResponseClientRedirect(finished) if request.htmx else SeeOther(finished)


def _undone(request: HtmxLearnerRequest, guide: GuidePage, step: GuideStep) -> HttpResponse:
    marks.undo_done(request.learner.ensure(), guide, step)
    if _is_among_all(request):
        return _answer_among_all(request, guide, step)
    return _step_answer(request, guide, step)


def _confusing(request: HtmxLearnerRequest, guide: GuidePage, step: GuideStep, reason: str) -> HttpResponse:
    marks.mark_confusing(request.learner.ensure(), guide, step, reason=reason)
    if _is_among_all(request):
        return _answer_among_all(request, guide, step, confused=True, reason=reason)
    if not request.htmx:
        opened = f"{step.url}?{f'alasan={reason}' if reason else 'bingung=1'}#bingung"
        return SeeOther(keep_way_back(opened, _back(request)))
    context = told_step(guide, step, request, confused=True, reason=reason, back=_back(request)) | {"swapped": True}
    return render(request, "tutorials/_confused.html", context)


def _step_answer(request: HtmxLearnerRequest, guide: GuidePage, step: GuideStep) -> HttpResponse:
    back = _back(request)
    address = keep_way_back(step.url, back)
    if not request.htmx:
        return SeeOther(address)
    response = render(request, "tutorials/_step.html", told_step(guide, step, request, back=back) | {"swapped": True})
    return push_url(response, address)


def _answer_among_all(
    request: HtmxLearnerRequest, guide: GuidePage, step: GuideStep, *, confused: bool = False, reason: str = ""
) -> HttpResponse:
    """On the page of all steps the reader stays at the step whose button was pressed."""
    back = _back(request)
    if not request.htmx:
        return SeeOther(keep_way_back(whole_address(guide, step, confused=confused, reason=reason), back))
    context = told_among_all(guide, step, request, confused=confused, reason=reason, back=back)
    return render(request, "tutorials/_whole_marks_answer.html", context | {"swapped": True})


def _is_among_all(request: HttpRequest) -> bool:
    """Whether the form stood on the page of all steps."""
    return request.POST.get("di", "") == WHOLE


def _back(request: HttpRequest) -> str:
    """The practice that the reader came from, said by a hidden field of the step's forms."""
    return way_back(request.POST.get(PARAMETER, ""))
