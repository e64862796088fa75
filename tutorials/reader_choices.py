"""Which picture of a step a reader is shown: the one of their own device, or none where data is dear."""

import re

from django.db import models
from django.http import HttpRequest, HttpResponse

from tutorials.reader_cookies import keep

COOKIE = "gambar"
PARAMETER = "gambar"  # in an address: for this one view
# Telephones and tablets say so; of the rest, these are computers. What says nothing gets the picture of a phone.
HAND_HELD = re.compile(r"Mobi|Android|iPhone|iPad|Opera Mini|KaiOS", re.I)
COMPUTER = re.compile(r"Windows NT|Macintosh|X11|CrOS")


class PictureChoice(models.TextChoices):
    PHONE = "hp", "HP"
    LAPTOP = "laptop", "Laptop"
    APP = "aplikasi", "Aplikasi OSS"
    NONE = "tanpa", "Tanpa gambar"


def picture_wanted(request: HttpRequest) -> str:
    """A value of PictureChoice: asked for in the address, kept before, or what suits browser and data plan."""
    for said in (request.GET.get(PARAMETER, ""), request.COOKIES.get(COOKIE, "")):
        if said in PictureChoice.values:
            return said
    if request.headers.get("Save-Data", "").strip().lower() == "on":
        return PictureChoice.NONE.value
    return (PictureChoice.LAPTOP if _is_computer(request) else PictureChoice.PHONE).value


def keep_picture_choice(request: HttpRequest, response: HttpResponse) -> None:
    """Keep what the pressed button says; what is no choice changes nothing."""
    if (chosen := request.POST.get(PARAMETER, "")) in PictureChoice.values:
        keep(request, response, COOKIE, chosen)


def _is_computer(request: HttpRequest) -> bool:
    browser = request.headers.get("User-Agent", "")
    return COMPUTER.search(browser) is not None and HAND_HELD.search(browser) is None
