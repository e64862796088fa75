"""What part of a photographed practice page becomes a guide's picture, where its numbers stand, and its stamp."""

from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import FloatRect

NEAR = 220  # CSS pixels between title and first target, above which the title is left out
MARGIN = 12
PLATE = 22 / 360  # height of the plate that says GAMBAR TIRUAN, in widths of the picture
STAMP = "GAMBAR TIRUAN"


@dataclass(frozen=True)
class Device:
    """A screen to photograph on. All lengths in CSS pixels; `cut` × `scale` is 720, the wider size a page offers."""

    width: int
    height: int
    scale: int
    cut: int  # width of the picture
    radius: int  # of a number in the finished picture, as the page draws it


PHONE = Device(width=360, height=740, scale=2, cut=360, radius=16)
LAPTOP = Device(width=1280, height=800, scale=1, cut=720, radius=32)


def clip(device: Device, frame: FloatRect, heading: FloatRect | None, boxes: list[FloatRect]) -> FloatRect:
    """The part of the page that shows every target whole, with the screen's title when that is near.

    Without targets it is the whole frame.
    """
    left = max(0, frame["x"] - (device.cut - frame["width"]) / 2) if device.width > device.cut else 0
    if not boxes:
        return {"x": left, "y": frame["y"], "width": device.cut, "height": frame["height"]}
    first = min(box["y"] for box in boxes)
    titled = heading is not None and 0 <= first - heading["y"] < NEAR
    top = max(frame["y"] if first >= frame["y"] else 0, (heading["y"] if titled and heading else first) - MARGIN)
    bottom = max(box["y"] + box["height"] for box in boxes) + device.cut * PLATE
    return {"x": left, "y": top, "width": device.cut, "height": bottom - top}


def spot(device: Device, box: FloatRect, cut: FloatRect) -> tuple[float, float]:
    """In percent: the upper right corner of a box, or the space right of a button: a number hides nothing read."""
    beside_a_button = box["width"] < device.cut * 0.61
    across = device.radius + 6 if beside_a_button else -device.radius - 10
    down = box["height"] / 2 if box["height"] < 60 else 20 - (device.radius - PHONE.radius)
    x = (box["x"] + box["width"] + across - cut["x"]) / cut["width"] * 100
    y = (box["y"] + down - cut["y"]) / cut["height"] * 100
    return round(x, 1), round(y, 1)


def stamp(picture: Image.Image) -> Image.Image:
    """GAMBAR TIRUAN in the pixels too, so that a picture sent on by chat still says it.

    It stands where the page lays its own plate, at the left bottom.
    """
    marked = picture.convert("RGB")
    draw = ImageDraw.Draw(marked)
    font = ImageFont.load_default(size=marked.width * 11 / PHONE.cut)
    left, top, right, bottom = draw.textbbox((0, 0), STAMP, font=font)
    width, height = right - left + 16, bottom - top + 12
    at = (0, marked.height - height)
    draw.rectangle((*at, width, marked.height), fill="#a11812")
    draw.text((at[0] + 8, at[1] + 6 - top), STAMP, fill="#fff", font=font)
    return marked.quantize(64)
