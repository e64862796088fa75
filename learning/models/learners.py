from uuid import uuid4

from django.db import models


class Learner(models.Model):
    """Somebody who pressed a button once. No name, no account; the cookie's secret is kept only as its hash."""

    uuid = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    secret_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.uuid)
