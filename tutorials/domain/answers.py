"""What readers answer about their situation, and what they ticked: kept by them in a cookie, as short fingerprints.

A fingerprint is of the words that were answered or ticked. Who rewords a question asks anew, and a tick never stands
at another thing than the one it was put at; copied or restored rows, on whatever site, keep theirs.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping

YES, NO = "ya", "tidak"
MARK_LENGTH = 6  # 24 bits: among the hundred that a cookie holds, two alike are one chance in 3,000
MOST_KEPT = 100  # the newest; a cookie of 900 bytes, sent with every request, is the most that a cheap plan should pay
_MARK = re.compile(rf"[0-9a-f]{{{MARK_LENGTH}}}")
_ANSWER = re.compile(rf"([0-9a-f]{{{MARK_LENGTH}}})([yt])")
_LETTERS = {"y": YES, "t": NO}


def mark_of(guide: str, words: str) -> str:
    """The fingerprint of these words in the guide of this key; letter case and spaces do not count."""
    text = f"{guide}\n{' '.join(words.casefold().split())}"
    return hashlib.sha256(text.encode()).hexdigest()[:MARK_LENGTH]


def read_marks(text: str) -> list[str]:
    """The marks of a cookie, oldest first; what is none is left out."""
    return [mark for mark in text.split(".")[:MOST_KEPT] if _MARK.fullmatch(mark)]


def write_marks(marks: Iterable[str]) -> str:
    return ".".join(list(dict.fromkeys(marks))[-MOST_KEPT:])


def read_answers(text: str) -> dict[str, str]:
    """{mark: "ya" or "tidak"} of a cookie, oldest first; what is none is left out."""
    found = (_ANSWER.fullmatch(part) for part in text.split(".")[:MOST_KEPT])
    return {match[1]: _LETTERS[match[2]] for match in found if match}


def write_answers(answers: Mapping[str, str]) -> str:
    return ".".join(f"{mark}{answer[0]}" for mark, answer in list(answers.items())[-MOST_KEPT:])


def is_needed(only_when: str, answers: Mapping[int, str]) -> bool:
    """Whether a step with this condition ("2:tidak", "" for everybody) is for somebody who gave these answers.

    `answers` by number of the question, from 1. Who has not answered is shown every step.
    """
    number, _, wanted = only_when.partition(":")
    given = answers.get(int(number)) if number.isdecimal() else None
    return given is None or given == wanted
