"""The home page: a banner, what a NIB is, and sentences in which people recognise themselves."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Orderable, Page

from tutorials.domain.prose import to_html
from tutorials.icons import EDITOR_CHOICES
from tutorials.models.guides import GuidePage
from tutorials.models.public import PublicPage, Undated
from tutorials.models.texts import PAGE_TEXTS, GuardedText
from tutorials.rows import RowsPanel

LOCAL_ADDRESS = re.compile(r"/(?:[a-z0-9_-]+/)*(?:\?[a-z]+=[a-z0-9_-]+)?")


class HomePage(Undated, PublicPage):
    banner = models.CharField("spanduk", max_length=40, help_text="Paling banyak 3 kata. Contoh: Urus NIB sendiri?")
    banner_last_word = models.CharField("kata terakhir spanduk", max_length=20, help_text="Tampil lebih besar.")
    invitation = models.CharField("ajakan", max_length=160)
    start_page = models.ForeignKey(
        Page,
        verbose_name="tombol mulai membuka",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Kosong: daftar panduan.",
    )
    about_title = models.CharField("judul penjelasan", max_length=60)
    about = models.TextField("penjelasan", help_text="2 sampai 4 kalimat pendek. Tulis **tebal** untuk kata penting.")
    safety = models.TextField(
        "pesan keamanan", help_text="1 sampai 3 kalimat pendek. Tulis **tebal** untuk kata penting."
    )

    max_count = 1
    subpage_types = ["tutorials.GuideIndexPage"]
    template = "tutorials/home.html"
    guarded_fields = (*PAGE_TEXTS, "banner", "banner_last_word", "invitation", "about_title", "about", "safety")
    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("banner"), FieldPanel("banner_last_word"), FieldPanel("invitation"), FieldPanel("start_page")],
            heading="Spanduk",
        ),
        MultiFieldPanel(
            [FieldPanel("about_title"), FieldPanel("about"), RowsPanel("benefits", label="Gunanya")],
            heading="Penjelasan",
        ),
        RowsPanel("situations", heading="Pilih keadaan Anda", label="Keadaan"),
        FieldPanel("safety"),
    ]

    class Meta:
        verbose_name = "beranda"
        verbose_name_plural = "beranda"

    @property
    def about_html(self) -> str:
        return to_html(self.about, top_heading=3)

    @property
    def safety_html(self) -> str:
        return to_html(self.safety, top_heading=3)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        shown = {"benefits": list(self.benefits.all()), "situations": self.open_situations()}
        return super().get_context(request, *args, **kwargs) | shown

    def start_address(self) -> str:
        """Where the banner's button leads: the chosen page while it is live, else the list of guides."""
        start = self.start_page.specific if self.start_page and self.start_page.live else None
        return start.path_on_site if isinstance(start, PublicPage) else "/panduan/"

    def open_situations(self) -> "list[HomeSituation]":
        """The situations whose target is there to be opened."""
        rows = self.situations.select_related("guide").prefetch_related("guide__steps")
        return [row for row in rows if row.address]


class HomeBenefit(GuardedText, Orderable):
    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="benefits")
    text = models.CharField("kalimat", max_length=120)
    icon = models.CharField("gambar", max_length=20, choices=EDITOR_CHOICES, default="perisai")

    guarded_fields = ("text",)
    panels = [FieldPanel("text"), FieldPanel("icon")]

    class Meta(Orderable.Meta):
        verbose_name = "gunanya"
        verbose_name_plural = "gunanya"

    def __str__(self) -> str:
        return self.text


class HomeSituation(GuardedText, Orderable):
    """What somebody would say of himself, and where that leads: a guide, one of its steps, or another page."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="situations")
    sentence = models.CharField("kalimat", max_length=80, help_text="Seperti orang bicara: Saya belum punya akun")
    note = models.CharField("keterangan", max_length=80, blank=True)
    icon = models.CharField("gambar", max_length=20, choices=EDITOR_CHOICES, default="toko")
    guide = models.ForeignKey(
        GuidePage,
        verbose_name="panduan",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    step_key = models.SlugField(
        "kunci langkah", max_length=60, blank=True, help_text="Kosong: halaman depan panduan itu."
    )
    local_address = models.CharField(
        "alamat lain", max_length=120, blank=True, help_text="Hanya kalau bukan panduan. Contoh: /latihan/"
    )

    guarded_fields = ("sentence", "note", "local_address")
    panels = [
        FieldPanel("sentence"),
        FieldPanel("note"),
        FieldPanel("icon"),
        FieldPanel("guide"),
        FieldPanel("step_key"),
        FieldPanel("local_address"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "keadaan"
        verbose_name_plural = "keadaan"

    def __str__(self) -> str:
        return self.sentence

    def clean(self) -> None:
        super().clean()
        if self.guide_id and self.local_address:
            raise ValidationError({"local_address": "Pilih satu saja: panduan, atau alamat lain."})
        if self.local_address and not LOCAL_ADDRESS.fullmatch(self.local_address):
            raise ValidationError({"local_address": "Tulis alamat di situs ini, dengan garis miring: /latihan/"})
        if self.guide and self.step_key and self._step_address(self.guide) is None:
            raise ValidationError({"step_key": "Panduan itu tidak punya langkah dengan kunci ini."})

    @property
    def address(self) -> str | None:
        """Root-relative; None when the guide is not live or the step is gone."""
        if self.guide is None:
            return self.local_address or None
        if not self.guide.live:
            return None
        return self._step_address(self.guide) if self.step_key else self.guide.path_on_site

    def _step_address(self, guide: GuidePage) -> str | None:
        return next((step.url for step in guide.numbered_steps() if step.key == self.step_key), None)
