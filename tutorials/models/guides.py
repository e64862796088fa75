"""The guides: their index, and one guide with its steps and addresses."""

from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.routable_page.models import path
from wagtail.models import Page, PageManager, PageQuerySet
from wagtail.search import index

from tutorials.domain.pace import whole_minutes
from tutorials.domain.prose import to_html
from tutorials.forms import GuidePageForm
from tutorials.models.public import PublicPage
from tutorials.models.steps import GuideStep
from tutorials.models.texts import PAGE_TEXTS
from tutorials.models.versioned import VersionedSteps
from tutorials.models.videos import VideoFields
from tutorials.practice import flow_address
from tutorials.reasons import Reason
from tutorials.rows import RowsPanel
from tutorials.way_back import PARAMETER, way_back

INDEX_SLUG = "panduan"  # addresses under it are printed, sent by chat and named in docs/interfaces.md
INDEX_SLUG_SENTENCE = "Alamat daftar panduan tetap “panduan”: alamat semua panduan bergantung padanya."


class GuideQuerySet(PageQuerySet):
    def with_steps(self) -> Self:
        return self.prefetch_related("steps")


class GuideIndexPage(PublicPage):
    introduction = models.TextField("pengantar", blank=True, help_text="Markdown, 1 atau 2 kalimat.")

    parent_page_types = ["tutorials.HomePage"]
    subpage_types = ["tutorials.GuidePage"]
    max_count = 1
    template = "tutorials/guide_index.html"
    guarded_fields = (*PAGE_TEXTS, "introduction")
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

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
        return super().get_context(request, *args, **kwargs) | {"guides": self.guides()}

    def guides(self) -> GuideQuerySet:
        return GuidePage.objects.child_of(self).live().with_steps().order_by("path")


class GuidePage(VideoFields, VersionedSteps):
    summary = models.CharField("ringkasan", max_length=160, help_text="Satu kalimat untuk daftar panduan.")
    introduction = models.TextField("pengantar", blank=True, help_text="Markdown, 2 sampai 4 kalimat pendek.")
    compared_on = models.DateField("dibandingkan dengan OSS pada", null=True, blank=True)
    compared_note = models.CharField(
        "catatan perbandingan", max_length=250, blank=True, help_text="Dengan apa dibandingkan, sejujurnya."
    )

    regulation = models.CharField(
        "berlaku menurut aturan", max_length=120, blank=True, help_text="Contoh: PP 28 Tahun 2025"
    )
    oss_generation = models.CharField(
        "berlaku untuk layar OSS", max_length=80, blank=True, help_text="Contoh: OSS Berbasis Risiko, tampilan 2026"
    )

    objects: ClassVar = PageManager.from_queryset(GuideQuerySet)()  # type: ignore[django-manager-missing]
    base_form_class = GuidePageForm
    parent_page_types = ["tutorials.GuideIndexPage"]
    subpage_types: list[str] = []
    template = "tutorials/guide.html"
    guarded_fields = (
        *PAGE_TEXTS,
        "summary",
        "introduction",
        "compared_note",
        "regulation",
        "oss_generation",
        "video_transcript",
    )
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("introduction")]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    *Page.content_panels,
                    FieldPanel("summary"),
                    FieldPanel("introduction"),
                    RowsPanel("prepare_items", heading="Siapkan ini dulu", label="Yang disiapkan"),
                    FieldPanel("compared_on"),
                    FieldPanel("compared_note"),
                    FieldPanel("regulation"),
                    FieldPanel("oss_generation"),
                    FieldPanel("key", read_only=True),
                    FieldPanel("version", read_only=True, heading="Versi isi"),
                ],
                heading="Panduan",
            ),
            ObjectList([RowsPanel("steps", heading="Langkah", label="Langkah", min_num=1)], heading="Langkah"),
            ObjectList(VideoFields.panels, heading="Video"),
            ObjectList(Page.promote_panels, heading="Promosikan"),
            ObjectList(Page.settings_panels, heading="Jadwal"),
        ]
    )

    class Meta:
        verbose_name = "panduan"
        verbose_name_plural = "panduan"

    @property
    def introduction_html(self) -> str:
        return to_html(self.introduction)

    @property
    def transcript_html(self) -> str:
        return to_html(self.video_transcript, top_heading=3)

    @property
    def activity_id(self) -> str:
        """The name under which progress and statistics know this guide."""
        return f"guide/{self.key}"

    @property
    def video_activity_id(self) -> str:
        """The name under which statistics know the video of this guide."""
        return f"video/{self.key}"

    def numbered_steps(self) -> list[GuideStep]:
        """The steps in order, each with its place among them: `number` (1-based), `url`, neighbours."""
        steps, address = list(self.steps.all()), self.path_on_site
        for number, step in enumerate(steps, 1):
            step.place_among(steps, number=number, url=f"{address}langkah/{number}/")
        return steps

    @property
    def minutes(self) -> int:
        """Expected time for all steps."""
        return whole_minutes(step.expected_seconds for step in self.steps.all())

    def step_context(
        self, step: GuideStep, *, confused: bool = False, reason: str = "", back: str = ""
    ) -> dict[str, object]:
        """What a placed step's page and its fragments show.

        `confused` opens the list of reasons; `reason` is the one chosen, "" where none is; `back` is the address
        of the practice that the reader came from.
        """
        shown = {"page": self, "step": step, "confused": confused, "reasons": step.reasons, "reason": reason}
        return shown | {"back": back}

    @path("")
    def index_route(self, request: HttpRequest) -> TemplateResponse:
        steps = self.numbered_steps()
        shown = {
            "steps": steps,
            "prepare_items": list(self.prepare_items.all()),
            "minutes": whole_minutes(step.expected_seconds for step in steps),
            "practice_address": flow_address(screen for step in steps for screen in step.explains),
            "finished": "selesai" in request.GET,
            "play_video": "video" in request.GET,
            "back": way_back(request.GET.get(PARAMETER, "")),
        }
        return self.render(request, context_overrides=shown)

    @path("langkah/<int:number>/", name="step")
    def step_route(self, request: HttpRequest, number: int) -> TemplateResponse:
        steps = self.numbered_steps()
        if not 1 <= number <= len(steps):
            raise Http404("Langkah ini tidak ada.")
        asked = request.GET.get("alasan", "")
        reason = asked if asked in Reason.values else ""
        context = self.step_context(
            steps[number - 1],
            confused=bool(reason) or "bingung" in request.GET,
            reason=reason,
            back=way_back(request.GET.get(PARAMETER, "")),
        )
        return self.render(request, template="tutorials/step.html", context_overrides=context)

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        steps = [(str(step.number), f"Langkah {step.number}: {step.title}") for step in self.numbered_steps()]
        return [("", "Panduan"), *steps]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> TemplateResponse:
        if mode_name:
            return self.step_route(request, int(mode_name))
        return super().serve_preview(request, mode_name)

    def save(self, *args: object, **kwargs: object) -> None:
        if self.live and kwargs.get("update_fields") is None:
            self.refuse_silent_video()
        super().save(*args, **kwargs)
