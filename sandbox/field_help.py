"""What stands beside a field besides its own words: the reason in `tonton`, and the help asked for, level by level."""

from dataclasses import dataclass

from sandbox.domain.coaching import ANSWER, HINT, Help, help_with
from sandbox.domain.document import Field, Screen
from sandbox.models import Mode
from sandbox.work import Work


@dataclass(frozen=True)
class FieldHelp:
    """Each part is "" or empty where it is not shown."""

    hint: str = ""
    where: tuple[str, ...] = ()  # places to look, as people read them
    shape: str = ""
    options: tuple[str, ...] = ()
    example: str = ""
    answer: str = ""
    own: bool = False  # the answer is the learner's own; what is shown is an example
    asked: bool = False  # something was asked for already
    goes_on: bool = False  # more can be asked for


NO_HELP = FieldHelp()


def field_help(work: Work, screen: Screen, field: Field, *, refused: bool) -> FieldHelp:
    mode = work.attempt.mode
    if mode not in (Mode.TUNTUN, Mode.LATIHAN) or not field.controls:
        return NO_HELP
    asked = level_of(work, screen, field)
    level = max(asked, HINT) if mode == Mode.TUNTUN else asked
    if level == 0:
        return FieldHelp(goes_on=refused)
    found, own = help_with(field, screen, work.practice, level=level), is_own(work, screen, field)
    shape = "" if own else found.shape
    return FieldHelp(
        hint=found.hint,
        where=_where(field, found, own=own) if level > HINT else (),
        shape=shape,
        options=() if own else found.options,
        example=field.example if level > HINT + 1 and not (shape or found.options) else "",
        answer=found.answer,
        own=own,
        asked=asked > 0,
        goes_on=level < ANSWER,
    )


def level_of(work: Work, screen: Screen, field: Field) -> int:
    visit = work.visits.get(screen.id)
    return 0 if visit is None else visit.open_help.get(field.id, 0)


def is_own(work: Work, screen: Screen, field: Field) -> bool:
    return f"{screen.id}.{field.id}" in work.persona.own


def answer_shown(work: Work, screen: Screen, field: Field) -> bool:
    """The box is filled in with the answer: it was asked for, and it is not the learner's own to give."""
    return (
        work.attempt.mode != Mode.UJIAN and level_of(work, screen, field) == ANSWER and not is_own(work, screen, field)
    )


def _where(field: Field, found: Help, *, own: bool) -> tuple[str, ...]:
    if field.type == "one_time_code":
        return ("HP latihan, kotak masuk",)
    if own:
        return ("usaha Anda sendiri",)
    return tuple(f"kartu {section}, baris {label}" for section, label in found.rows)
