"""Cookies by which readers keep their own choices: they need no learner, name nobody, and scripts may write them."""

from django.http import HttpRequest, HttpResponse

YEAR_SECONDS = 365 * 24 * 3600


def keep(request: HttpRequest, response: HttpResponse, name: str, value: str) -> None:
    """Keep `value` for a year; "" forgets what was kept."""
    if not value:
        response.delete_cookie(name, samesite="Lax")
        return
    response.set_cookie(name, value, max_age=YEAR_SECONDS, samesite="Lax", secure=request.is_secure())
