import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db import transaction

NAME = "staf"
FILE = "staf-awal.txt"
# No letter or digit that is taken for another one when it is copied from paper: 16 of 31 give 79 bits.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP_LENGTH = 4, 4


class Command(BaseCommand):
    """The first account, so that a fresh site can be entered; on a site that has any account, nothing happens."""

    help = "Membuat akun staf pertama bila belum ada satu akun pun."

    def handle(self, *args: object, **options: object) -> None:
        password = random_password()
        file = Path(settings.DATA_DIR) / FILE
        with transaction.atomic():
            if get_user_model().objects.exists():
                return
            get_user_model().objects.create_superuser(NAME, password=password)
            write_private(file, note(password))
        self.stdout.write(f"Akun staf pertama: {NAME}\nKata sandi: {password}\nDisimpan di: {file}")


def random_password() -> str:
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)


def note(password: str) -> str:
    return (
        "Akun staf pertama Tuntun\n"
        f"Alamat: {settings.SITE_URL}/admin/\n"
        f"Akun: {NAME}\n"
        f"Kata sandi: {password}\n"
        "Ganti kata sandi ini setelah masuk, lalu hapus berkas ini.\n"
    )


def write_private(file: Path, text: str) -> None:
    """Write a file that only its owner may read. One left by an earlier database is replaced, not reused."""
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
        opened.write(text)
