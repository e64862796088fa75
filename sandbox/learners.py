"""Who is practising: what a request tells about the learner, and nothing more."""

from typing import Protocol
from uuid import UUID

from django.http import HttpRequest


class Learner(Protocol):
    """A pseudonymous learner; middleware outside this package sets it on the request."""

    @property
    def uuid(self) -> UUID | None:
        """The pseudonym, or None for a visitor who has only been reading."""

    def ensure(self) -> UUID:
        """The pseudonym; made now, with its cookie, when the visitor has none. Only for a POST."""


class LearnerRequest(HttpRequest):
    learner: Learner
