"""Whether a visitor wants no events recorded. The cookie may be read by scripts: those in the page must obey it too."""

from django.http import HttpRequest, HttpResponse

COOKIE = "tanpa-catatan"
REFUSED = "1"
AGE_SECONDS = 400 * 24 * 3600  # 400 days: the longest that browsers keep


def is_refused(request: HttpRequest) -> bool:
    return request.COOKIES.get(COOKIE) == REFUSED


def keep(response: HttpResponse, *, refused: bool, secure: bool) -> None:
    if refused:
        response.set_cookie(COOKIE, REFUSED, max_age=AGE_SECONDS, samesite="Lax", secure=secure)
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
