"""The pseudonymous learner: 256 random bits in a signed cookie, their SHA-256 in the database.

The pseudonym that events carry is another random UUID, so that neither leads to the other without the
database. The cookie is set by the first POST, never by reading.
"""

import hashlib
import secrets
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from learning.models import Learner

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

    @property
    def uuid(self) -> UUID | None:
        if not self._looked_up and self._secret is not None:
            self._looked_up = True
            self._known = (
                Learner.objects.filter(secret_sha256=_hash(self._secret)).values_list("uuid", flat=True).first()
            )
        return self._known

    def ensure(self) -> UUID:
        if self.uuid is not None:
            return self.uuid
        self.new_secret = secrets.token_urlsafe(32)
        self._known = Learner.objects.create(secret_sha256=_hash(self.new_secret)).uuid
        self._looked_up = True
        return self._known


def of_request(request: HttpRequest) -> RequestLearner:
    return RequestLearner(request.get_signed_cookie(COOKIE, default=None, salt=COOKIE_SALT))


def send_cookie(learner: RequestLearner, response: HttpResponse, *, secure: bool) -> None:
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
