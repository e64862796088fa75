"""What changed between two versions of a guide, step by step. A step is known again by its key, not by its title."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from tutorials.domain.word_diff import Piece, word_diff


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class StepVersion:
    """`number`: its place, from 1. `texts`, `pictures`: by their labels; a picture is told by its id, None without."""

    key: str
    number: int
    title: str
    texts: Mapping[str, str]
    pictures: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class TextDiff:
    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PictureDiff:
    label: str
    old: int | None
    new: int | None


@dataclass(frozen=True, slots=True)
class StepDiff:
    """`old`, `new`: the numbers of the step, None where it is not there. `moved`: also where it changed besides."""

    key: str
    title: str
    old: int | None
    new: int | None
    moved: bool
    texts: tuple[TextDiff, ...]
    pictures: tuple[PictureDiff, ...]

    @property
    def kind(self) -> Kind:
        if self.old is None:
            return Kind.ADDED
        if self.new is None:
            return Kind.REMOVED
        if self.texts or self.pictures:
            return Kind.CHANGED
        return Kind.MOVED if self.moved else Kind.SAME


def diff_steps(old: Sequence[StepVersion], new: Sequence[StepVersion]) -> list[StepDiff]:
    """Each step of either version, in the new order; a removed one stands where it stood."""
    before, after = {step.key: step for step in old}, {step.key: step for step in new}
    moved = _moved([step.key for step in old if step.key in after], [step.key for step in new if step.key in before])
    told = [_diff(before.get(step.key), step, moved=step.key in moved) for step in new]
    for place, step in enumerate(old):
        if step.key not in after:
            told.insert(_place_of_removed([each.key for each in old[:place]], told), _diff(step, None, moved=False))
    return told


def diff_whole(old: StepVersion, new: StepVersion) -> StepDiff:
    """Two versions of what there is once, such as the front page of a guide."""
    return _diff(old, new, moved=False)


def _diff(old: StepVersion | None, new: StepVersion | None, *, moved: bool) -> StepDiff:
    step = new or old
    assert step is not None, "a step is in one of the versions at least"
    return StepDiff(
        key=step.key,
        title=step.title,
        old=old.number if old else None,
        new=new.number if new else None,
        moved=moved,
        texts=_texts(old.texts if old else {}, new.texts if new else {}),
        pictures=_pictures(old.pictures if old else {}, new.pictures if new else {}),
    )


def _texts(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[TextDiff, ...]:
    pairs = ((label, old.get(label, ""), new.get(label, "")) for label in dict.fromkeys([*old, *new]))
    return tuple(TextDiff(label, word_diff(before, after)) for label, before, after in pairs if before != after)


def _pictures(old: Mapping[str, int | None], new: Mapping[str, int | None]) -> tuple[PictureDiff, ...]:
    pairs = (PictureDiff(label, old.get(label), new.get(label)) for label in dict.fromkeys([*old, *new]))
    return tuple(pair for pair in pairs if pair.old != pair.new)


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The fewest keys, about, that must be lifted out for the others to stand in the same order in both."""
    kept = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return set(new) - {key for block in kept for key in new[block.b : block.b + block.size]}


def _place_of_removed(before: Sequence[str], told: Sequence[StepDiff]) -> int:
    """Behind the nearest of the steps that stood before it."""
    places = {step.key: place for place, step in enumerate(told)}
    return next((places[key] + 1 for key in reversed(before) if key in places), 0)
