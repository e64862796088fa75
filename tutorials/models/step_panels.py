"""What a step says, as forms of the admin show it: for a row of a guide and for a shared step alike."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel

# On each panel whose content a row takes over from the step library; the style sheet hides these there.
OWN = "isi-sendiri"


class FoldedPanel(MultiFieldPanel):
    """Fields that few steps need: folded, open where something is wrong inside."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "tutorials/guide_editing/folded_panel.html"

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            wrong = any(name in self.form.errors for name in self.panel.get_form_options()["fields"])
            return context | {"open": self.form.is_bound and wrong}


def title_panel() -> Panel:
    return FieldPanel("title", classname=OWN)


def content_panels() -> list[Panel]:
    """All but the title."""
    return [
        FieldPanel("action", classname=OWN),
        FieldPanel("body", classname=OWN),
        FieldPanel("more", classname=OWN),
        FieldPanel("expect", classname=OWN),
        FieldPanel("image", classname=OWN),
        FieldPanel("image_alt", classname=OWN),
        FieldPanel("markers", classname=OWN),
        _other_screen("desktop", "Gambar untuk pembaca di laptop"),
        _other_screen("app", "Gambar untuk pembaca di aplikasi OSS"),
        FieldPanel("errors", classname=OWN),
        FieldPanel("practice", classname=OWN),
        FieldPanel("also_screens", classname=OWN),
        FieldPanel("faults", classname=OWN),
        FieldPanel("sources", classname=OWN),
        FieldPanel("expected_seconds", classname=OWN),
    ]


def _other_screen(variant: str, heading: str) -> Panel:
    names = (f"{variant}_image", f"{variant}_image_alt", f"{variant}_markers")
    # The heading stands on the fold itself.
    return FoldedPanel([FieldPanel(name) for name in names], classname=OWN, help_text=heading)
