"""The door to an attempt: only its own learner comes in, and only while its answers are kept."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpResponse

from sandbox import responses
from sandbox.learners import LearnerRequest
from sandbox.models import Attempt

View = Callable[..., HttpResponse]


def find(request: LearnerRequest, attempt_id: UUID) -> Attempt | HttpResponse:
    """The learner's own attempt, or what a browser without a cookie hears. Anybody else's does not exist: a 404."""
    if request.learner.uuid is None:
        return responses.no_cookie(request)
    attempt = Attempt.objects.of_learner(request.learner.uuid).with_version().find(attempt_id)
    if attempt is None:
        raise Http404("Latihan ini tidak ada di HP ini.")
    return attempt


def own_attempt(view: View) -> View:
    """Hand the learner's own attempt to `view`; one whose answers were erased says so."""

    @wraps(view)
    def opened(request: LearnerRequest, attempt_id: UUID, **kwargs: str) -> HttpResponse:
        attempt = find(request, attempt_id)
        if isinstance(attempt, HttpResponse):
            return attempt
        if attempt.erased_at is not None:
            return responses.erased(request, attempt)
        return view(request, attempt, **kwargs)

    return opened
