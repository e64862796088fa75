"""Pictures that staff upload: refused with a sentence that says what is accepted, or kept without what they tell.

A photo of a phone says where and when it was taken, and with which phone. What is stored is drawn anew from the
picture's points alone, so that nothing else can be in it.
"""

from functools import partial
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from PIL import Image, ImageOps
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

ACCEPTED = "Pakai JPG, PNG, atau WebP, paling besar 10 MB."
TOO_LARGE = "Gambar ini terlalu besar. Perkecil dulu sampai paling banyak {most} juta titik, misalnya {side} × {side}."
TOO_HEAVY = f"Berkas gambar ini terlalu besar. {ACCEPTED}"
UNREADABLE = "Gambar ini tidak bisa dibuka. Mungkin berkasnya rusak. Simpan ulang gambarnya, lalu kirim lagi."
NO_PICTURE = f"Berkas ini bukan gambar yang bisa dipakai. {ACCEPTED}"
OTHER_INSIDE = f"Nama berkas ini tidak sama dengan isinya. Simpan ulang gambarnya dari HP atau laptop. {ACCEPTED}"
BROKEN = (OSError, ValueError, SyntaxError)  # what Pillow raises for a file that is no picture
SAVED_AS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90, "optimize": True},
    "PNG": {"optimize": False},
    "WEBP": {"quality": 90, "method": 4},
}


class ImageForm(BaseImageForm):
    """Wagtail's form for a picture. Wagtail itself unfolds the picture before it looks how large it is."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            field = self.fields["file"]
            field.check_image_pixel_size = partial(check_pixels, field)
            field.check_image_file_format = check_format
            field.error_messages |= {
                "invalid_image": NO_PICTURE,
                "invalid_image_extension": NO_PICTURE,
                "invalid_extension": NO_PICTURE,
                "file_too_large": TOO_HEAVY,
            }
            field.validators = []  # check_format says it in our words
            field.help_text = ACCEPTED

    def clean_file(self) -> File:
        """The new file without anything but its points; a file that is there already stays as it is."""
        file: File = self.cleaned_data["file"]
        return bare(file) if isinstance(file, UploadedFile) else file


def check_format(file: UploadedFile) -> None:
    """Raise ValidationError for another kind of file, or one kind under the name of another."""
    kind = PurePath(file.name or "").suffix.lower().lstrip(".").replace("jpg", "jpeg")
    if kind.upper() not in SAVED_AS:
        raise ValidationError(NO_PICTURE, "invalid_image_extension")
    if file.image.format_name != kind:  # type: ignore[attr-defined]  # Wagtail's field puts it there
        raise ValidationError(OTHER_INSIDE, "invalid_image_known_format")


def check_pixels(field: WagtailImageField, file: File) -> None:
    most = field.max_image_pixels
    try:
        if _declared_pixels(file) > most:
            raise Image.DecompressionBombError
        WagtailImageField.check_image_pixel_size(field, file)
    except Image.DecompressionBombError as error:
        message = TOO_LARGE.format(most=most // 1_000_000, side=int(most**0.5))
        raise ValidationError(message, "file_too_many_pixels") from error
    except BROKEN as error:
        raise ValidationError(UNREADABLE, "invalid_image") from error


def bare(file: UploadedFile) -> UploadedFile:
    """The same picture, upright, without place, time, camera, preview or comment; of a moving one the first frame."""
    try:
        file.seek(0)
        with Image.open(file) as picture:
            kind = picture.format or ""
            upright = ImageOps.exif_transpose(picture)
            drawn = BytesIO()
            _without_words(upright).save(drawn, kind, icc_profile=picture.info.get("icc_profile"), **SAVED_AS[kind])
    except BROKEN as error:
        raise ValidationError(UNREADABLE, "invalid_image") from error
    clean = SimpleUploadedFile(file.name or "gambar", drawn.getvalue(), file.content_type or "")
    clean.image = file.image  # type: ignore[attr-defined]  # as Wagtail's own field does
    return clean


def _without_words(picture: Image.Image) -> Image.Image:
    for name in [name for name in picture.info if name != "transparency"]:
        del picture.info[name]  # Pillow writes what stands here, comments too
    picture.getexif().clear()
    return picture


def _declared_pixels(file: File) -> int:
    """What the head of the file says, without unfolding anything."""
    try:
        width, height = Image.open(file).size
        return width * height
    finally:
        file.seek(0)
