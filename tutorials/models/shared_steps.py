"""The step library: a step that several guides show, edited once."""

from django.apps import apps
from django.http import HttpRequest
from django.template.response import TemplateResponse
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from tutorials.models.preview_sizes import PREVIEW_SIZES
from tutorials.models.step_content import StepContent
from tutorials.models.step_panels import content_panels, title_panel
from tutorials.step_forms import SharedStepForm

PREVIEW_TITLE, PREVIEW_SLUG = "Pustaka langkah", "pustaka-langkah"  # of the guide that a preview pretends to be in


class SharedStep(WorkflowMixin, DraftStateMixin, RevisionMixin, PreviewableMixin, StepContent):
    """`rows` are the steps of guides that say what this one says; publishing it carries its content into them."""

    base_form_class = SharedStepForm
    panels = [title_panel(), *content_panels()]
    preview_sizes = PREVIEW_SIZES

    class Meta:
        verbose_name = "langkah bersama"
        verbose_name_plural = "pustaka langkah"
        ordering = ["title", "pk"]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> TemplateResponse:
        """As the only step of a guide that is nowhere."""
        guide = apps.get_model("tutorials", "GuidePage")(title=PREVIEW_TITLE, slug=PREVIEW_SLUG)
        row = apps.get_model("tutorials", "GuideStep")(key="langkah")
        row.take_content(self)
        guide.steps.set([row])
        return guide.step_route(request, 1)
