"""From which address a request comes: asked where somebody signs in or tries a resume code, and nowhere else."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address as the outermost of our own proxies saw it.

    Each proxy adds the address it was asked from at the end of X-Forwarded-For; what stands before those of our own
    was written by the visitor, who may write anything.
    """
    peer = request.META.get("REMOTE_ADDR", "")
    told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if settings.PROXIES and len(told) >= settings.PROXIES:
        return _address(told[-settings.PROXIES]) or _address(peer)
    return _address(peer)


def _address(text: str) -> str:
    """The address in its normal form; "" for what is none."""
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return ""
