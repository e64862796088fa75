"""What happens to every request before a view sees it."""

import re
from collections.abc import Callable
from urllib.parse import unquote_plus, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import reverse

from learning import learners
from sandbox.domain.realnumbers import holds_real_number

UUID_TEXT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
GetResponse = Callable[[HttpRequest], HttpResponse]


class RealNumberGuardMiddleware:
    """Refuse an address that carries what looks like a real NIK, before anything can log or keep it.

    The answer leads to a clean address, so that the number does not stay in the browser's history either.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _carries_real_number(request):
            return self.get_response(request)
        response = HttpResponseRedirect(reverse("real-number"))
        response["Referrer-Policy"] = "no-referrer"
        response["Cache-Control"] = "no-store"
        return response


def _carries_real_number(request: HttpRequest) -> bool:
    """An attempt's own address may happen to hold 16 digits in a row, so its UUID is not looked at."""
    return holds_real_number(unquote_plus(request.META.get("QUERY_STRING", ""))) or holds_real_number(
        UUID_TEXT.sub("", request.path)
    )


class SameOriginMiddleware(CsrfViewMiddleware):
    """Public forms are protected by the Origin check, the admin by Django's token.

    A token would tie every guide page to one visitor (no shared cache, no offline copy) and would expire in a
    tab left open over lunch. Browsers send Origin with every POST from another site; the learner's cookie is
    SameSite=Lax besides. A request without Origin and Referer does not come from a page of another site.
    """

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        if request.path.startswith("/admin/"):
            return super().process_view(request, view, args, kwargs)
        if request.method in ("GET", "HEAD", "OPTIONS", "TRACE") or self._same_origin(request):
            return None
        return self._reject(request, "Origin differs")  # type: ignore[attr-defined]

    def process_request(self, request: HttpRequest) -> None:
        if request.path.startswith("/admin/"):
            super().process_request(request)

    def _same_origin(self, request: HttpRequest) -> bool:
        told_by_browser = request.headers.get("Sec-Fetch-Site")  # sent over https and on this machine
        if told_by_browser:
            return told_by_browser in ("same-origin", "none")
        source = request.headers.get("Origin") or request.headers.get("Referer")
        if source is None:
            return True
        parts = urlsplit(source)
        return parts.netloc == request.get_host() or f"{parts.scheme}://{parts.netloc}" in self.allowed_origins_exact


class LearnerMiddleware:
    """Set `request.learner` from the signed cookie; send the cookie of a learner made by this request."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        learner = learners.of_request(request)
        request.learner = learner  # type: ignore[attr-defined]
        response = self.get_response(request)
        learners.send_cookie(learner, response, secure=request.is_secure())
        return response
