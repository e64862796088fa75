"""The marks a reader puts on a step: "Sudah", "Saya bingung", and taking "Sudah" back."""

from django.db import models
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django_htmx.http import HttpResponseClientRedirect, push_url
from django_htmx.middleware import HtmxDetails

from sandbox.catalogue import LearnerRequest
from tutorials import marks
from tutorials.models import GuidePage, GuideStep
from tutorials.reasons import Reason
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
    step = _step_meant(guide, number, request.POST.get("langkah", ""))
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


def _step_meant(guide: GuidePage, number: int, key: str) -> GuideStep:
    """The step the reader was looking at: by its key, because a guide may be reordered in between."""
    for step in guide.numbered_steps():
        if step.key == key or (not key and step.number == number):
            return step
    raise Http404("Langkah ini tidak ada.")


def _done(request: HtmxLearnerRequest, guide: GuidePage, step: GuideStep) -> HttpResponse:
    following = marks.mark_done(request.learner.ensure(), guide, step)
    if following is not None:
        return _step_answer(request, guide, following)
    finished = keep_way_back(f"{guide.path_on_site}?selesai=1#selesai", _back(request))
    return HttpResponseClientRedirect(finished) if request.htmx else SeeOther(finished)


def _undone(request: HtmxLearnerRequest, guide: GuidePage, step: GuideStep) -> HttpResponse:
    marks.undo_done(request.learner.ensure(), guide, step)
    return _step_answer(request, guide, step)


def _confusing(request: HtmxLearnerRequest, guide: GuidePage, step: GuideStep, reason: str) -> HttpResponse:
    marks.mark_confusing(request.learner.ensure(), guide, step, reason=reason)
    if not request.htmx:
        opened = f"{step.url}?{f'alasan={reason}' if reason else 'bingung=1'}#bingung"
        return SeeOther(keep_way_back(opened, _back(request)))
    context = guide.step_context(step, confused=True, reason=reason, back=_back(request)) | {"swapped": True}
    return render(request, "tutorials/_confused.html", context)


def _step_answer(request: HtmxLearnerRequest, guide: GuidePage, step: GuideStep) -> HttpResponse:
    back = _back(request)
    address = keep_way_back(step.url, back)
    if not request.htmx:
        return SeeOther(address)
    response = render(request, "tutorials/_step.html", guide.step_context(step, back=back) | {"swapped": True})
    return push_url(response, address)


def _back(request: HtmxLearnerRequest) -> str:
    """The practice that the reader came from, said by a hidden field of the step's forms."""
    return way_back(request.POST.get(PARAMETER, ""))
