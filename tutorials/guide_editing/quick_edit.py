""" "Perbaiki langkah ini": one step on one small page, for whoever meets a mistake with nothing but a phone at hand."""

from typing import Any, cast

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.text import capfirst
from django.views.generic import View

from tutorials.guide_editing import step_mending
from tutorials.guide_editing.checks import findings_of_step
from tutorials.guide_editing.publishing import Blocked
from tutorials.guide_editing.quick_edit_form import STATE, MendForm
from tutorials.models import GuideStep
from tutorials.models.fields import MarkersFormField

TEXTS = ("title", "body", "more", "expect", "image_alt")
TEMPLATE = "tutorials/guide_editing/quick_edit.html"
DRAFT, PUBLISH, SUBMIT = "draf", "terbit", "periksa"
DONE = {
    DRAFT: "Tersimpan sebagai draf. Pembaca belum melihatnya.",
    PUBLISH: "Sudah terbit. Pembaca melihatnya sekarang.",
    SUBMIT: "Tersimpan dan dikirim untuk diperiksa.",
}
DO = {DRAFT: step_mending.save_draft, PUBLISH: step_mending.publish, SUBMIT: step_mending.submit}


class MendStepView(View):
    def setup(self, request: HttpRequest, *args: object, **kwargs: Any) -> None:  # noqa: ANN401
        super().setup(request, *args, **kwargs)
        self.desk = step_mending.open_step(request.user, kwargs["page_id"], kwargs["key"])
        self.state = step_mending.state_of(self.desk.step)
        self.closed = bool(self.desk.step.shared_id) or self.desk.locked

    def get(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        return self._shown(MendForm(instance=self.desk.step, user=request.user, initial={STATE: self.state}))

    def post(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        action = self._action()
        theirs = _texts(self.desk.step)
        form = MendForm(
            request.POST.copy(), request.FILES, instance=self.desk.step, user=request.user, publishing=action != DRAFT
        )
        valid = form.is_valid()
        if self.closed:
            return self._shown(form, status=409)
        form.keep_picture()
        if form.cleaned_data.get(STATE) != self.state:
            return self._conflict(form, theirs)
        return self._done(form, action) if valid else self._shown(form)

    def _action(self) -> str:
        """What the button says, as far as this person may; what they may not becomes a draft."""
        may = {PUBLISH: self.desk.may_publish, SUBMIT: self.desk.may_submit}
        asked = self.request.POST.get("lalu", DRAFT)
        return asked if may.get(asked) else DRAFT

    def _done(self, form: MendForm, action: str) -> HttpResponse:
        try:
            with transaction.atomic():
                desk = step_mending.reopen(self.desk)
                step_mending.refuse_locked(desk)
                state = step_mending.state_of(desk.step)
                if state != self.state:  # saved by somebody else since this request began
                    self.state = state
                    return self._conflict(form, _texts(desk.step))
                step_mending.put(desk, form.instance)
                DO[action](desk)
        except Blocked as blocked:
            for sentence in blocked.sentences:
                form.add_error(None, sentence)
            return self._shown(form)
        messages.success(self.request, DONE[action])
        return HttpResponseRedirect(self.request.path)

    def _conflict(self, form: MendForm, theirs: dict[str, str]) -> HttpResponse:
        """Somebody else was faster. Both are shown; sending once more keeps what stands in the form."""
        cast("QueryDict", form.data)[STATE] = self.state
        differing = [
            (capfirst(form.fields[name].label or name), text)
            for name, text in theirs.items()
            if text.split() != form.data.get(name, "").split()
        ]
        return self._shown(form, status=409, theirs=differing, conflict=True)

    def _shown(self, form: MendForm, *, status: int = 200, **more: object) -> HttpResponse:
        step = self.desk.step
        findings = [] if self.closed or form.is_bound else findings_of_step(step)
        context = {"form": form, "desk": self.desk, "page": self.desk.page, "step": step, "closed": self.closed}
        context |= {"findings": findings}
        return render(self.request, TEMPLATE, context | more, status=status)


def _texts(step: GuideStep) -> dict[str, str]:
    """What the form's boxes hold of the step."""
    texts = {name: str(getattr(step, name)) for name in TEXTS}
    return texts | {"markers": MarkersFormField().prepare_value(step.markers)}
