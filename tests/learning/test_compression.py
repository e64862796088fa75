from gzip import decompress

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from learning.compression import CompressionMiddleware


def _lengths(path):
    """Of the same answer, packed twenty times."""
    request = RequestFactory().get(path, headers={"Accept-Encoding": "gzip"})
    packed = CompressionMiddleware(lambda request: HttpResponse("warung " * 200))
    return {len(packed(request).content) for _ in range(20)}


def test_a_public_answer_always_takes_the_same_bytes():
    assert len(_lengths("/latihan/")) == 1


def test_an_answer_of_the_admin_does_not_betray_its_length():
    assert len(_lengths("/admin/")) > 1


@pytest.mark.parametrize("path", ["/latihan/", "/admin/"])
def test_a_packed_answer_holds_what_was_said(path):
    request = RequestFactory().get(path, headers={"Accept-Encoding": "gzip"})

    answer = CompressionMiddleware(lambda request: HttpResponse("warung " * 200))(request)

    assert decompress(answer.content) == b"warung " * 200
