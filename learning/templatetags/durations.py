"""How long something takes, in words."""

from django import template

register = template.Library()


@register.filter
def duration(seconds: float | None) -> str:
    """`75` becomes "1 menit 15 detik"; None, for what nobody measured, an empty text."""
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    parts = [f"{minutes} menit" if minutes else "", f"{rest} detik" if rest or not minutes else ""]
    return " ".join(part for part in parts if part)
