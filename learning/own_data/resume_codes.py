"""The code by which another phone goes on as the same learner.

The database knows a code only by its keyed hash. The code itself follows from a random nonce and the site's secret
key, so that pressing the button again shows the same one: what somebody wrote on paper stays true.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.crypto import salted_hmac

from learning.domain.resume_code import read_code, spell
from learning.models import Learner, ResumeCode

VALID = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Code:
    text: str
    expires_at: datetime


@transaction.atomic
def code_of(learner: UUID, *, now: datetime) -> Code:
    """The learner's present code; a new one where there is none, or the old one has run out."""
    row = ResumeCode.objects.valid(now).filter(learner=learner).first()
    return renew(learner, now=now) if row is None else Code(_text(row.nonce), row.expires_at)


@transaction.atomic
def renew(learner: UUID, *, now: datetime) -> Code:
    """A new code; the old one, wherever it was written down, opens nothing any more."""
    nonce = _unused_nonce()
    row, _made = ResumeCode.objects.update_or_create(
        learner_id=learner,
        defaults={"nonce": nonce, "code_hmac": _hash(_text(nonce)), "expires_at": now + VALID},
    )
    return Code(_text(nonce), row.expires_at)


def find(typed: str, *, now: datetime) -> Learner | None:
    """Whose code this is; None for what is no code, nobody's or has run out."""
    code = read_code(typed)
    if code is None:
        return None
    row = ResumeCode.objects.valid(now).filter(code_hmac=_hash(code)).select_related("learner").first()
    return None if row is None else row.learner


def has_code(learner: UUID, *, now: datetime) -> bool:
    return ResumeCode.objects.valid(now).filter(learner=learner).exists()


def forget_expired(*, now: datetime) -> int:
    return ResumeCode.objects.filter(expires_at__lte=now).delete()[0]


def _unused_nonce() -> str:
    """Two learners with the same code are next to impossible, and must not happen all the same."""
    while True:
        nonce = secrets.token_hex(16)
        if not ResumeCode.objects.filter(code_hmac=_hash(_text(nonce))).exists():
            return nonce


def _text(nonce: str) -> str:
    return spell(int.from_bytes(salted_hmac("learning.own_data.resume_codes.code", nonce, algorithm="sha256").digest()))


def _hash(code: str) -> str:
    return salted_hmac("learning.own_data.resume_codes.hash", code, algorithm="sha256").hexdigest()
