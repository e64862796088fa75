"""Counts of people as pages and files may tell them: one to four stay unsaid, and so does what would betray them.

Steps follow each other: who completed one is who came to the next. So where anything in a table is one to four people,
it could be worked out from the rows around it, and all its larger numbers are told to the nearest five (statistical
offices round their tables for the same reason). docs/privacy.md has the rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from learning.domain.advice.saying import number
from learning.domain.counting.figures import Fates
from learning.domain.suppression import HIDDEN_TEXT, SMALLEST_GROUP

WITHHELD_TEXT = "tidak ditampilkan"  # not small itself, but a small number could be worked out from it


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people. `people` is None where it is not told; `is_few` then says that they are one to four.

    `is_about`: told to the nearest five.
    """

    people: int | None
    is_few: bool = False
    is_about: bool = False

    @classmethod
    def of(cls, people: int, *, about: bool = False) -> Self:
        """`about`: to the nearest five; exact numbers may stand only where nothing that is few adds up with them."""
        if 0 < people < SMALLEST_GROUP:
            return cls(None, is_few=True)
        rounded = SMALLEST_GROUP * round(people / SMALLEST_GROUP) if about else people
        return cls(rounded, is_about=about and people > 0)

    @property
    def is_told(self) -> bool:
        return self.people is not None

    def __str__(self) -> str:
        if self.people is not None:
            return f"sekitar {number(self.people)}" if self.is_about else number(self.people)
        return HIDDEN_TEXT if self.is_few else WITHHELD_TEXT


def is_delicate(parts: Iterable[Fates]) -> bool:
    """Whether anything about these people is one to four, so that the larger numbers beside it must be rounded."""
    counts = (count for fates in parts for count in (fates.completed, fates.lost, fates.in_progress))
    return any(0 < count < SMALLEST_GROUP for count in counts)


@dataclass(frozen=True)  # no slots: what is worked out is kept
class ShownFates:
    """What became of some people at a step, as it may be told.

    `about`: its numbers stand beside small ones. `lost_about`: so does the number of those lost.
    """

    fates: Fates
    about: bool = False
    lost_about: bool = False

    @cached_property
    def completed(self) -> Count:
        return Count.of(self.fates.completed, about=self.about)

    @cached_property
    def lost(self) -> Count:
        return Count.of(self.fates.lost, about=self.lost_about)

    @cached_property
    def known(self) -> Count:
        return Count.of(self.fates.known, about=self.about)

    @cached_property
    def in_progress(self) -> Count:
        return Count.of(self.fates.in_progress, about=self.lost_about)

    @cached_property
    def entered(self) -> Count:
        return Count.of(self.fates.entered, about=self.about)

    @property
    def rate(self) -> float | None:
        """The share that is lost, where it may be told."""
        return self.fates.loss_rate if self.lost.is_told and self.completed.is_told else None

    @property
    def most_rate(self) -> float | None:
        """Where fewer than five were lost: a share that they do not exceed; else None."""
        if self.rate is not None or not self.known.people or not self.lost.is_few:
            return None
        return min(1.0, (SMALLEST_GROUP - 1) / self.known.people)


@dataclass(frozen=True)  # no slots: what is worked out is kept
class ShownPeople:
    """Who began an activity, as it may be told: who of them finished, and who is still under way."""

    starters: int
    finishers: int
    in_progress: int
    about: bool = False

    @property
    def _about(self) -> bool:
        gone = self.starters - self.finishers - self.in_progress
        parts = (self.finishers, self.in_progress, gone)
        return self.about or any(0 < part < SMALLEST_GROUP for part in parts)

    @property
    def began(self) -> Count:
        return Count.of(self.starters, about=self._about)

    @property
    def finished(self) -> Count:
        return Count.of(self.finishers, about=self._about)

    @property
    def under_way(self) -> Count:
        return Count.of(self.in_progress, about=self._about)


def part_of(part: int, whole: int, *, about: bool = False) -> str:
    """`40 dari 50 orang`, at the beginning of a sentence; a rest of one to four must not be worked out.

    `about`: the whole to the nearest five. All who came to a step are told so, since those who came to the next one are
    told elsewhere, and the difference is who was lost.
    """
    told = "Hampir semua" if 0 < whole - part < SMALLEST_GROUP else number(part)
    return f"{told} dari {Count.of(whole, about=about)} orang"


def part_told(part: int, whole: int) -> bool:
    """Whether a part of some people may be told beside all of them: neither it nor the rest is one to four."""
    return not (0 < part < SMALLEST_GROUP or 0 < whole - part < SMALLEST_GROUP)
