"""The step library: a step that several guides show, edited once."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.template.response import TemplateResponse
from wagtail.models import DraftStateMixin, PreviewableMixin, Revision, RevisionMixin, WorkflowMixin

from tutorials.guide_editing.step_texts import blocks_of_step
from tutorials.models.preview_sizes import PREVIEW_SIZES
from tutorials.models.step_content import StepContent
from tutorials.models.step_panels import content_panels, title_panel
from tutorials.step_forms import SharedStepForm

PREVIEW_TITLE, PREVIEW_SLUG = "Pustaka langkah", "pustaka-langkah"  # of the guide that a preview pretends to be in


class NotReady(ValidationError):
    """Not published, and nothing was stored; `message_to_staff` tells what to do."""

    def __init__(self, shared: "SharedStep", sentences: list[str]) -> None:
        self.shared_id = shared.pk
        self.message_to_staff = f"“{shared}” belum diterbitkan. {' '.join(sentences)}"
        super().__init__(sentences)


class SharedStep(WorkflowMixin, DraftStateMixin, RevisionMixin, PreviewableMixin, StepContent):
    """`rows` are the steps of guides that say what this one says; publishing it carries its content into them."""

    base_form_class = SharedStepForm
    panels = [title_panel(), *content_panels()]
    preview_sizes = PREVIEW_SIZES

    class Meta:
        verbose_name = "langkah bersama"
        verbose_name_plural = "pustaka langkah"
        ordering = ["title", "pk"]

    def publish(self, revision: Revision, *args: object, **kwargs: object) -> None:
        """Raises NotReady: it goes into guides that were let through, and may not bring what they must not have."""
        draft = revision.as_object()
        if found := blocks_of_step(draft):
            raise NotReady(draft, [finding.sentence for finding in found])
        super().publish(revision, *args, **kwargs)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> TemplateResponse:
        """As the only step of a guide that is nowhere."""
        guide = apps.get_model("tutorials", "GuidePage")(title=PREVIEW_TITLE, slug=PREVIEW_SLUG)
        row = apps.get_model("tutorials", "GuideStep")(key="langkah")
        row.take_content(self)
        guide.steps.set([row])
        return guide.step_route(request, 1)
