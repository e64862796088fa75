"""To-dos in the admin: their list, one of them, and the button that makes one from a row of the report."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from learning.domain.method.findings import Reason
from learning.mending.step_summaries import StepSummary, summaries, summary
from learning.mending.todo_form import TodoForm
from learning.mending.todos import close, may_edit, name_of, open_todo, reopen
from learning.models import Todo, TodoState

MINE, LIVE, CLOSED = "saya", "terbuka", "selesai"
VIEWS = {LIVE: "Semua yang terbuka", MINE: "Tugas saya", CLOSED: "Sudah selesai"}
MOST_LISTED = 100


@dataclass(frozen=True, slots=True)
class TodoRow:
    todo: Todo
    step: StepSummary | None  # None where the step is no more
    assignee: str

    @property
    def title(self) -> str:
        return self.step.title if self.step else self.todo.step

    @property
    def activity_title(self) -> str:
        return self.step.activity_title if self.step else self.todo.activity


class TodoPage(WagtailAdminTemplateMixin, View):
    header_icon = "list-ul"
    page_title = "Tugas perbaikan"

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        return [*super().get_breadcrumbs_items(), {"url": reverse("todos"), "label": "Tugas perbaikan"}]

    def require_author(self) -> None:
        if not may_edit(self.request.user):
            raise PermissionDenied


class TodosView(TodoPage):
    """`?lihat=` chooses between all live ones, one's own, and the closed."""

    template_name = "learning/tugas_daftar.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        chosen = request.GET.get("lihat", LIVE)
        if chosen not in VIEWS:
            raise Http404
        todos = list(self._todos(chosen).select_related("assigned_to")[:MOST_LISTED])
        steps = {step.place: step for one in summaries() for step in one.steps} if todos else {}
        rows = [TodoRow(todo, steps.get((todo.activity, todo.step)), name_of(todo.assigned_to)) for todo in todos]
        return self.render_to_response(
            self.get_context_data(rows=rows, chosen=chosen, views=VIEWS, today=timezone.localdate())
        )

    def _todos(self, chosen: str) -> QuerySet[Todo]:
        if chosen == CLOSED:
            return Todo.objects.closed().order_by("-closed_at", "pk")
        live = Todo.objects.live().order_by("due", "opened_at", "pk")
        return live.filter(assigned_to=self.request.user.pk) if chosen == MINE else live


class TodoView(TodoPage):
    template_name = "learning/tugas.html"

    def get(self, request: HttpRequest, *, pk: int) -> HttpResponse:
        todo = get_object_or_404(Todo.objects.select_related("assigned_to", "made_by"), pk=pk)
        return self._shown(todo, TodoForm(instance=todo))

    def post(self, request: HttpRequest, *, pk: int) -> HttpResponse:
        self.require_author()
        todo = get_object_or_404(Todo, pk=pk)
        form = TodoForm(request.POST, instance=todo)
        if not form.is_valid():
            return self._shown(Todo.objects.get(pk=pk), form, status=422)
        form.save()
        messages.success(request, self._act(todo, request.POST.get("aksi", "")))
        return redirect("todo", pk=pk)

    def _act(self, todo: Todo, action: str) -> str:
        """Do what the pressed button says, and tell what was done."""
        now = timezone.now()
        if action == "selesai" and todo.is_live:
            close(todo, as_state=TodoState.DONE, at=now)
            return "Tugas selesai. Hasilnya kami catat begitu cukup orang lewat."
        if action == "tutup" and todo.is_live:
            close(todo, as_state=TodoState.DROPPED, at=now)
            return "Tugas ditutup tanpa perubahan."
        if action == "buka" and not todo.is_live:
            return "Tugas dibuka lagi." if reopen(todo) else "Langkah ini sudah punya tugas lain yang terbuka."
        if todo.state == TodoState.PROPOSED and (todo.assigned_to or todo.note or todo.due):
            todo.state = TodoState.OPEN
            todo.save(update_fields=["state"])
        return "Tugas disimpan."

    def _shown(self, todo: Todo, form: TodoForm, *, status: int = 200) -> HttpResponse:
        known = summary(todo.activity)
        row = TodoRow(todo, known.by_step.get(todo.step) if known else None, name_of(todo.assigned_to))
        context = self.get_context_data(
            row=row, todo=todo, form=form, maker=name_of(todo.made_by), may_edit=may_edit(self.request.user)
        )
        return self.render_to_response(context, status=status)


class AddTodoView(TodoPage):
    """Posted by a row of the report: `kegiatan`, `langkah`, `sebab`."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        self.require_author()
        known = summary(request.POST.get("kegiatan", ""))
        step = known.by_step.get(request.POST.get("langkah", "")) if known else None
        if known is None or step is None:
            raise Http404
        reason = request.POST.get("sebab", "")
        todo, new = open_todo(
            activity=known.id,
            step=step.id,
            version=known.version,
            reason=reason if reason in set(Reason) else "",
            by=request.user,  # type: ignore[arg-type]  # staff: the admin lets nobody else in
            at=timezone.now(),
        )
        messages.success(request, "Tugas dibuat." if new else "Langkah ini sudah punya tugas.")
        return redirect("todo", pk=todo.pk)
