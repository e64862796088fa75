"""The forms of a step in the admin: as a row of a guide, and in the step library."""

import re

from django.db.models import Q
from wagtail.admin.forms import WagtailAdminModelForm

from tutorials.guide_editing.step_texts import blocks_of_step
from tutorials.models.step_content import StepContent

NOT_PUBLISHED = "Langkah pustaka ini belum terbit. Terbitkan dulu di pustaka, atau kosongkan pilihan ini."


class SharedStepForm(WagtailAdminModelForm):
    def _post_clean(self) -> None:
        super()._post_clean()
        # A draft may wait for descriptions and the like, what is published may not.
        if not self.is_deferred_validation and not self.errors:
            for finding in blocks_of_step(self.instance):
                self.add_error(finding.field if finding.field in self.fields else None, finding.sentence)


class StepRowForm(WagtailAdminModelForm):
    """A row whose content comes from the step library needs none of its own: it is filled in here."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.library: StepContent | None = None
        self.shows_content = True
        if "shared" not in self.fields:
            return
        shared = self.fields["shared"]
        # What was never published has nothing that readers may see; a choice made earlier stays to be seen.
        shared.queryset = shared.queryset.filter(Q(live=True) | Q(pk=self.instance.shared_id))
        chosen = self.data.get(self.add_prefix("shared"), "") if self.is_bound else ""
        # The choice itself is looked at once more by its field, which says what is wrong with it.
        if re.fullmatch(r"[0-9]{1,18}", str(chosen)):
            self.library = shared.queryset.filter(pk=chosen, live=True).first()
        if self.library:
            for name in self._content_names():
                self.fields[name].required = False

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if self.library:
            for name in self._content_names():
                self._errors.pop(name, None)  # what stands in a hidden field is nobody's mistake
                cleaned[name] = getattr(self.library, name)
        elif cleaned.get("shared") and not (cleaned.get("title") and cleaned.get("body")):
            self.add_error("shared", NOT_PUBLISHED)
        self.shows_content = not cleaned.get("shared")
        return cleaned

    def add_error(self, field: str | None, error: object) -> None:
        """What is wrong with a content that is not shown here is told where it was chosen."""
        hidden = field in StepContent.content_fields and not self.shows_content
        super().add_error("shared" if hidden else field, error)

    def _content_names(self) -> list[str]:
        return [name for name in StepContent.content_fields if name in self.fields]
