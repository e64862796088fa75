"""The list of guides, and the journey on which they are stops."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from tutorials.domain.prose import to_html
from tutorials.journey import Stop, stops
from tutorials.models.guides import GuidePage, GuideQuerySet
from tutorials.models.public import PublicPage, Undated
from tutorials.models.texts import PAGE_TEXTS
from tutorials.rows import RowsPanel

INDEX_SLUG = "panduan"  # addresses under it are printed, sent by chat and named in docs/interfaces.md
INDEX_SLUG_SENTENCE = "Alamat daftar panduan tetap “panduan”: alamat semua panduan bergantung padanya."


class GuideIndexPage(Undated, PublicPage):
    introduction = models.TextField("pengantar", blank=True, help_text="1 atau 2 kalimat.")

    parent_page_types = ["tutorials.HomePage"]
    subpage_types = ["tutorials.GuidePage"]
    max_count = 1
    template = "tutorials/guide_index.html"
    guarded_fields = (*PAGE_TEXTS, "introduction")
    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        RowsPanel("journey", heading="Perjalanan mengurus usaha", label="Perhentian"),
    ]

    class Meta:
        verbose_name = "daftar panduan"
        verbose_name_plural = "daftar panduan"

    def clean(self) -> None:
        super().clean()
        if self.slug != INDEX_SLUG:
            raise ValidationError({"slug": INDEX_SLUG_SENTENCE})

    @property
    def introduction_html(self) -> str:
        return to_html(self.introduction)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        shown = {"guides": self.guides(), "stops": self.stops()}
        return super().get_context(request, *args, **kwargs) | shown

    def guides(self) -> GuideQuerySet:
        return GuidePage.objects.child_of(self).live().with_step_times().order_by("path")

    def stops(self) -> list[Stop]:
        """The journey of a business, before the NIB and after it."""
        return stops(self.journey.all().select_related("guide"))
