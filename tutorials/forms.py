"""The form in which an editor writes a guide."""

from wagtail.admin.forms import WagtailAdminPageForm

from tutorials.guide_editing.archive import pointers_to_removed
from tutorials.guide_editing.questions import refuse_unknown_questions
from tutorials.guide_editing.step_texts import blocks_of_step
from tutorials.models.videos import SILENT_VIDEO

SLUG_SENTENCE = "Alamat panduan ini tetap “{slug}”: sudah tercetak di kertas dan dikirim lewat chat."


class GuidePageForm(WagtailAdminPageForm):
    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        self._keep_published_slug(cleaned)
        # A draft may wait for captions and descriptions; a publication may not.
        if not self.is_deferred_validation:
            if cleaned.get("video") and not cleaned.get("video_captions"):
                self.add_error("video_captions", SILENT_VIDEO)
            self._say_what_blocks()
            self._keep_what_others_point_at()
            refuse_unknown_questions(self)
        return cleaned

    def _keep_published_slug(self, cleaned: dict[str, object]) -> None:
        pages = type(self.instance).objects.filter(pk=self.instance.pk, version__gt=0)
        published = pages.values_list("slug", flat=True).first()
        if published is not None and cleaned.get("slug", published) != published:
            self.add_error("slug", SLUG_SENTENCE.format(slug=published))

    def _say_what_blocks(self) -> None:
        """Each finding that keeps the guide from being published, at the field of the row that it is about."""
        for form in self.formsets["steps"].forms:
            # Asking for the errors fills the row's instance, here before the rows are looked at in their turn.
            if form.errors or form.cleaned_data.get("DELETE"):
                continue
            for finding in blocks_of_step(form.instance):
                form.add_error(finding.field if finding.field in form.fields else None, finding.sentence)

    def _keep_what_others_point_at(self) -> None:
        kept = {
            form.instance.key
            for form in self.formsets["steps"].forms
            if form.errors is not None and not getattr(form, "cleaned_data", {}).get("DELETE")
        }
        for sentence in pointers_to_removed(self.instance, kept=kept):
            self.add_error(None, sentence)
