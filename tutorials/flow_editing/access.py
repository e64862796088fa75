"""Who may open and who may change a draft."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from wagtail.permission_policies import ModelPermissionPolicy

from tutorials.flow_editing.drafts import Author, Refused
from tutorials.models import FlowDraft

LOCKED = "Alur ini sedang dikunci atau diperiksa orang lain. Anda bisa melihatnya, belum bisa mengubahnya."


def open_draft(request: HttpRequest, pk: int) -> FlowDraft:
    """The draft in its newest revision, for whoever works with flows. 404 and 403 as everywhere in the admin."""
    row = FlowDraft.objects.filter(pk=pk).first()
    if row is None:
        raise Http404("Alur ini tidak ada.")
    if not _may(request.user, row, "change", "publish"):
        raise PermissionDenied
    return row.get_latest_revision_as_object()


def refuse_unless_changeable(request: HttpRequest, draft: FlowDraft) -> None:
    """Raises PermissionDenied, and Refused while the draft is locked for this person."""
    if not _may(request.user, draft, "change"):
        raise PermissionDenied
    lock = draft.get_lock()
    if lock is not None and lock.for_user(request.user):
        raise Refused(LOCKED)


def may_add(user: Author) -> bool:
    return ModelPermissionPolicy(FlowDraft).user_has_permission(user, "add")


def _may(user: Author, draft: FlowDraft, *actions: str) -> bool:
    """By permission, or as one whose task in moderation it is."""
    if ModelPermissionPolicy(FlowDraft).user_has_any_permission(user, actions):
        return True
    task = draft.current_workflow_task
    return task is not None and task.user_can_access_editor(draft, user)
