"""The step library: a step that several guides show, edited once."""

from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from tutorials.models.step_content import StepContent


class SharedStep(WorkflowMixin, DraftStateMixin, RevisionMixin, PreviewableMixin, StepContent):
    class Meta:
        verbose_name = "langkah bersama"
        verbose_name_plural = "pustaka langkah"
        ordering = ["title", "pk"]
