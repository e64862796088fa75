"""Pictures that staff upload: one that cannot be opened, or would unfold to too much, is answered with a sentence."""

from functools import partial

from django.core.exceptions import ValidationError
from django.core.files import File
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

TOO_LARGE = "Gambar ini terlalu besar. Perkecil dulu sampai paling banyak {most} juta titik, misalnya {side} × {side}."
UNREADABLE = "Gambar ini tidak bisa dibuka. Mungkin berkasnya rusak. Simpan ulang gambarnya, lalu kirim lagi."
BROKEN = (OSError, ValueError, SyntaxError)  # what Pillow raises for a file that is no picture


class ImageForm(BaseImageForm):
    """Wagtail's form for a picture. Wagtail itself unfolds the picture before it looks how large it is."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            field = self.fields["file"]
            field.check_image_pixel_size = partial(check_pixels, field)


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


def _declared_pixels(file: File) -> int:
    """What the head of the file says, without unfolding anything."""
    try:
        width, height = Image.open(file).size
        return width * height
    finally:
        file.seek(0)
