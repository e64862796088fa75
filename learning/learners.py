"""The pseudonymous learner: 256 random bits in a signed cookie of each browser, their SHA-256 in the database.

The pseudonym that events carry is another random UUID, so that neither leads to the other without the
database. The cookie is set by the first POST, never by reading.

There are two cookies, because a page's script may send its first events in the very moment of the first press, and
of two answers the browser keeps the cookie that arrives last. `belajar-baca` is set by the script's door alone; the
first press takes it over. Where both were set at once, the next POST joins the two learners into that of the press.
"""

import hashlib
import secrets
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from learning import device_queue
from learning.models import Learner, LearnerDevice
from learning.own_data import my_data

COOKIE = "belajar"
READING_COOKIE = "belajar-baca"
COOKIE_SALT = "learning.learners"
COOKIE_AGE_SECONDS = 400 * 24 * 3600  # 400 days: the longest that browsers keep


class RequestLearner:
    """The learner of one request; made only when `ensure` is called."""

    def __init__(self, secret: str | None, reading_secret: str | None = None) -> None:
        self._secret = secret
        self._reading_secret = reading_secret
        self._known: UUID | None = None
        self._is_reading = False  # known by the reading cookie alone
        self._looked_up = False
        self.new_secret: str | None = None
        self.new_reading_secret: str | None = None
        self.is_forgotten = False
        self.is_reading_over = False
        self.has_passed_on = False  # from somebody who is no more to somebody new

    @property
    def uuid(self) -> UUID | None:
        if not self._looked_up:
            self._looked_up = True
            self._known = _owner(self._secret)
            if self._known is None:
                self._known = _owner(self._reading_secret)
                self._is_reading = self._known is not None
        return self._known

    @property
    def is_nobodys(self) -> bool:
        """Its cookie led to somebody once, who was erased on another phone, say."""
        has_cookie = self._secret is not None or self._reading_secret is not None
        return has_cookie and not self.is_forgotten and self.uuid is None

    def ensure(self) -> UUID:
        """Who pressed a button; whoever was only reading until now is the same."""
        if self.uuid is None:
            return self._remember(Learner.objects.create())
        if self._is_reading:
            self._secret = self.new_secret = self._reading_secret
            self._end_reading()
        return self.uuid

    def ensure_reading(self) -> UUID:
        """Whose page sends events by itself."""
        if self.uuid is None:
            self.has_passed_on = self.is_nobodys
            learner, self._looked_up, self._is_reading = Learner.objects.create(), True, True
            self._known, self.new_reading_secret = learner.uuid, _new_device(learner)
            self._reading_secret = self.new_reading_secret
        return self._known  # type: ignore[return-value]

    def settle(self) -> None:
        """Join what one browser began twice, by a press and by its page, before either answer had arrived."""
        if self._secret is None or self._reading_secret is None or (pressed := _owner(self._secret)) is None:
            return
        reading = _owner(self._reading_secret)
        if reading not in (None, pressed):
            my_data.join(reading, into=pressed)
        _release(self._reading_secret)
        self._end_reading()

    def become(self, learner: Learner) -> None:
        """Make this browser one more device of `learner`, and no device of whom it belonged to."""
        self.forget()
        self._remember(learner)

    def forget(self) -> None:
        """Let this browser be nobody's; what its learner did stays."""
        _release(self._secret)
        _release(self._reading_secret)
        self._end_reading()
        self._known, self._looked_up, self.new_secret = None, True, None
        self.is_forgotten = True

    def _remember(self, learner: Learner) -> UUID:
        self.has_passed_on = self.is_nobodys
        self.new_secret = _new_device(learner)
        self._known, self._looked_up, self.is_forgotten = learner.uuid, True, False
        return learner.uuid

    def _end_reading(self) -> None:
        self.is_reading_over = self.is_reading_over or self._reading_secret is not None
        self._reading_secret, self._is_reading = None, False


class OwnRequest(HttpRequest):
    """A request as our own views see it, after the middleware."""

    learner: RequestLearner


def of_request(request: HttpRequest) -> RequestLearner:
    return RequestLearner(*(request.get_signed_cookie(name, None, COOKIE_SALT) for name in (COOKIE, READING_COOKIE)))


def send_cookie(learner: RequestLearner, response: HttpResponse, *, secure: bool) -> None:
    over = {COOKIE: learner.is_forgotten, READING_COOKIE: learner.is_reading_over}
    for name in (name for name, is_over in over.items() if is_over):
        response.delete_cookie(name, samesite="Lax")
    if learner.has_passed_on:
        device_queue.drop(response, now=timezone.now(), secure=secure)
    new = {COOKIE: learner.new_secret, READING_COOKIE: learner.new_reading_secret}
    for name, secret in new.items():
        if secret is not None:
            response.set_signed_cookie(
                name,
                secret,
                salt=COOKIE_SALT,
                max_age=COOKIE_AGE_SECONDS,
                httponly=True,
                samesite="Lax",
                secure=secure,
            )


def _owner(secret: str | None) -> UUID | None:
    if secret is None:
        return None
    return LearnerDevice.objects.filter(secret_sha256=_hash(secret)).values_list("learner_id", flat=True).first()


def _new_device(learner: Learner) -> str:
    secret = secrets.token_urlsafe(32)
    LearnerDevice.objects.create(learner=learner, secret_sha256=_hash(secret))
    return secret


def _release(secret: str | None) -> None:
    if secret is not None:
        LearnerDevice.objects.filter(secret_sha256=_hash(secret)).delete()


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
