"""What the request of the moment says about the device it came from, and whether its sender wants events recorded.

Signals of practice and guides carry no request, so their listener finds it here. Kept coarse: enough to tell a hard
step from a small screen or a bad network, too little to know a device again.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from learning.own_data import recording_choice

# A browser tells its network only to a site that asked (https or this machine); others say nothing, and so do we.
ASK_FOR_NET = "ECT"
SLOW_NETS = frozenset({"slow-2g", "2g"})
KNOWN_NETS = SLOW_NETS | {"3g", "4g"}
DESKTOPS = ("Windows NT", "Macintosh", "X11", "CrOS")


@dataclass(frozen=True, slots=True)
class RequestContext:
    """`device`, `net`: words of the event format, "" where unknown. `recorded`: False when the visitor refused."""

    device: str = ""
    net: str = ""
    recorded: bool = True


OUTSIDE = RequestContext()  # commands and tests: nobody's device, nobody's choice
_now: ContextVar[RequestContext] = ContextVar("request_context", default=OUTSIDE)


def current() -> RequestContext:
    return _now.get()


class RequestContextMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        before = _now.set(context_of(request))
        try:
            response = self.get_response(request)
        finally:
            _now.reset(before)
        if response.get("Content-Type", "").startswith("text/html") and "HX-Request" not in request.headers:
            response.setdefault("Accept-CH", ASK_FOR_NET)
        return response


def context_of(request: HttpRequest) -> RequestContext:
    return RequestContext(
        device=device_of(request.headers.get("User-Agent", ""), mobile=request.headers.get("Sec-CH-UA-Mobile", "")),
        net=net_of(request.headers.get("ECT", "")),
        recorded=not recording_choice.is_refused(request),
    )


def device_of(agent: str, *, mobile: str = "") -> str:
    """`agent`: the User-Agent. A tablet says that it is not mobile, or that it is a tablet."""
    if "iPad" in agent or "Tablet" in agent or ("Android" in agent and "Mobile" not in agent and mobile != "?1"):
        return "tablet"
    if mobile == "?1" or "Mobi" in agent:
        return "phone"
    return "desktop" if any(word in agent for word in DESKTOPS) else ""


def net_of(connection: str) -> str:
    """`connection`: the browser's effective connection type. Wanting few bytes (Save-Data) is no slow network."""
    if connection not in KNOWN_NETS:
        return ""
    return "slow" if connection in SLOW_NETS else "ok"
