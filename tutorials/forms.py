"""The form in which an editor writes a guide."""

from wagtail.admin.forms import WagtailAdminPageForm

from tutorials.models.videos import SILENT_VIDEO


class GuidePageForm(WagtailAdminPageForm):
    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        # A draft may wait for its captions; a publication may not.
        if not self.is_deferred_validation and cleaned.get("video") and not cleaned.get("video_captions"):
            self.add_error("video_captions", SILENT_VIDEO)
        return cleaned
