import re

import pytest
from django.template import Context, Template

from tutorials.icons import EDITOR_CHOICES, GROUPS, PATHS


def rendered(source):
    return Template("{% load look %}" + source).render(Context())


def test_a_sprite_holds_only_the_icons_named():
    assert re.findall(r'<symbol id="i-(\w+)"', rendered('{% icons "jam cek" %}')) == ["jam", "cek"]


def test_a_group_stands_for_its_members():
    assert re.findall(r'id="i-(\w+)"', rendered('{% icons "navi" %}')) == ["rumah", "buku", "pena", "saya"]


def test_no_symbol_stands_twice_on_a_page():
    html = rendered('{% icons "jam jam cek" %}{% icons "cek hp" %}')

    assert re.findall(r'id="i-(\w+)"', html) == [
        "jam",
        "cek",
        "hp",
    ]


def test_two_pages_do_not_share_what_was_printed():
    assert rendered('{% icons "jam" %}') == rendered('{% icons "jam" %}')


def test_a_sprite_takes_no_room_before_the_style_sheet_arrives():
    assert rendered('{% icons "jam" %}').startswith('<svg hidden width="0" height="0">')


def test_an_icon_is_decoration_of_a_fixed_size():
    assert rendered('{% icon "jam" %}') == (
        '<svg class="ik" width="24" height="24" aria-hidden="true"><use href="#i-jam"/></svg>'
    )


def test_an_unknown_icon_is_an_error():
    with pytest.raises(KeyError):
        rendered('{% icons "gajah" %}')


def test_every_choice_and_every_group_has_its_drawing():
    assert {name for name, _ in EDITOR_CHOICES} <= PATHS.keys()
    assert {name for names in GROUPS.values() for name in names} <= PATHS.keys()
