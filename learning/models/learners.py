from datetime import datetime
from typing import Self
from uuid import uuid4

from django.db import models


class Learner(models.Model):
    """Somebody who pressed a button once. No name, no account: whoever has one of its devices is the learner."""

    uuid = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.uuid)


class LearnerDevice(models.Model):
    """One browser of a learner; the secret in its cookie is kept only as its hash."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="devices", editable=False)
    secret_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.learner_id} {self.created_at:%Y-%m-%d}"


class ResumeCodeQuerySet(models.QuerySet["ResumeCode"]):
    def valid(self, now: datetime) -> Self:
        return self.filter(expires_at__gt=now)


class ResumeCode(models.Model):
    """What lets another phone go on as this learner. The code itself is not here: learning/own_data/resume_codes.py."""

    learner = models.OneToOneField(Learner, on_delete=models.CASCADE, primary_key=True, related_name="resume_code")
    nonce = models.CharField(max_length=32, editable=False)  # the code follows from it and the site's secret key
    code_hmac = models.CharField(max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField(db_index=True)

    objects = ResumeCodeQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.learner_id} {self.expires_at:%Y-%m-%d}"


class CodeTries(models.Model):
    """How many codes were tried lately from one address, or (`who` = "") from everywhere."""

    who = models.CharField(max_length=64, primary_key=True)  # a keyed hash: no address is kept
    since = models.DateTimeField(db_index=True)
    tries = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "code tries"

    def __str__(self) -> str:
        return f"{self.tries} since {self.since:%Y-%m-%d %H:%M}"
