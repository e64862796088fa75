"""Answers are packed; only those of the admin are padded as well."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from learning.middleware import ADMIN


class CompressionMiddleware(GZipMiddleware):
    """Django pads each packed answer by up to 100 random bytes, so that its length betrays no secret in it (BREACH).

    Outside the admin no answer holds a secret: no token, no session, no password. There the bytes are saved, because
    on a weak network each of them is waited for.
    """

    max_random_bytes = 0
    padded = GZipMiddleware(lambda request: None)  # type: ignore[arg-type,return-value]

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path.startswith(ADMIN):
            return self.padded.process_response(request, response)  # type: ignore[arg-type]
        return super().process_response(request, response)  # type: ignore[arg-type]
