"""The five things a step may ask of its reader, each with an icon of its own for who reads little."""

from django.db import models


class Action(models.TextChoices):
    WRITE = "tulis", "Tulis"
    CHOOSE = "pilih", "Pilih"
    UPLOAD = "unggah", "Unggah"
    WAIT = "tunggu", "Tunggu"
    CHECK = "cek", "Cek"
