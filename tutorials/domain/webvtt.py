"""Captions: enough of WebVTT to refuse a file that a browser would show nothing of.

Source of the format: W3C WebVTT, https://www.w3.org/TR/webvtt1/
"""

import re

from tutorials.domain.problems import ContentProblem

TIMESTAMP = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
TIMING = re.compile(rf"{TIMESTAMP}[ \t]+-->[ \t]+{TIMESTAMP}(?:[ \t].*)?")


def check_webvtt(content: bytes) -> None:
    """Raise ContentProblem unless the file is WebVTT with at least one cue that shows text.

    Codes: "vtt.encoding" (not UTF-8), "vtt.header" (no WEBVTT in the first line), "vtt.timing" (a line with
    an arrow that no browser reads, or an end that is not after its start), "vtt.empty" (no cue with text).
    """
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise ContentProblem("vtt.encoding") from error
    if not lines or not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        raise ContentProblem("vtt.header", 1)
    arrows = [index for index, line in enumerate(lines) if "-->" in line]
    for index in arrows:
        _check_timing(lines[index].strip(), index + 1)
    if not any(lines[index + 1 : index + 2] and lines[index + 1].strip() for index in arrows):
        raise ContentProblem("vtt.empty")


def _check_timing(line: str, number: int) -> None:
    match = TIMING.fullmatch(line)
    if match is None or _milliseconds(match.groups()[:4]) >= _milliseconds(match.groups()[4:]):
        raise ContentProblem("vtt.timing", number)


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
