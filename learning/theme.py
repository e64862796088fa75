"""The look a reader chose: light, dark or high contrast, kept in a cookie of its own."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

COOKIE = "tema"
THEMES = ("terang", "gelap", "kontras")
YEAR_SECONDS = 365 * 24 * 3600


def chosen(request: HttpRequest) -> str:
    """The theme in the cookie, or "" where the system's setting decides."""
    theme = request.COOKIES.get(COOKIE, "")
    return theme if theme in THEMES else ""


def choose(request: HttpRequest) -> HttpResponse:
    """Keep the pressed look and go back; whoever opens this address by itself is taken home, nothing changes."""
    if request.method != "POST":
        return HttpResponseRedirect("/")
    response = HttpResponseRedirect(_page_of_the_form(request))
    theme = request.POST.get("tema", "")
    if theme in THEMES:
        response.set_cookie(
            COOKIE, theme, max_age=YEAR_SECONDS, samesite="Lax", httponly=True, secure=request.is_secure()
        )
    else:
        response.delete_cookie(COOKIE)
    return response


def _page_of_the_form(request: HttpRequest) -> str:
    """Where the reader is, as the browser says it; home where it says nothing, or another site.

    The form itself cannot know: a page's content and address change without it being loaded anew.
    """
    address = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if is_ours else "/"
