"""Why a step confuses, as people would say it."""

from django.db import models


class Reason(models.TextChoices):
    """The codes stay: reports count them. The labels fit a step with a picture of its screen."""

    BUTTON_NOT_FOUND = "tombol-tidak-ketemu", "Tombolnya tidak ketemu"
    TEXT_DIFFERS = "tulisan-berbeda", "Tulisannya tidak sama dengan gambar"
    CANNOT_CHOOSE = "tidak-tahu-pilih", "Tidak tahu harus pilih yang mana"
    OSS_TROUBLE = "oss-error", "OSS error atau keluar sendiri"


WITHOUT_PICTURE = {Reason.TEXT_DIFFERS: "Tulisannya beda dengan di HP saya"}

# A step that is read, or done on paper: no screen, no button.
WITHOUT_SCREEN = {
    Reason.BUTTON_NOT_FOUND: "Yang disebut di sini tidak ketemu",
    Reason.TEXT_DIFFERS: "Isinya beda dengan yang saya lihat atau dengar",
    Reason.CANNOT_CHOOSE: "Tidak tahu mana yang cocok untuk usaha saya",
    Reason.OSS_TROUBLE: "HP, email, atau OSS bermasalah",
}


def reasons_for(*, screen: bool, picture: bool) -> list[tuple[str, str]]:
    """(code, sentence) for a step about a `screen` of OSS, or about none, with or without a `picture`."""
    words = {} if picture else WITHOUT_PICTURE if screen else WITHOUT_SCREEN
    return [(reason.value, words.get(reason, str(reason.label))) for reason in Reason]
