"""One step of a guide into the step library: the page that asks, and what it does."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.generic import View
from wagtail.permission_policies import ModelPermissionPolicy

from tutorials.guide_editing import step_mending
from tutorials.models import GuideStep, SharedStep
from tutorials.rows import row_anchor
from tutorials.shared_steps import save_to_library

SAVED = "“{title}” sekarang ada di pustaka langkah. Panduan ini memakainya."
WAITING = "“{title}” sekarang ada di pustaka langkah sebagai draf. Isinya dipakai sesudah diterbitkan di sana."
REFUSED = "Langkah ini belum bisa disimpan ke pustaka: {why}"


class SaveToLibraryView(View):
    def setup(self, request: HttpRequest, *args: object, **kwargs: Any) -> None:  # noqa: ANN401
        super().setup(request, *args, **kwargs)
        self.desk = step_mending.open_step(request.user, kwargs["page_id"], kwargs["key"])
        if not ModelPermissionPolicy(SharedStep).user_has_permission(request.user, "add"):
            raise PermissionDenied
        step_mending.refuse_locked(self.desk)

    def get(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        return render(request, "tutorials/guide_editing/to_library.html", {"desk": self.desk})

    def post(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        page, step = self.desk.page, self.desk.step
        row = redirect(f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}#{row_anchor(step.key)}")
        if step.shared_id:
            return row
        try:
            shared = save_to_library(page, step.key, request.user)
        except ValidationError as problem:
            messages.error(request, REFUSED.format(why=" ".join(problem.messages)))
        except GuideStep.DoesNotExist:  # taken out of the guide meanwhile
            messages.error(request, REFUSED.format(why="langkahnya sudah tidak ada di panduan."))
        else:
            messages.success(request, (SAVED if shared.live else WAITING).format(title=shared.title))
        return row
