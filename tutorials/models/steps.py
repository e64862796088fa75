"""The rows inside a guide: its steps, its questions, and what to lay ready before the first one."""

import hashlib
import json

from django import forms
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from tutorials.domain.answers import NO, YES
from tutorials.domain.markers import format_markers
from tutorials.domain.prose import to_html
from tutorials.domain.versions import Stamp
from tutorials.icons import EDITOR_CHOICES
from tutorials.models.shared_steps import SharedStep
from tutorials.models.step_content import StepContent, numbered
from tutorials.models.step_panels import content_panels, title_panel
from tutorials.models.texts import GuardedText
from tutorials.step_forms import StepRowForm

MOST_QUESTIONS = 3
CONDITIONS = [
    (f"{number}:{answer}", f"Pertanyaan {number} dijawab {answer}")
    for number in range(1, MOST_QUESTIONS + 1)
    for answer in (YES, NO)
]


class GuideStep(StepContent, Orderable):
    """One step: a row of its guide, because it has an address, progress and statistics of its own.

    Its content is its own, or that of a shared step, which it then takes over at every save; the key is always its
    own, so that figures stay those of this guide.
    """

    page = ParentalKey("tutorials.GuidePage", on_delete=models.CASCADE, related_name="steps")
    key = models.SlugField(
        "kunci",
        max_length=60,
        help_text="Dibuat dari judul, lalu tetap selamanya, juga bila judul atau urutan berubah.",
    )
    key_follows_title = models.BooleanField(default=False, editable=False)
    part = models.CharField(
        "bagian",
        max_length=80,
        blank=True,
        help_text="Judul kelompok langkah. Langkah berurutan dengan bagian yang sama tampil bersama.",
    )
    shared = models.ForeignKey(
        SharedStep,
        verbose_name="langkah bersama",
        null=True,
        blank=True,
        # Old versions of a guide may point at one that is gone: they keep the content, without the link.
        on_delete=models.SET_NULL,
        related_name="rows",
        help_text="Isi langkah diambil dari pustaka langkah, dan ikut berubah bila langkah bersama itu diterbitkan.",
    )
    only_when = models.CharField(
        "hanya kalau",
        max_length=10,
        choices=CONDITIONS,
        blank=True,
        help_text="Kosong: langkah ini untuk semua orang. Pertanyaannya ada di halaman depan panduan.",
    )
    content_digest = models.CharField(max_length=64, blank=True, editable=False)
    content_changed_at = models.DateTimeField("isi terakhir berubah", null=True, editable=False)
    content_changed_version = models.CharField(max_length=20, blank=True, editable=False)

    # Whether the step is for the reader it is placed for (`GuidePage.steps_for`); for everybody, unless that was asked.
    needed = True

    guarded_fields = (*StepContent.guarded_fields, "part")
    base_form_class = StepRowForm  # for the rows of a guide's own form
    panels = [
        title_panel(),
        FieldPanel("key", read_only=True),
        FieldPanel("shared", widget=forms.Select),  # a chooser in every row would load its scripts for each
        FieldPanel("part"),
        FieldPanel("only_when"),
        *content_panels(),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "langkah"
        verbose_name_plural = "langkah"
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="guide_step_key_once_per_guide")]

    def take_shared_content(self) -> None:
        """Bring the content up to date with the published shared step that this row points at, if any."""
        if self.shared is not None and self.shared.live:
            self.take_content(self.shared)

    def place_among(self, steps: "list[GuideStep]", *, number: int, url: str) -> None:
        """Tell the step where it stands: its 1-based number, its root-relative address, its siblings."""
        self.number, self.url, self.siblings = number, url, steps

    @property
    def previous(self) -> "GuideStep | None":
        """The nearest step before this one that its reader needs."""
        return next((step for step in reversed(self.siblings[: self.number - 1]) if step.needed), None)

    @property
    def following(self) -> "GuideStep | None":
        """The nearest step after this one that its reader needs."""
        return next((step for step in self.siblings[self.number :] if step.needed), None)

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
        if later := self._later_content():
            content.append(later)
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()

    def _later_content(self) -> dict[str, object]:
        """By name, what is not empty. The icon, the sources and the condition are not what a reader stumbles over."""
        values = {
            "more": self.more.replace("\r\n", "\n").strip(),
            "errors": sorted(self.errors),
            "desktop": [self.desktop_image_id, self.desktop_image_alt, _lines(self.desktop_markers)],
            "app": [self.app_image_id, self.app_image_alt, _lines(self.app_markers)],
        }
        return {name: value for name, value in values.items() if value and value != [None, "", ""]}

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


def _lines(markers: list[dict]) -> str:
    return format_markers([marker for _, marker in numbered(markers)])


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


class GuideQuestion(GuardedText, Orderable):
    """A plain question about the reader's situation, answered by "ya" or "tidak" or not at all.

    Its number is its place among the questions of its guide; `GuideStep.only_when` refers to it.
    """

    page = ParentalKey("tutorials.GuidePage", on_delete=models.CASCADE, related_name="questions")
    sentence = models.CharField(
        "pertanyaan", max_length=120, help_text="Dijawab ya atau tidak. Contoh: Punya email yang bisa Anda buka?"
    )
    yes_advice = models.TextField("saran kalau ya", blank=True, help_text="1 atau 2 kalimat.")
    yes_guide = models.ForeignKey(
        "tutorials.GuidePage",
        verbose_name="panduan lain kalau ya",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    no_advice = models.TextField("saran kalau tidak", blank=True, help_text="1 atau 2 kalimat.")
    no_guide = models.ForeignKey(
        "tutorials.GuidePage",
        verbose_name="panduan lain kalau tidak",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    guarded_fields = ("sentence", "yes_advice", "no_advice")
    panels = [
        FieldPanel("sentence"),
        FieldPanel("yes_advice"),
        FieldPanel("yes_guide"),
        FieldPanel("no_advice"),
        FieldPanel("no_guide"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "pertanyaan"
        verbose_name_plural = "pertanyaan"

    def __str__(self) -> str:
        return self.sentence

    def advice_html(self, answer: str) -> str:
        """What is said to whoever answered "ya" or "tidak"; "" before an answer."""
        return to_html({YES: self.yes_advice, NO: self.no_advice}.get(answer, ""), top_heading=4)
