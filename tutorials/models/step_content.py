"""What a step says, whether it belongs to one guide or is shared by several."""

from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from wagtail.images import get_image_model_string

from tutorials.actions import Action
from tutorials.domain.markers import Marker
from tutorials.domain.pace import whole_minutes
from tutorials.domain.prose import to_html
from tutorials.models.fields import MarkersField, PracticeField
from tutorials.models.texts import GuardedText
from tutorials.models.ticks import ErrorsField, FaultsField, ScreensField
from tutorials.pictures import Picture, picture_of
from tutorials.practice import FaultPractice, fault_practices, practice_address
from tutorials.reasons import reasons_for

SHORTEST_SECONDS, LONGEST_SECONDS = 5, 3600  # outside: a slip of the keyboard, or two steps in one
SECONDS_SENTENCE = f"Tulis perkiraan antara {SHORTEST_SECONDS} dan {LONGEST_SECONDS} detik."
BODY_SENTENCE = "Isi langkah ini lebih dari 3.000 huruf. Pecah jadi dua langkah, supaya tidak melelahkan dibaca di HP."
MORE_SENTENCE = (
    "Penjelasan ini lebih dari 3.000 huruf. Pindahkan sebagian ke langkah lain, atau ke kendala dan istilah."
)
UNDESCRIBED_PICTURE = "Gambar ini belum punya kata-kata. Tulis isi gambarnya, baru panduan bisa diterbitkan."

ALT_HELP = "Dibacakan untuk yang tidak melihat gambar."
MARKERS_HELP = (
    "Satu baris satu tanda: persen dari kiri, persen dari atas, keterangan. Contoh: 50 32 Kotak NIK, 16 angka"
)


def _image(label: str) -> models.ForeignKey:
    return models.ForeignKey(
        get_image_model_string(),
        verbose_name=label,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )


def _alt(label: str) -> models.CharField:
    return models.CharField(label, max_length=250, blank=True, help_text=ALT_HELP)


def _markers(label: str) -> MarkersField:
    return MarkersField(label, default=list, blank=True, help_text=MARKERS_HELP)


class StepContent(GuardedText):
    title = models.CharField("judul", max_length=80, help_text="Kalimat pendek. Contoh: Isi NIK dan email")
    action = models.CharField(
        "yang dilakukan",
        max_length=10,
        choices=Action.choices,
        blank=True,
        help_text="Jadi gambar kecil di depan judul. Kosong: langkah ini hanya dibaca.",
    )
    body = models.TextField(
        "isi",
        help_text="Awali tindakan dengan 1. 2. 3. Tulis **tebal** untuk nama tombol. Paling banyak 40 kata.",
    )
    more = models.TextField(
        "penjelasan tambahan",
        blank=True,
        help_text="Untuk yang perlu tahu lebih banyak. Tampil terlipat di bawah isi. Awali judul dengan ###.",
    )
    expect = models.TextField("yang seharusnya terlihat sekarang", blank=True)
    image = _image("gambar")
    image_alt = _alt("isi gambar dalam kata-kata")
    markers = _markers("tanda bernomor")
    desktop_image = _image("gambar layar laptop")
    desktop_image_alt = _alt("isi gambar laptop dalam kata-kata")
    desktop_markers = _markers("tanda di gambar laptop")
    app_image = _image("gambar aplikasi OSS")
    app_image_alt = _alt("isi gambar aplikasi dalam kata-kata")
    app_markers = _markers("tanda di gambar aplikasi")
    errors = ErrorsField(
        "kalau yang muncul ini",
        default=list,
        blank=True,
        help_text="Kendala yang sering muncul di langkah ini, dari daftar kendala bersama.",
    )
    practice = PracticeField("layar latihan", max_length=170, blank=True)
    also_screens = ScreensField(
        "layar lain yang dijelaskan",
        default=list,
        blank=True,
        help_text="Langkah ini tampil juga di samping layar-layar ini saat orang berlatih.",
    )
    faults = FaultsField(
        "gangguan yang dijelaskan",
        default=list,
        blank=True,
        help_text="Langkah ini tampil di samping gangguan itu, dan mengajak mencobanya.",
    )
    sources = models.TextField(
        "sumber",
        blank=True,
        help_text="Satu baris satu sumber: keterangan, sumbernya, lalu tanggalnya. Tampil terlipat paling bawah.",
    )
    expected_seconds = models.PositiveIntegerField("perkiraan lama (detik)", default=60)

    content_fields: ClassVar = (
        "title", "action", "body", "more", "expect", "image", "image_alt", "markers",
        "desktop_image", "desktop_image_alt", "desktop_markers", "app_image", "app_image_alt", "app_markers",
        "errors", "practice", "also_screens", "faults", "sources", "expected_seconds",
    )  # fmt: skip
    guarded_fields: tuple[str, ...] = (
        "title", "body", "more", "expect", "image_alt", "markers", "desktop_image_alt", "desktop_markers",
        "app_image_alt", "app_markers", "sources", "practice", "also_screens", "faults", "errors",
    )  # fmt: skip

    too_long: ClassVar = {"body": BODY_SENTENCE, "more": MORE_SENTENCE}

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.expected_seconds is not None and not SHORTEST_SECONDS <= self.expected_seconds <= LONGEST_SECONDS:
            raise ValidationError({"expected_seconds": SECONDS_SENTENCE})

    def take_content(self, other: Self) -> None:
        """Say from now on what another step says."""
        for name in self.content_fields:
            setattr(self, name, getattr(other, name))

    @property
    def body_html(self) -> str:
        return to_html(self.body)

    @property
    def more_html(self) -> str:
        return to_html(self.more, top_heading=3)

    @property
    def minutes(self) -> int:
        return whole_minutes([self.expected_seconds])

    @cached_property
    def picture(self) -> Picture | None:
        """The picture of the portal on a phone: the one that every reader can be shown."""
        return picture_of(self.image, self.numbered_markers) if self.image else None

    @property
    def numbered_markers(self) -> list[tuple[int, Marker]]:
        return numbered(self.markers)

    @cached_property
    def practice_url(self) -> str | None:
        return practice_address(self.practice)

    @cached_property
    def fault_practices(self) -> list[FaultPractice]:
        """Where the faults that this step explains can be tried."""
        return fault_practices(self.faults)

    @property
    def explains(self) -> list[str]:
        """The practice screens that this step stands beside, its own first."""
        return [*filter(None, [self.practice]), *self.also_screens]

    @property
    def shows_screen(self) -> bool:
        """Whether this step is about a screen of OSS, and not only to be read or prepared for."""
        return bool(self.explains or self.faults) or self.picture is not None

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """Why this step may confuse: (code, sentence), in words that fit it."""
        return reasons_for(screen=self.shows_screen, picture=self.picture is not None)


def numbered(markers: list[dict]) -> list[tuple[int, Marker]]:
    return list(enumerate((Marker(**marker) for marker in markers), 1))
