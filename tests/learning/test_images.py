import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags
from PIL import Image as Picture
from PIL.PngImagePlugin import PngInfo
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


def _photo(kind="JPEG", *, orientation=1, size=(80, 60)):
    """A photo that says where, with what and how it was taken, in as many places as its kind has."""
    exif = Picture.Exif()
    exif[ExifTags.Base.Make] = "HP Bu Rini"
    exif[ExifTags.Base.Orientation] = orientation
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "S", 2: (0.0, 29.0, 33.0), 3: "E", 4: (117.0, 8.0, 36.0)})
    words = PngInfo()
    words.add_text("Comment", "HP Bu Rini")
    file = BytesIO()
    extra = {"JPEG": {"comment": b"HP Bu Rini"}, "PNG": {"pnginfo": words}}.get(kind, {})
    Picture.new("RGB", size, "teal").save(file, kind, exif=exif, **extra)
    return file.getvalue() + b"HP Bu Rini"


def _stored(image):
    with image.file.storage.open(image.file.name) as file:
        return file.read()


def _files_under(folder):
    return [file for file in folder.rglob("*") if file.is_file()]


def _upload(client, content, name="layar.png"):
    file = SimpleUploadedFile(name, content, content_type="image/png")
    return client.post("/admin/images/add/", {"title": "Layar", "file": file}).content.decode()


@pytest.mark.parametrize("size", [(30_000, 30_000), (10_000, 10_000), (4_001, 4_000)])
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


NAMES = {"JPEG": "foto.jpg", "PNG": "foto.png", "WEBP": "foto.webp"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_is_stored_does_not_say_where_and_with_what_it_was_taken(admin_client, kind):
    photo = _photo(kind)
    assert b"HP Bu Rini" in photo

    _upload(admin_client, photo, NAMES[kind])

    image = Image.objects.get()
    with Picture.open(BytesIO(_stored(image))) as picture:
        assert dict(picture.getexif()) == {}
        assert picture.format == kind
        assert picture.size == (80, 60)
    assert b"HP Bu Rini" not in _stored(image)
    assert b"Exif" not in _stored(image)
    assert image.file_size == len(_stored(image))


def test_a_photo_that_was_taken_upright_stays_upright(admin_client):
    _upload(admin_client, _photo(orientation=6), "foto.jpg")

    image = Image.objects.get()
    assert (image.width, image.height) == (60, 80)


def test_a_photo_chosen_in_a_step_is_stored_bare_as_well(admin_client):
    file = SimpleUploadedFile("foto.jpg", _photo(), content_type="image/jpeg")

    admin_client.post(
        "/admin/images/chooser/create/", {"image-chooser-upload-title": "Foto", "image-chooser-upload-file": file}
    )

    assert b"HP Bu Rini" not in _stored(Image.objects.get())


def test_many_photos_at_once_are_stored_bare_as_well(admin_client):
    file = SimpleUploadedFile("foto.jpg", _photo(), content_type="image/jpeg")

    admin_client.post(
        "/admin/images/multiple/add/",
        {"title": "Foto", "files[]": file},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )

    assert b"HP Bu Rini" not in _stored(Image.objects.get())


def test_a_new_file_for_an_old_picture_is_stored_bare_as_well(admin_client):
    _upload(admin_client, _drawn(40, 40))
    image = Image.objects.get()
    file = SimpleUploadedFile("foto.jpg", _photo(), content_type="image/jpeg")

    admin_client.post(f"/admin/images/{image.pk}/", {"title": "Foto", "file": file})

    image.refresh_from_db()
    assert image.width == 80
    assert b"HP Bu Rini" not in _stored(image)


def test_another_title_leaves_the_file_as_it_is(admin_client):
    _upload(admin_client, _drawn(40, 40))
    image = Image.objects.get()
    name, before = image.file.name, _stored(image)

    admin_client.post(f"/admin/images/{image.pk}/", {"title": "Judul lain"})

    image.refresh_from_db()
    assert (image.title, image.file.name, _stored(image)) == ("Judul lain", name, before)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("gambar.svg", SVG, "Berkas ini bukan gambar yang bisa dipakai. Pakai JPG, PNG, atau WebP"),
        ("gambar.png", SVG, "Nama berkas ini tidak sama dengan isinya."),
        ("surat.pdf", b"%PDF-1.7", "Berkas ini bukan gambar yang bisa dipakai."),
        ("surat.png", b"%PDF-1.7", "Berkas ini bukan gambar yang bisa dipakai."),
        ("gambar.png", _photo(), "Nama berkas ini tidak sama dengan isinya."),
        ("gambar.gif", b"GIF89a" + b"\0" * 40, "Berkas ini bukan gambar yang bisa dipakai."),
        ("gambar.png", b"", "kosong"),
    ],
)
def test_what_is_no_picture_is_answered_with_what_is_accepted(admin_client, tmp_path, name, content, sentence):
    page = _upload(admin_client, content, name)

    assert sentence in page
    assert not Image.objects.exists()
    assert _files_under(tmp_path) == []


def test_a_refused_file_leaves_the_old_picture_as_it_was(admin_client):
    _upload(admin_client, _drawn(40, 40))
    image = Image.objects.get()
    before = _stored(image)

    file = SimpleUploadedFile("gambar.png", _declared(10_000, 10_000), content_type="image/png")
    page = admin_client.post(f"/admin/images/{image.pk}/", {"title": "Lain", "file": file}).content.decode()

    image.refresh_from_db()
    assert "Gambar ini terlalu besar." in page
    assert (image.title, _stored(image)) == ("Layar", before)


def test_a_picture_of_more_than_10_megabytes_is_answered_with_what_is_accepted(admin_client):
    page = _upload(admin_client, _drawn(40, 40) + b"\0" * (10 * 1024 * 1024))

    assert "Berkas gambar ini terlalu besar. Pakai JPG, PNG, atau WebP, paling besar 10 MB." in page
    assert not Image.objects.exists()
