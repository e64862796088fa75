"""The rows of a page in its admin form: headed by what they say, and there again when an old version is restored."""

from typing import cast

from django import forms
from django.forms import Media
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import InlinePanel, Panel, get_form_for_model

from tutorials.guide_editing.row_comments import content_path
from tutorials.signals import form_notes_asked, row_notes_asked

# Where Wagtail's heading of a row ends, which its script numbers ("Langkah 3").
COUNT = "<span data-inline-panel-child-count></span>"
# Where the fields of a row begin, the first time it stands behind its heading.
FIELDS = 'class="w-panel__content">'


class RowFormSet(BaseChildFormSet):
    """Takes a row that stands in the edited version of the page, whether or not the database still has it."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        name = self.model._meta.pk.name
        if form.instance.pk is not None:
            # The row was found by this id among the page's own; Django would look for it in the database, where a
            # row deleted since that version is no more. Saving makes it anew under its old id, with all it had.
            form.fields[name] = forms.IntegerField(initial=form.instance.pk, required=False, widget=forms.HiddenInput)


class RowsPanel(InlinePanel):
    """Wagtail's panel of rows; a row with a `key` can be linked to as `#baris-<key>`."""

    def get_form_options(self) -> dict[str, object]:
        options = super().get_form_options()
        formset = options["formsets"][self.relation_name]
        formset["formset"] = RowFormSet
        row = self.db_field.related_model
        if form_class := getattr(row, "base_form_class", None):
            deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
            formset["form"] = get_form_for_model(row, form_class=form_class, defer_required_on_fields=deferred)
        return options

    class BoundPanel(InlinePanel.BoundPanel):
        media = Media(css={"all": ["css/baris.css"]})

        def render_html(self, parent_context: dict[str, object] | None = None) -> SafeString:
            before, *rows = super().render_html(parent_context).split(COUNT)
            # After the rows comes the template of a new one, which says nothing yet.
            headings = [_heading(child.instance) for child in self.children] + [""]
            notes = [*self._notes(), ""]
            parts = zip(headings, notes, rows, strict=True)
            html = before + "".join(
                f"{COUNT}{heading}{row.replace(FIELDS, FIELDS + note, 1)}" for heading, note, row in parts
            )
            for child in self.children:
                if key := getattr(child.instance, "key", ""):
                    html = html.replace(f"inline_child_{child.form.prefix}-panel-section", row_anchor(key))
                    place = content_path(self.panel.relation_name, key)
                    row = f'id="inline_child_{child.form.prefix}" data-contentpath'
                    html = html.replace(f"{row}-disabled", f'{row}="{place}"')
            # Only escaped headings and slugs were added to what Wagtail's own templates made.
            return mark_safe(html)

        def _notes(self) -> list[SafeString]:
            """For each row what others have to say of it, "" where nothing."""
            told: dict[str, SafeString] = {}
            for _, notes in row_notes_asked.send(
                type(self.instance), page=self.instance, rows=self.panel.relation_name
            ):
                for key, note in cast("dict[str, SafeString]", notes).items():  # a receiver may return anything
                    told[key] = told.get(key, SafeString()) + note
            return [told.get(getattr(child.instance, "key", ""), SafeString()) for child in self.children]


class NotesPanel(Panel):
    """What others have to say of the whole page, above its form; nothing where nobody has anything."""

    class BoundPanel(Panel.BoundPanel):
        def render_html(self, parent_context: dict[str, object] | None = None) -> SafeString:
            answers = form_notes_asked.send(type(self.instance), page=self.instance, request=self.request)
            # A receiver answers with safe HTML, or with nothing.
            return mark_safe("".join(note for _, note in answers if note))

        @property
        def media(self) -> forms.Media:
            return forms.Media(css={"all": ["css/temuan.css"]}, js=["js/temuan.js"])

        def show_panel_furniture(self) -> bool:
            return False


def row_anchor(key: str) -> str:
    return f"baris-{key}"


def _heading(row: object) -> str:
    return format_html(": {}", text) if (text := str(row)) else ""
