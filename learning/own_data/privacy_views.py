"""/privasi/: what is recorded and why, and the button by which somebody wants none of it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_cookie

from learning.domain.suppression import SMALLEST_GROUP
from learning.own_data import recording_choice
from learning.own_data.resume_codes import VALID
from sandbox.retention import KEPT_DAYS


@require_safe
@vary_on_cookie
@cache_control(private=True, no_cache=True)
def privacy(request: HttpRequest) -> HttpResponse:
    facts = {
        "refused": recording_choice.is_refused(request),
        "typed_days": KEPT_DAYS,
        "code_days": VALID.days,
        "smallest_group": SMALLEST_GROUP,
    }
    return render(request, "learning/privasi.html", facts)


@require_POST
def choose_recording(request: HttpRequest) -> HttpResponse:
    """Keep the pressed choice; anything but the two buttons changes nothing."""
    response = HttpResponseRedirect(reverse("privacy") + "#pilihan")
    choice = request.POST.get("catat")
    if choice in ("ya", "tidak"):
        recording_choice.keep(response, refused=choice == "tidak", secure=request.is_secure())
    return response
