import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Picture
from wagtail.images.models import Image

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _declared(width, height):
    """A PNG that says it is so large and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(b"\0" * 100)), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _drawn(width, height):
    file = BytesIO()
    Picture.new("L", (width, height)).save(file, "PNG")
    return file.getvalue()


def _upload(client, content):
    file = SimpleUploadedFile("layar.png", content, content_type="image/png")
    return client.post("/admin/images/add/", {"title": "Layar", "file": file}).content.decode()


@pytest.mark.parametrize("size", [(30_000, 30_000), (9_000, 9_000), (4_001, 4_000)])
def test_a_picture_that_unfolds_to_too_much_is_answered_with_a_sentence(admin_client, size):
    page = _upload(admin_client, _declared(*size))

    assert "Gambar ini terlalu besar. Perkecil dulu sampai paling banyak 16 juta titik, misalnya 4000 × 4000." in page
    assert not Image.objects.exists()


def test_a_picture_that_breaks_off_is_answered_with_a_sentence(admin_client):
    page = _upload(admin_client, _declared(100, 100))

    assert "Gambar ini tidak bisa dibuka" in page
    assert not Image.objects.exists()


def test_many_pictures_at_once_are_each_answered(admin_client):
    file = SimpleUploadedFile("layar.png", _declared(30_000, 30_000), content_type="image/png")

    response = admin_client.post(
        "/admin/images/multiple/add/",
        {"title": "Layar", "files[]": file},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )

    assert response.json()["success"] is False
    assert "Gambar ini terlalu besar" in response.json()["error_message"]


def test_an_ordinary_picture_is_taken(admin_client):
    _upload(admin_client, _drawn(720, 1480))

    assert Image.objects.get().width == 720
