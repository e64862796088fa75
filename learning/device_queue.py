"""Events that wait on a device while it changes hands: they are the former person's and must not become the next's.

Whoever leaves a phone gets a cookie that names the moment. The script of the guides finds it when a page loads, empties
its queue and takes the cookie away; until then, in a tab that was open before, nothing older than it is stored.
"""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse

COOKIE = "antrean"
DROP = "hapus-"  # before the moment in seconds; static/js/peristiwa.js looks for its first letter
AGE_SECONDS = 400 * 24 * 3600  # 400 days: the longest that browsers keep
LONGEST_MOMENT = 11  # digits


def drop(response: HttpResponse, *, now: datetime, secure: bool) -> None:
    response.set_cookie(COOKIE, f"{DROP}{now.timestamp():.0f}", max_age=AGE_SECONDS, samesite="Lax", secure=secure)


def dropped_before(request: HttpRequest) -> datetime | None:
    """What happened earlier is a former person's; None for a phone that nobody left."""
    told = request.COOKIES.get(COOKIE, "").removeprefix(DROP)
    is_moment = told.isascii() and told.isdigit() and len(told) <= LONGEST_MOMENT
    return datetime.fromtimestamp(int(told), UTC) if is_moment else None
