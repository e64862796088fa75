"""Which fields of a screen count before it is sent: what hangs on earlier answers is decided, the rest is open."""

from collections.abc import Collection

from sandbox.domain.conditions import holds
from sandbox.domain.document import Answers, Condition


def decided(condition: Condition | None, answers: Answers, still_open: Collection[str]) -> bool | None:
    """Whether a condition holds; None while that hangs on one of `still_open` ("screen.field")."""
    if condition is None:
        return True
    if condition.kind == "not":
        part = decided(condition.parts[0], answers, still_open)
        return None if part is None else not part
    if condition.kind in ("all", "any"):
        parts = [decided(part, answers, still_open) for part in condition.parts]
        settles = condition.kind == "any"
        if settles in parts:
            return settles
        return None if None in parts else not settles
    return None if condition.field in still_open else holds(condition, answers)


def hangs_on(condition: Condition | None, answers: Answers, still_open: Collection[str]) -> Condition | None:
    """The one comparison that an open condition comes down to; None where there are several, or none."""
    if condition is None or decided(condition, answers, still_open) is not None:
        return None
    if condition.kind in ("all", "any"):
        parts = [part for part in condition.parts if decided(part, answers, still_open) is None]
        return hangs_on(parts[0], answers, still_open) if len(parts) == 1 else None
    return condition if condition.kind == "equals" else None
