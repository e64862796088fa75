"""Under /saya/: take one's data along, erase it, or leave a phone that others use too."""

import json

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_cookie

from learning import device_queue
from learning.learners import OwnRequest
from learning.own_data import my_data, resume_codes

FILE_NAME = "data-saya-tuntun.json"
# What waits on the device to be sent is the former person's: it must not be sent in the name of the next. Over plain
# http browsers pass over the header; there the script of the guides empties its queue itself (device_queue).
CLEAR_STORAGE = '"storage"'

own = cache_control(private=True, no_store=True)


@require_safe
@vary_on_cookie
@own
def download(request: OwnRequest) -> HttpResponse:
    learner = request.learner.uuid
    if learner is None:
        raise Http404("Di HP ini belum ada data.")
    content = json.dumps(my_data.document(learner, now=timezone.now()), ensure_ascii=False, indent=1)
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_cookie
@own
def erase(request: OwnRequest) -> HttpResponse:
    """Ask first, since nothing brings it back; then erase."""
    learner = request.learner.uuid
    if learner is None:
        return HttpResponseRedirect(reverse("my-progress"))
    if request.method != "POST":
        return render(request, "learning/hapus_data.html")
    my_data.erase(learner)
    return _left_behind(request, "dihapus")


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_cookie
@own
def not_me(request: OwnRequest) -> HttpResponse:
    """Somebody else holds the phone: forget whose it was, keep what they did."""
    learner = request.learner.uuid
    if learner is None:
        return HttpResponseRedirect(reverse("my-progress"))
    if request.method != "POST":
        has_code = resume_codes.has_code(learner, now=timezone.now())
        return render(request, "learning/bukan_saya.html", {"has_code": has_code})
    return _left_behind(request, "dilepas")


def _left_behind(request: OwnRequest, what: str) -> HttpResponse:
    request.learner.forget()
    response = HttpResponseRedirect(f"{reverse('my-progress')}?baru={what}")
    response["Clear-Site-Data"] = CLEAR_STORAGE
    device_queue.drop(response, now=timezone.now(), secure=request.is_secure())
    return response
