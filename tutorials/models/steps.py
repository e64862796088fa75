"""The rows inside a guide: its steps, and what to lay ready before the first one."""

import hashlib
import json

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable

from tutorials.domain.markers import Marker, format_markers
from tutorials.domain.pace import whole_minutes
from tutorials.domain.prose import to_html
from tutorials.domain.versions import Stamp
from tutorials.icons import EDITOR_CHOICES
from tutorials.models.fields import MarkersField, PracticeField
from tutorials.models.texts import GuardedText
from tutorials.models.ticks import FaultsField, ScreensField
from tutorials.pictures import Picture, picture_of
from tutorials.practice import FaultPractice, fault_practices, practice_address
from tutorials.reasons import reasons_for

SHORTEST_SECONDS, LONGEST_SECONDS = 5, 3600  # outside: a slip of the keyboard, or two steps in one
MAX_BODY_LENGTH = 3_000  # characters; the longest starter step has 1,300
SECONDS_SENTENCE = f"Tulis perkiraan antara {SHORTEST_SECONDS} dan {LONGEST_SECONDS} detik."
BODY_SENTENCE = "Isi langkah ini lebih dari 3.000 huruf. Pecah jadi dua langkah, supaya tidak melelahkan dibaca di HP."
UNDESCRIBED_PICTURE = "Gambar ini belum punya kata-kata. Tulis isi gambarnya, baru panduan bisa diterbitkan."


class GuideStep(GuardedText, Orderable):
    """One step: a row of its guide, because it has an address, progress and statistics of its own."""

    page = ParentalKey("tutorials.GuidePage", on_delete=models.CASCADE, related_name="steps")
    key = models.SlugField(
        "kunci",
        max_length=60,
        help_text="Dibuat dari judul, lalu tetap selamanya, juga bila judul atau urutan berubah.",
    )
    key_follows_title = models.BooleanField(default=False, editable=False)
    title = models.CharField("judul", max_length=80, help_text="Kalimat pendek. Contoh: Isi NIK dan email")
    part = models.CharField(
        "bagian",
        max_length=80,
        blank=True,
        help_text="Judul kelompok langkah. Langkah berurutan dengan bagian yang sama tampil bersama.",
    )
    body = models.TextField(
        "isi",
        help_text="Markdown. Mulai dengan daftar bernomor, paling banyak 3 tindakan, tiap tindakan sekitar 12 kata.",
    )
    expect = models.TextField("yang seharusnya terlihat sekarang", blank=True)
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name="gambar",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        "isi gambar dalam kata-kata", max_length=250, blank=True, help_text="Dibacakan untuk yang tidak melihat gambar."
    )
    markers = MarkersField(
        "tanda bernomor",
        default=list,
        blank=True,
        help_text=(
            "Satu baris satu tanda: persen dari kiri, persen dari atas, keterangan. Contoh: 50 32 Kotak NIK, 16 angka"
        ),
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
    expected_seconds = models.PositiveIntegerField("perkiraan lama (detik)", default=60)
    content_digest = models.CharField(max_length=64, blank=True, editable=False)
    content_changed_at = models.DateTimeField("isi terakhir berubah", null=True, editable=False)
    content_changed_version = models.CharField(max_length=20, blank=True, editable=False)

    guarded_fields = ("title", "part", "body", "expect", "image_alt", "markers")
    panels = [
        FieldPanel("title"),
        FieldPanel("key", read_only=True),
        FieldPanel("part"),
        FieldPanel("body"),
        FieldPanel("image"),
        FieldPanel("image_alt"),
        FieldPanel("markers"),
        FieldPanel("expect"),
        FieldPanel("practice"),
        FieldPanel("also_screens"),
        FieldPanel("faults"),
        FieldPanel("expected_seconds"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "langkah"
        verbose_name_plural = "langkah"
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="guide_step_key_once_per_guide")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.expected_seconds is not None and not SHORTEST_SECONDS <= self.expected_seconds <= LONGEST_SECONDS:
            errors["expected_seconds"] = SECONDS_SENTENCE
        if len(self.body) > MAX_BODY_LENGTH:
            errors["body"] = BODY_SENTENCE
        if errors:
            raise ValidationError(errors)

    @property
    def body_html(self) -> str:
        return to_html(self.body)

    @property
    def minutes(self) -> int:
        return whole_minutes([self.expected_seconds])

    @cached_property
    def picture(self) -> Picture | None:
        return picture_of(self.image, self.numbered_markers) if self.image else None

    @property
    def numbered_markers(self) -> list[tuple[int, Marker]]:
        return list(enumerate((Marker(**marker) for marker in self.markers), 1))

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

    def place_among(self, steps: "list[GuideStep]", *, number: int, url: str) -> None:
        """Tell the step where it stands: its 1-based number, its root-relative address, its siblings."""
        self.number, self.url, self.siblings = number, url, steps

    @property
    def previous(self) -> "GuideStep | None":
        return self.siblings[self.number - 2] if self.number > 1 else None

    @property
    def following(self) -> "GuideStep | None":
        return next(iter(self.siblings[self.number :]), None)

    def digest(self) -> str:
        """SHA-256 of what a reader of this step meets; neither its place nor its expected time is content."""
        # Browsers send \r\n from a text area: an untouched text must not count as changed.
        texts = [
            text.replace("\r\n", "\n").strip()
            for text in (self.title, self.body, self.expect, self.image_alt, self.practice)
        ]
        content: list[object] = [*texts, self.image_id, format_markers([marker for _, marker in self.numbered_markers])]
        # Only where there are any: steps that were published before these fields came have not changed.
        if self.also_screens or self.faults:
            content.append([sorted(self.also_screens), sorted(self.faults)])
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()

    @property
    def stamp(self) -> Stamp | None:
        """How this step was last published; None while it never was."""
        if self.content_changed_at is None:
            return None
        return Stamp(self.content_digest, self.content_changed_at, self.content_changed_version)

    def put_stamp(self, stamp: Stamp) -> None:
        self.content_digest = stamp.digest
        self.content_changed_at = stamp.changed_at
        self.content_changed_version = stamp.changed_version


class PrepareItem(GuardedText, Orderable):
    """One thing to lay ready before beginning a guide."""

    page = ParentalKey("tutorials.GuidePage", on_delete=models.CASCADE, related_name="prepare_items")
    title = models.CharField("nama", max_length=60)
    note = models.CharField("keterangan", max_length=120, blank=True)
    icon = models.CharField("gambar", max_length=20, choices=EDITOR_CHOICES, default="kk")

    guarded_fields = ("title", "note")
    panels = [FieldPanel("title"), FieldPanel("note"), FieldPanel("icon")]

    class Meta(Orderable.Meta):
        verbose_name = "yang disiapkan"
        verbose_name_plural = "yang disiapkan"

    def __str__(self) -> str:
        return self.title
