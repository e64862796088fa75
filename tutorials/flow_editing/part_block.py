"""The outermost block of a part's form, and how the browser makes it."""

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.telepath import register
from wagtail.blocks.struct_block import StructBlock, StructBlockAdapter


class PartBlock(StructBlock):
    """Wagtail renders a struct on its own where a form has one, but forgets to say where it is (static/js/alur.js)."""


class PartBlockAdapter(StructBlockAdapter):
    js_constructor = "tuntun.PartBlock"

    @cached_property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=["js/alur.js"])


register(PartBlockAdapter(), PartBlock)
