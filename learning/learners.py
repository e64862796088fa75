"""The pseudonymous learner: 256 random bits in a signed cookie of each browser, their SHA-256 in the database.

The pseudonym that events carry is another random UUID, so that neither leads to the other without the
database. The cookie is set by the first POST, never by reading.
"""

import hashlib
import secrets
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from learning.models import Learner, LearnerDevice

COOKIE = "belajar"
COOKIE_SALT = "learning.learners"
COOKIE_AGE_SECONDS = 400 * 24 * 3600  # 400 days: the longest that browsers keep


class RequestLearner:
    """The learner of one request; made only when `ensure` is called."""

    def __init__(self, secret: str | None) -> None:
        self._secret = secret
        self._known: UUID | None = None
        self._looked_up = secret is None
        self.new_secret: str | None = None
        self.is_forgotten = False

    @property
    def uuid(self) -> UUID | None:
        if not self._looked_up and self._secret is not None:
            self._looked_up = True
            devices = LearnerDevice.objects.filter(secret_sha256=_hash(self._secret))
            self._known = devices.values_list("learner_id", flat=True).first()
        return self._known

    def ensure(self) -> UUID:
        if self.uuid is not None:
            return self.uuid
        return self._remember(Learner.objects.create())

    def become(self, learner: Learner) -> None:
        """Make this browser one more device of `learner`, and no device of whom it belonged to."""
        self._release()
        self._remember(learner)

    def forget(self) -> None:
        """Let this browser be nobody's; what its learner did stays."""
        self._release()
        self._known, self._looked_up, self.new_secret = None, True, None
        self.is_forgotten = True

    def _remember(self, learner: Learner) -> UUID:
        self.new_secret = secrets.token_urlsafe(32)
        LearnerDevice.objects.create(learner=learner, secret_sha256=_hash(self.new_secret))
        self._known, self._looked_up, self.is_forgotten = learner.uuid, True, False
        return learner.uuid

    def _release(self) -> None:
        if self._secret is not None:
            LearnerDevice.objects.filter(secret_sha256=_hash(self._secret)).delete()


class OwnRequest(HttpRequest):
    """A request as our own views see it, after the middleware."""

    learner: RequestLearner


def of_request(request: HttpRequest) -> RequestLearner:
    return RequestLearner(request.get_signed_cookie(COOKIE, default=None, salt=COOKIE_SALT))


def send_cookie(learner: RequestLearner, response: HttpResponse, *, secure: bool) -> None:
    if learner.is_forgotten:
        response.delete_cookie(COOKIE, samesite="Lax")
    if learner.new_secret is not None:
        response.set_signed_cookie(
            COOKIE,
            learner.new_secret,
            salt=COOKIE_SALT,
            max_age=COOKIE_AGE_SECONDS,
            httponly=True,
            samesite="Lax",
            secure=secure,
        )


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
