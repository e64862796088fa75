"""What a reader sends from the front page of a guide: what lies ready, and answers to its questions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from tutorials import conditions, prepare
from tutorials.models import GuidePage
from tutorials.views import SeeOther
from tutorials.way_back import PARAMETER, keep_way_back, way_back

FORGET = "lupakan"  # the button that takes all answers back


def keep_ticks(request: HttpRequest, guide_slug: str) -> HttpResponse:
    """Keep which things are ready, and show the list again. A GET, from a reload say, changes nothing."""
    guide = get_object_or_404(GuidePage.objects.live(), slug=guide_slug)
    response = _back_to(request, guide, "#siapkan")
    if request.method == "POST":
        asked = guide.preparations_for(request)
        prepare.keep_ticks(request, response, asked=asked, ticked=request.POST.getlist("siap"))
    return response


def keep_answers(request: HttpRequest, guide_slug: str) -> HttpResponse:
    """Keep the answers and show what follows from them. Without any, the page says that one is to be chosen."""
    guide = get_object_or_404(GuidePage.objects.live(), slug=guide_slug)
    if request.method != "POST":
        return _back_to(request, guide, "#keadaan")
    questions = guide.questions_for(request)
    sent = {} if FORGET in request.POST else conditions.sent_answers(request.POST, questions)
    if not sent and FORGET not in request.POST:
        return _back_to(request, guide, "?keadaan=kosong#keadaan")
    response = _back_to(request, guide, "#keadaan")
    conditions.keep_answers(request, response, questions=questions, sent=sent)
    return response


def _back_to(request: HttpRequest, guide: GuidePage, rest: str) -> HttpResponse:
    back = way_back(request.POST.get(PARAMETER, ""))
    return SeeOther(keep_way_back(f"{guide.path_on_site}{rest}", back))
