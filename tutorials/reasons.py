"""Why a step confuses, as people would say it."""

from django.db import models


class Reason(models.TextChoices):
    BUTTON_NOT_FOUND = "tombol-tidak-ketemu", "Tombolnya tidak ketemu"
    TEXT_DIFFERS = "tulisan-berbeda", "Tulisannya tidak sama dengan gambar"
    CANNOT_CHOOSE = "tidak-tahu-pilih", "Tidak tahu harus pilih yang mana"
    OSS_TROUBLE = "oss-error", "OSS error atau keluar sendiri"
