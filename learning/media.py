"""Serve uploaded pictures and videos, also in part: a phone asks for pieces of a video, and some play none without.

A proxy in front of the site does this better; without one, the site must do it by itself. A part is read at once and
handed to the server whole, so that no thread waits while a phone on a weak network takes it in. Who asks for more
than that gets the beginning and asks again for the rest (RFC 9110, section 15.3.7 allows it; browsers do).
"""

import os
import re
from typing import BinaryIO

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

_ONE_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")
PART_BYTES_AT_MOST = 1024 * 1024

# What a browser may show by itself. Anything else is handed over as a file, never opened as a page of this site.
SHOWN_TYPES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/avif", "video/mp4", "text/vtt")


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """The file under MEDIA_ROOT, or the one range of it that was asked for (RFC 9110, section 14)."""
    try:
        response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    except OSError:  # a name longer than any file's
        raise Http404("Berkas ini tidak ada.") from None
    if not isinstance(response, FileResponse):
        return response
    response["Accept-Ranges"] = "bytes"
    response["Content-Encoding"] = "identity"  # pictures and films are small already, and a part must stay that part
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if response["Content-Type"].split(";")[0] not in SHOWN_TYPES:
        response["Content-Disposition"] = "attachment"
    asked = _ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    return response if asked is None else _part(response, asked)


def _part(whole: FileResponse, asked: re.Match[str]) -> HttpResponseBase:
    size = int(whole["Content-Length"])
    file: BinaryIO = whole.file_to_stream  # type: ignore[attr-defined,assignment]
    bounds = _bounds(asked, size)
    if bounds is None:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    first, last = bounds[0], min(bounds[1], bounds[0] + PART_BYTES_AT_MOST - 1)
    with file:
        file.seek(first, os.SEEK_SET)
        part = HttpResponse(file.read(last - first + 1), status=206, headers=dict(whole.items()))
    part["Content-Length"] = str(last - first + 1)
    part["Content-Range"] = f"bytes {first}-{last}/{size}"
    return part


def _bounds(asked: re.Match[str], size: int) -> tuple[int, int] | None:
    """First and last byte; None where the range lies outside the file."""
    first, last = asked.groups()
    if not first and not last:
        return None
    if not first:
        return (max(size - int(last), 0), size - 1) if int(last) and size else None
    start, end = int(first), min(int(last), size - 1) if last else size - 1
    return (start, end) if start <= end else None
