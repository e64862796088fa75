"""Places of the reference data, for templates."""

from django import template

from sandbox import regions

register = template.Library()


@register.simple_tag
def provinces() -> list[tuple[str, str]]:
    """(code, name) of every province, by name."""
    return regions.children("")
