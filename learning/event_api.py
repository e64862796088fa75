"""POST /api/peristiwa/: events from the guide's script and from tools, in batches. docs/interfaces.md has the format.

The body may call itself anything: `sendBeacon` sends text/plain.
"""

import json
from collections.abc import Sequence
from functools import partial
from http import HTTPStatus

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import RawPostDataException
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from learning import device_queue, events, request_context
from learning.definitions import FLOW_PREFIX
from learning.domain.event_batches import OF_SOMEBODY_BEFORE, Judged, Refused, judge, sent_id
from learning.learners import OwnRequest
from learning.own_data import my_data, recording_choice
from sandbox.models import FlowVersion

MOST_EVENTS = 500
MOST_BYTES = 256 * 1024
LONGEST_NUMBER = 20  # digits; Python refuses to read much longer ones, and a whole batch with them
NOBODY_YET = "belum-dikenal"  # who sends for the first time gets a pseudonym once something of theirs is kept
NOT_A_BATCH = "Kiriman harus berupa larik JSON berisi peristiwa."
TOO_LARGE = f"Sekali kirim paling banyak {MOST_EVENTS} peristiwa dan 256 kB."
NOT_RECORDED = "Pemakai memilih tidak dicatat."
COME_BACK = "Data orang ini sedang digabung atau dihapus. Kirim lagi nanti."


@require_POST
@never_cache
def receive(request: OwnRequest) -> HttpResponse:
    """Keep what is sound, refuse the rest item by item; 413 above the limits, 400 for what is no batch, 503 while the
    learner is being joined to another or erased."""
    if _length(request) > MOST_BYTES:
        return _refuse(TOO_LARGE, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    items = _batch(request)
    if items is None:
        return _refuse(NOT_A_BATCH, HTTPStatus.BAD_REQUEST)
    if len(items) > MOST_EVENTS:
        return _refuse(TOO_LARGE, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    if recording_choice.is_refused(request):
        return _refuse_all(items, NOT_RECORDED)
    if _is_of_somebody_before(request):
        return _refuse_all(items, OF_SOMEBODY_BEFORE)
    judged = _take_in(request, items)
    return _refuse(COME_BACK, HTTPStatus.SERVICE_UNAVAILABLE) if judged is None else _answer(judged)


def _is_of_somebody_before(request: OwnRequest) -> bool:
    """Whether who sent this was erased meanwhile, on another phone; the next batch is somebody else's."""
    if not request.learner.is_nobodys:
        return False
    with transaction.atomic():
        request.learner.ensure_reading()
    return True


def _take_in(request: OwnRequest, items: Sequence[object]) -> Judged | None:
    """Judged before the database is locked: others write meanwhile. None where the learner is gone since."""
    known = request.learner.uuid
    judge_for = partial(
        judge,
        items,
        device=request_context.current().device,
        server_only=_server_only(items),
        not_before=device_queue.dropped_before(request),
    )
    judged = judge_for(learner=str(known or NOBODY_YET))
    if judged.accepted:
        with transaction.atomic():
            if known is None:
                judged = judge_for(learner=str(request.learner.ensure_reading()))
            elif not my_data.hold(known):
                return None
            events.store(list(judged.accepted.values()))
    return judged


def _server_only(items: Sequence[object]) -> set[str]:
    """Our own practice; asked for only when somebody tells about practice at all."""
    told = {item["activity"] for item in items if isinstance(item, dict) and isinstance(item.get("activity"), str)}
    if not any(activity.startswith(FLOW_PREFIX) for activity in told):
        return set()
    return {FLOW_PREFIX + flow for flow in FlowVersion.objects.newest().values_list("flow_id", flat=True)}


def _batch(request: HttpRequest) -> list[object] | None:
    """The array that was sent; None for anything else. A sign that is no UTF-8 spoils the item it stands in."""
    try:
        found = json.loads(request.body.decode("utf-8-sig", errors="replace"), parse_int=_number)
    except (ValueError, RecursionError, RawPostDataException):
        return None
    return found if isinstance(found, list) else None


def _number(digits: str) -> int | float:
    return int(digits) if len(digits) <= LONGEST_NUMBER else float("inf")


def _length(request: HttpRequest) -> int:
    told = request.META.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isascii() and told.isdigit() else 0


def _refuse_all(items: Sequence[object], why: str) -> HttpResponse:
    return _answer(Judged(refused=[Refused(sent_id(item), why) for item in items]))


def _answer(judged: Judged) -> HttpResponse:
    refused = [refusal._asdict() for refusal in judged.refused]
    return JsonResponse({"stored": list(judged.accepted), "refused": refused})


def _refuse(why: str, status: HTTPStatus) -> HttpResponse:
    return JsonResponse({"why": why}, status=status)
