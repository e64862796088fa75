"""The small form for one step: its texts, and a picture straight from the phone."""

from datetime import timedelta
from pathlib import PurePath
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.images.models import AbstractImage
from wagtail.images.permissions import permission_policy as image_permissions

from sandbox.catalogue import holds_real_number
from tutorials.models import GuideStep
from tutorials.models.fields import MarkersFormField
from tutorials.models.step_content import MARKERS_HELP, UNDESCRIBED_PICTURE

KEPT_FOR = timedelta(days=1)  # a form with a mistake that is sent again later has lost its picture by then
STATE = "keadaan"
EMPTY = "Isi dulu kotak ini."


class MendForm(forms.ModelForm):
    """`publishing`: what a draft may wait for is asked for. What was posted comes as a copy that may be changed."""

    new_picture = forms.FileField(
        label="ganti gambar",
        required=False,
        help_text="Pilih gambar layar dari HP Anda: PNG, JPG, atau WebP. Jangan ada NIK atau nama orang di gambar.",
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )
    kept_picture = forms.IntegerField(required=False, widget=forms.HiddenInput)
    without_picture = forms.BooleanField(label="tanpa gambar: lepas gambar ini dari langkah", required=False)
    markers = MarkersFormField(
        label="tanda bernomor", required=False, help_text=MARKERS_HELP, widget=forms.Textarea(attrs={"rows": 3})
    )
    keadaan = forms.CharField(required=False, widget=forms.HiddenInput)  # the state in which the step was opened

    class Meta:
        model = GuideStep
        fields = ("title", "body", "more", "expect", "image_alt", "markers")
        widgets = {
            "body": forms.Textarea(attrs={"rows": 8}),
            "more": forms.Textarea(attrs={"rows": 4}),
            "expect": forms.Textarea(attrs={"rows": 3}),
        }
        error_messages = {name: {"required": EMPTY} for name in ("title", "body")}

    def __init__(self, *args: Any, user: Any, publishing: bool = False, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.user, self.publishing = user, publishing
        self.uploaded: AbstractImage | None = None
        if not image_permissions.user_has_permission(user, "add"):
            del self.fields["new_picture"]
        if self.instance.image_id is None:
            del self.fields["without_picture"]
        for name, field in self.fields.items():
            if name != "without_picture":
                field.widget.attrs["class"] = "kotak"
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"id_{name}-bantu"

    def clean_new_picture(self) -> UploadedFile | None:
        """Looked at by the same form as every other picture of the site."""
        file = self.cleaned_data.get("new_picture")
        if not file:
            return None
        if holds_real_number(file.name or ""):  # the name is no part of the picture, so nobody has to mend it
            file.name = f"gambar{PurePath(file.name).suffix}"
        # The title may be wrong as well; the picture is the step's, whatever that is called.
        image = get_image_model()(uploaded_by_user=self.user)
        collection = image_permissions.collections_user_has_permission_for(self.user, "add").first()
        data = {"title": f"Gambar langkah: {self.instance.title}"[:255], "collection": collection and collection.pk}
        self.image_form = get_image_form(get_image_model())(data, {"file": file}, instance=image, user=self.user)
        if not self.image_form.is_valid():
            sentences = [text for texts in self.image_form.errors.values() for text in texts]
            raise forms.ValidationError(sentences)
        return file

    def clean_kept_picture(self) -> AbstractImage | None:
        """One that came with this form before, when something else in it was wrong."""
        pk = self.cleaned_data.get("kept_picture")
        images = get_image_model().objects.filter(uploaded_by_user=self.user)
        return images.filter(pk=pk, created_at__gte=timezone.now() - KEPT_FOR).first() if pk else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.picture = None if cleaned.get("without_picture") else self.instance.image
        if cleaned.get("kept_picture"):
            self.picture = cleaned["kept_picture"]
        pictured = bool(self.picture or cleaned.get("new_picture"))
        if self.publishing and pictured and not cleaned.get("image_alt") and "image_alt" not in self.errors:
            self.add_error("image_alt", UNDESCRIBED_PICTURE)
        return cleaned

    def keep_picture(self) -> None:
        """Store a new picture that is sound, also when something else is wrong: it was slow enough to send once."""
        if self.cleaned_data.get("new_picture"):
            self.picture = self.uploaded = self.image_form.save()
            cast("QueryDict", self.data)["kept_picture"] = str(self.picture.pk)
        elif self.cleaned_data.get("kept_picture"):
            self.uploaded = self.cleaned_data["kept_picture"]
        self.instance.image = getattr(self, "picture", self.instance.image)
