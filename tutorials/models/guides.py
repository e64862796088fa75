"""One guide with its steps and addresses."""

from typing import ClassVar, Self

from django.db import models
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, ObjectList, PublishingPanel, TabbedInterface
from wagtail.contrib.routable_page.models import path
from wagtail.models import Page, PageManager, PageQuerySet, Revision
from wagtail.search import index

from tutorials.conditions import AskedQuestion, answers_of, asked, has_answered, tell_needed
from tutorials.domain.freshness import is_stale
from tutorials.domain.prose import to_html
from tutorials.forms import GuidePageForm
from tutorials.front_page import front_page, wants_sheet
from tutorials.guide_editing.publishing import refuse_blocked
from tutorials.guide_editing.review_panel import ReviewPanel
from tutorials.guide_editing.row_comments import RowCommentPanel
from tutorials.models.preview_sizes import PREVIEW_SIZES
from tutorials.models.steps import MOST_QUESTIONS, GuideStep
from tutorials.models.texts import PAGE_TEXTS
from tutorials.models.versioned import VersionedSteps
from tutorials.models.videos import VideoFields
from tutorials.prepare import Preparation, preparations
from tutorials.rows import NotesPanel, RowsPanel
from tutorials.step_page import WHOLE, step_page, whole_page


class GuideQuerySet(PageQuerySet):
    def with_steps(self) -> Self:
        return self.prefetch_related("steps")

    def with_step_times(self) -> Self:
        """With only what a list of guides says of their steps: 3,000 texts would take a second to read."""
        times = GuideStep.objects.only("page", "key", "sort_order", "expected_seconds")
        return self.prefetch_related(models.Prefetch("steps", times))


class GuidePage(VideoFields, VersionedSteps):
    summary = models.CharField("ringkasan", max_length=160, help_text="Satu kalimat untuk daftar panduan.")
    introduction = models.TextField(
        "pengantar", blank=True, help_text="2 sampai 4 kalimat pendek. Tulis **tebal** untuk kata penting."
    )
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
    longest: ClassVar = {"video_transcript": 20_000}
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("introduction")]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    NotesPanel(),
                    ReviewPanel(),
                    *Page.content_panels,
                    FieldPanel("summary"),
                    FieldPanel("introduction"),
                    RowsPanel("prepare_items", heading="Siapkan ini dulu", label="Yang disiapkan"),
                    RowsPanel(
                        "questions", heading="Pertanyaan tentang keadaan", label="Pertanyaan", max_num=MOST_QUESTIONS
                    ),
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
            ObjectList([PublishingPanel(), RowCommentPanel()], heading="Jadwal"),
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

    @property
    def whole_url(self) -> str:
        """The root-relative address of all steps on one page."""
        return f"{self.path_on_site}{WHOLE}/"

    def numbered_steps(self) -> list[GuideStep]:
        """The steps in order, each with its place among them: `number` (1-based), `url`, neighbours."""
        steps, address = list(self.steps.all()), self.path_on_site
        for number, step in enumerate(steps, 1):
            step.place_among(steps, number=number, url=f"{address}langkah/{number}/")
        return steps

    def steps_for(self, request: HttpRequest) -> list[GuideStep]:
        """The numbered steps, each knowing whether it is for this reader (`needed`); neighbours skip the others."""
        steps = self.numbered_steps()
        if has_answered(request) and any(step.only_when for step in steps):
            tell_needed(steps, answers_of(self.questions_for(request)))
        return steps

    def questions_for(self, request: HttpRequest) -> list[AskedQuestion]:
        """The questions in order, with what this reader answered."""
        return asked(request, self.key, self.questions.all().select_related("yes_guide", "no_guide"))

    def preparations_for(self, request: HttpRequest) -> list[Preparation]:
        """What to lay ready, with the ticks of this reader."""
        return preparations(request, self.key, self.prepare_items.all())

    @property
    def is_check_stale(self) -> bool:
        """Whether the comparison with the real portal is too long ago, or was never made."""
        return is_stale(self.compared_on, today=timezone.localdate())

    @path("")
    def index_route(self, request: HttpRequest) -> TemplateResponse:
        if wants_sheet(request):
            sheet = {"preparations": self.preparations_for(request)}
            return self.render(request, template="tutorials/prepare_sheet.html", context_overrides=sheet)
        return self.render(request, context_overrides=front_page(self, request))

    @path("langkah/<int:number>/", name="step")
    def step_route(self, request: HttpRequest, number: int) -> TemplateResponse:
        steps = self.steps_for(request)
        if not 1 <= number <= len(steps):
            raise Http404("Langkah ini tidak ada.")
        shown = step_page(self, steps[number - 1], request)
        return self.render(request, template="tutorials/step.html", context_overrides=shown)

    @path("semua/", name="whole")
    def whole_route(self, request: HttpRequest) -> TemplateResponse:
        shown = whole_page(self, self.steps_for(request), request)
        return self.render(request, template="tutorials/whole.html", context_overrides=shown)

    preview_sizes = PREVIEW_SIZES

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

    def publish(self, revision: Revision, *args: object, **kwargs: object) -> None:
        """Raises Blocked for a version that lacks what readers need; the form of the admin has said so before."""
        refuse_blocked(revision.as_object())
        super().publish(revision, *args, **kwargs)
