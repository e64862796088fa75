"""Under /saya/: a code to be shown on one phone, and to be entered on another."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_cookie

from learning import device_queue
from learning.client_address import client_address
from learning.learners import OwnRequest
from learning.models import Learner
from learning.own_data import code_tries, my_data, resume_codes

LONGEST_TYPED = 40  # a code has 9 signs; more than a few spaces around it is something else

own = cache_control(private=True, no_store=True)


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_cookie
@own
def show(request: OwnRequest) -> HttpResponse:
    """The code itself is in the answer to a press only: no address leads to it. Pressing again shows the same."""
    learner = request.learner.uuid
    if request.method != "POST" or learner is None:
        return HttpResponseRedirect(reverse("my-progress"))
    make = resume_codes.renew if "baru" in request.POST else resume_codes.code_of
    return render(request, "learning/kode.html", {"code": make(learner, now=timezone.now())})


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_cookie
@own
def enter(request: OwnRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request)
    typed = request.POST.get("kode", "")
    if not code_tries.count_try(client_address(request), now=timezone.now()):
        return _form(request, "too-many", status=429)
    found = resume_codes.find(typed, now=timezone.now()) if len(typed) <= LONGEST_TYPED else None
    if found is None:
        return _form(request, "unknown")
    code_tries.take_back(client_address(request))
    return _go_on(request, found, typed)


def _go_on(request: OwnRequest, found: Learner, typed: str) -> HttpResponse:
    """Be the learner of the code; where this phone has progress of its own, ask what becomes of that."""
    before, choice = request.learner.uuid, request.POST.get("pilihan", "")
    if before == found.uuid:
        return _back("sama")
    if my_data.has_progress(before) and choice not in ("gabung", "lepas"):
        return render(request, "learning/kode_pilihan.html", {"typed": typed})
    if before is not None and choice == "gabung":
        my_data.join(before, into=found.uuid)
    request.learner.become(found)
    response = _back("digabung" if choice == "gabung" else "dilanjutkan")
    if choice == "lepas":  # what waits on the phone to be sent was done by somebody else
        device_queue.drop(response, now=timezone.now(), secure=request.is_secure())
    return response


def _form(request: OwnRequest, problem: str = "", *, status: int = 200) -> HttpResponse:
    """What was typed is not shown again: it may be something else than a code."""
    return render(request, "learning/kode_masuk.html", {"problem": problem}, status=status)


def _back(what: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('my-progress')}?baru={what}")
