"""The look a reader chose: light, dark or high contrast, kept in a cookie of its own."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

COOKIE = "tema"
THEMES = ("terang", "gelap", "kontras")
YEAR_SECONDS = 365 * 24 * 3600


def chosen(request: HttpRequest) -> str:
    """The theme in the cookie, or "" where the system's setting decides."""
    theme = request.COOKIES.get(COOKIE, "")
    return theme if theme in THEMES else ""


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    back = request.POST.get("kembali", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None) or not back.startswith("/"):
        back = "/"
    response = HttpResponseRedirect(back)
    theme = request.POST.get("tema", "")
    if theme in THEMES:
        response.set_cookie(
            COOKIE, theme, max_age=YEAR_SECONDS, samesite="Lax", httponly=True, secure=request.is_secure()
        )
    else:
        response.delete_cookie(COOKIE)
    return response
