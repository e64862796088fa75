"""Conditions on earlier answers: the branches of a flow and the fields that appear only sometimes."""

from sandbox.domain.document import Answers, Condition


def value_at(answers: Answers, reference: str) -> object:
    """The stored value of "screen.field", or None when it is not there (yet)."""
    screen, _, field = reference.partition(".")
    return answers.get(screen, {}).get(field)


def holds(condition: Condition | None, answers: Answers) -> bool:
    """No condition always holds; a condition on a missing answer does not (but "not" turns it)."""
    if condition is None:
        return True
    if condition.kind == "all":
        return all(holds(part, answers) for part in condition.parts)
    if condition.kind == "any":
        return any(holds(part, answers) for part in condition.parts)
    if condition.kind == "not":
        return not holds(condition.parts[0], answers)
    return _compare(condition, value_at(answers, condition.field))


def _compare(condition: Condition, value: object) -> bool:
    if condition.kind == "filled":
        return value not in (None, "", False)
    if condition.kind == "equals":
        return value == condition.value
    if condition.kind == "one_of":
        return isinstance(condition.value, list) and value in condition.value
    return isinstance(value, int | float) and isinstance(condition.value, int | float) and value >= condition.value
