"""A single JSON value as people write it in one box: `sudah`, `5000`, `true`; a text that looks like one of the
others stands in quotes: `"5000"`."""

import json

Scalar = str | int | float | bool | None


def written(value: Scalar) -> str:
    """What the box shows for a value."""
    if isinstance(value, str) and value and value == value.strip() and "\n" not in value and read(value) == value:
        return value
    return json.dumps(value, ensure_ascii=False)


def read(text: str) -> Scalar:
    """The value that somebody wrote in the box."""
    text = text.strip()
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    if isinstance(value, float) and value != value:  # "NaN" is a word like any other
        return text
    return value if isinstance(value, str | int | float | bool | None) else text
