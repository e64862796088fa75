"""The form in which an editor writes a guide."""

from wagtail.admin.forms import WagtailAdminPageForm

from tutorials.models.step_content import UNDESCRIBED_PICTURE
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
            self._ask_for_descriptions()
        return cleaned

    def _keep_published_slug(self, cleaned: dict[str, object]) -> None:
        pages = type(self.instance).objects.filter(pk=self.instance.pk, version__gt=0)
        published = pages.values_list("slug", flat=True).first()
        if published is not None and cleaned.get("slug", published) != published:
            self.add_error("slug", SLUG_SENTENCE.format(slug=published))

    def _ask_for_descriptions(self) -> None:
        for form in self.formsets["steps"].forms:
            # Asking for the errors fills cleaned_data, here before the rows are looked at in their turn.
            step = form.cleaned_data if form.errors is not None else {}
            if step.get("image") and not step.get("image_alt") and not step.get("DELETE"):
                form.add_error("image_alt", UNDESCRIBED_PICTURE)
