import pytest

from tutorials.domain.problems import ContentProblem
from tutorials.domain.webvtt import check_webvtt

GOOD = """WEBVTT - teks di layar

1
00:01.000 --> 00:04.500 line:80%
Selamat datang.

01:00:00.000 --> 01:00:02.000
Selesai.
"""


@pytest.mark.parametrize("text", [GOOD, GOOD.replace("\n", "\r\n"), "\ufeff" + GOOD], ids=["plain", "crlf", "bom"])
def test_captions_that_browsers_read_are_accepted(text):
    assert check_webvtt(text.encode()) is None


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"\xff\xfe\x00", "vtt.encoding", 0),
        (b"", "vtt.header", 1),
        (b"1\n00:00:01,000 --> 00:00:04,000\nSubRip\n", "vtt.header", 1),
        (b"WEBVTT\n\n00:01,000 --> 00:04,000\nHalo\n", "vtt.timing", 3),
        (b"WEBVTT\n\n00:04.000 --> 00:01.000\nHalo\n", "vtt.timing", 3),
        (b"WEBVTT\n\n00:01.000 --> 00:04.000\n\n", "vtt.empty", 0),
        (b"WEBVTT\n\nNOTE kosong\n", "vtt.empty", 0),
    ],
    ids=["not utf-8", "empty file", "subrip", "comma", "ends before it starts", "cue without text", "no cue"],
)
def test_a_file_that_shows_nothing_is_refused(content, code, line):
    with pytest.raises(ContentProblem) as caught:
        check_webvtt(content)

    assert (caught.value.code, caught.value.line) == (code, line)
