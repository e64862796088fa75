"""The four levels of help with one field: the hint, where to look, what it looks like, the answer.

The last level shows the answer and counts as not done alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.domain.deriving import raw_text
from sandbox.domain.document import Field, Screen
from sandbox.domain.practice import Practice
from sandbox.domain.solving import right_raw

HINT, WHERE, SHAPE, ANSWER = LEVELS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Help:
    """Help up to `level`: each level's sentence is "" where it has nothing to say.

    `rows` are (section, label) of the card; `fill` holds what the controls send when the answer is shown.
    """

    level: int
    hint: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    shape: str = ""
    options: tuple[str, ...] = ()  # at most two labels, one of them right
    answer: str = ""
    fill: Mapping[str, str] | None = None


def help_with(field: Field, screen: Screen, practice: Practice, *, level: int) -> Help:
    """What to say at `level` (1–4); higher levels hold the lower ones too."""
    fill = {control: value for control, value in _right(screen, practice).items() if control in field.controls}
    return Help(
        level=level,
        hint=field.hint or field.help,
        rows=card_rows(field, screen, practice) if level >= WHERE else (),
        shape=_beginning(field, fill) if level >= SHAPE else "",
        options=_two_options(field, fill) if level >= SHAPE else (),
        answer=raw_text(field, fill, practice) if level >= ANSWER else "",
        fill=fill if level >= ANSWER and fill else None,
    )


def card_rows(field: Field, screen: Screen, practice: Practice) -> tuple[tuple[str, str], ...]:
    """(section, label) of the rows of the persona's card that answer the field; of its screen where none does."""
    rows = [(section.title, row) for section in practice.persona.card for row in section.rows]
    exact = [(title, row.label) for title, row in rows if row.field == f"{screen.id}.{field.id}"]
    near = [(title, row.label) for title, row in rows if row.screen == screen.id and not row.field]
    return tuple(exact or near)


def _right(screen: Screen, practice: Practice) -> dict[str, str]:
    return right_raw(practice.persona, screen, seed=practice.seed)


def _beginning(field: Field, fill: Mapping[str, str]) -> str:
    """The first third of a text, so that the rest is still the learner's."""
    text = fill.get(field.id, "")
    if field.options or field.type in ("document", "kbli_successor", "checkbox", "map_point") or len(text) < 3:
        return ""
    return text[: max(1, len(text) // 3)]


def _two_options(field: Field, fill: Mapping[str, str]) -> tuple[str, ...]:
    """The right option and its neighbour in the list."""
    values = [option.value for option in field.options]
    if len(values) < 3 or fill.get(field.id) not in values:
        return ()
    at = values.index(fill[field.id])
    pair = (at, at + 1) if at + 1 < len(values) else (at - 1, at)
    return tuple(field.options[index].label for index in pair)
