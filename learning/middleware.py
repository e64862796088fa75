"""What happens to every request before a view sees it."""

import re
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import SplitResult, unquote_plus, urlsplit

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.urls import reverse

from learning import learners
from sandbox.domain.realnumbers import holds_real_number
from tutorials.models.texts import REAL_NUMBER_SENTENCE

UUID_TEXT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
GetResponse = Callable[[HttpRequest], HttpResponse]
ADMIN = "/admin/"
# Forms that say at the field itself what is wrong with it: nothing else typed gets lost.
SAYS_SO_ITSELF = re.compile(
    r"/admin/(pages/(add/|\d+/edit/)|panduan/\d+/langkah/|pustaka-langkah/|alur-latihan/|laporan/tugas-perbaikan/\d+/)"
)
PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
ADMIN_POLICY = "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
UNREADABLE = (BadRequest, SuspiciousOperation, MultiPartParserError, UnreadablePostError)
MEGABYTES_READ_AT_MOST = 16
ENCODINGS_UNDONE = 5  # a link that was copied from a link is encoded twice; nobody meets more


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
    """An attempt's own address may happen to hold 16 digits in a row, so its UUID is not looked at, wherever it stands.

    A letter takes its place: digits before and behind it are not one number.
    """
    parts = (request.META.get("QUERY_STRING", ""), request.path)
    return any(holds_real_number(UUID_TEXT.sub("x", _decoded(part))) for part in parts)


def _decoded(text: str) -> str:
    for _ in range(ENCODINGS_UNDONE):
        before, text = text, unquote_plus(text)
        if text == before:
            break
    return text


class PostedFormMiddleware:
    """What holds for every posted form, whoever wrote its view.

    Only staff send files: nobody else fills the disk with one. A form that cannot be read is answered with the page
    that says so; Django's own answer reads it once more for its token, fails again and ends as an error of the
    server. And what staff send holds no real-looking NIK: the forms for uploads, accounts and the like are not ours.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _is_for_staff(request):
            request.upload_handlers = [_FileRefuser(request)]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        try:
            request.POST.get("")
        except UNREADABLE:
            _read_to_the_end(request)
            return render(request, "400.html", status=400)
        if not _is_for_staff(request) or SAYS_SO_ITSELF.match(request.path) or not _sends_real_number(request):
            return None
        if "/multiple/" in request.path:  # Wagtail's upload of many files shows this sentence beside the file
            return JsonResponse({"success": False, "error_message": REAL_NUMBER_SENTENCE})
        return render(request, "learning/real_number_staff.html", status=400)


def _is_for_staff(request: HttpRequest) -> bool:
    return request.path.startswith(ADMIN) and request.user.is_authenticated


def _read_to_the_end(request: HttpRequest) -> None:
    """A server ends a connection on which something is left unread, and the browser's next request with it."""
    with suppress(UnreadablePostError):
        for _ in range(MEGABYTES_READ_AT_MOST):
            if not request.read(1024 * 1024):
                break


class _FileRefuser(FileUploadHandler):
    def new_file(self, *args: object, **kwargs: object) -> None:
        raise SkipFile


def _sends_real_number(request: HttpRequest) -> bool:
    """In a form's fields or in the name of a file; a GET sends neither."""
    typed = [text for _, texts in request.POST.lists() for text in texts]
    names = [file.name or "" for _, files in request.FILES.lists() for file in files]
    return any(holds_real_number(UUID_TEXT.sub("", text)) for text in typed + names)


class SameOriginMiddleware(CsrfViewMiddleware):
    """Public forms are protected by the Origin check, the admin by Django's token.

    A token would tie every guide page to one visitor (no shared cache, no offline copy) and would expire in a
    tab left open over lunch. Browsers send Origin with every POST from another site; the learner's cookie is
    SameSite=Lax besides. A request without Origin and Referer does not come from a page of another site.
    """

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: tuple, kwargs: dict
    ) -> HttpResponseForbidden | None:
        if request.path.startswith(ADMIN):
            return super().process_view(request, view, args, kwargs)
        if request.method in ("GET", "HEAD", "OPTIONS", "TRACE") or self._same_origin(request):
            return None
        return self._reject(request, "Origin differs")  # type: ignore[attr-defined]

    def process_request(self, request: HttpRequest) -> None:
        if request.path.startswith(ADMIN):
            super().process_request(request)

    def _same_origin(self, request: HttpRequest) -> bool:
        told_by_browser = request.headers.get("Sec-Fetch-Site")  # sent over https and on this machine
        if told_by_browser:
            return told_by_browser in ("same-origin", "none")
        source = request.headers.get("Origin") or request.headers.get("Referer")
        if source is None:
            return True
        parts = _split(source)
        origin = f"{parts.scheme}://{parts.netloc}"
        return origin == f"{request.scheme}://{request.get_host()}" or origin in self.allowed_origins_exact


def _split(address: str) -> SplitResult:
    """The parts of an address that anybody may have made up; of one that is none, empty parts."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")


class BrowserPolicyMiddleware:
    """What a browser may do with our pages, beyond what Django has a setting for.

    The admin's own pages need inline scripts, so the site's content policy leaves them out; what they do not need
    is forbidden here.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _is_document(request, response):
            response.setdefault("Permissions-Policy", PERMISSIONS)
        if request.path.startswith(ADMIN):
            response.setdefault("Content-Security-Policy", ADMIN_POLICY)
        return response


def _is_document(request: HttpRequest, response: HttpResponse) -> bool:
    """A fragment, a picture or a style sheet takes the policy of its page; headers of its own only weigh."""
    return response.get("Content-Type", "").startswith("text/html") and "HX-Request" not in request.headers


class LearnerMiddleware:
    """Set `request.learner` from the signed cookie; send the cookie of a learner made by this request."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        learner = learners.of_request(request)
        request.learner = learner  # type: ignore[attr-defined]
        if request.method == "POST":
            learner.settle()
        response = self.get_response(request)
        learners.send_cookie(learner, response, secure=request.is_secure())
        return response
