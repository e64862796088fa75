"""Icons: a page prints the sprite of those it names, and refers to them as often as it likes."""

from typing import cast

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tutorials.actions import Action
from tutorials.icons import ACTION_PATHS, GROUPS, PATHS

register = template.Library()


@register.simple_tag(takes_context=True)
def icons(context: Context, names: str) -> SafeString:
    """The sprite of the named symbols (`"navi jam"`; a group counts as its members).

    What another call on the same page has printed is left out, so that no id stands twice. Sizes and strokes
    are attributes: nothing blows up before the style sheet arrives. Raises KeyError for an unknown name.
    """
    printed = _printed_on_this_page(context)
    wanted = dict.fromkeys(name for word in names.split() for name in GROUPS.get(word, (word,)))
    symbols = "".join(
        f'<symbol id="i-{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2">'
        f"{PATHS[name]}</symbol>"
        for name in wanted
        if name not in printed
    )
    printed.update(wanted)
    return mark_safe(f'<svg hidden width="0" height="0">{symbols}</svg>' if symbols else "")


@register.simple_tag
def icon(name: str, extra_class: str = "") -> SafeString:
    """A reference to a symbol of this page's sprite; decoration only, the word beside it says the same."""
    return format_html(
        '<svg class="ik{}" width="24" height="24" aria-hidden="true"><use href="#i-{}"/></svg>',
        f" {extra_class}" if extra_class else "",
        name,
    )


@register.simple_tag
def action_sign(action: str) -> SafeString:
    """What a step asks for: its drawing and its word; nothing for a step that is only read.

    Drawn in place: a fragment that htmx brings cannot rely on the sprite of the page it comes to.
    """
    if action not in ACTION_PATHS:
        return SafeString()
    drawing = (
        '<svg width="28" height="28" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"'
        f' aria-hidden="true">{ACTION_PATHS[action]}</svg>'
    )
    return mark_safe(f'<span class="laku">{drawing}{Action(action).label}</span>')


@register.simple_tag(takes_context=True)
def here(context: Context, address: str) -> SafeString:
    """` aria-current` for the link of a menu that leads to this page ("page") or to a part it lies in ("true")."""
    path = getattr(context.get("request"), "path", "")
    if path == address:
        return mark_safe(' aria-current="page"')
    return mark_safe(' aria-current="true"' if address != "/" and path.startswith(address) else "")


def _printed_on_this_page(context: Context) -> set[str]:
    # The bottom of the render context is shared by a page, its parents and its includes.
    shared = cast("dict[str, set[str]]", context.render_context.dicts[0])
    return shared.setdefault("icons printed", set())
