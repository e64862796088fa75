"""To-dos for authors: made from a finding of the stuck report, closed by hand or by the verdict on an edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.urls import reverse
from wagtail.permissions import page_permission_policy

from learning.domain.method.edits import EditVerdict, Outcome, is_settled
from learning.models import Todo, TodoState, TodoVerdict

EDITING = ["add", "change", "publish"]


@dataclass(frozen=True, slots=True)
class TodoCard:
    """A live to-do as pages show it beside its step."""

    url: str
    standing: str
    assignee: str
    due: date | None
    verdict: str


def may_edit(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whoever may change guides may take and close to-dos."""
    return page_permission_policy.user_has_any_permission(user, EDITING)


def authors() -> QuerySet[User]:
    """Who a to-do can be assigned to."""
    return page_permission_policy.users_with_any_permission(EDITING).order_by("first_name", "username")


def name_of(user: User | None) -> str:
    return "" if user is None else user.get_full_name() or user.get_username()


def cards_of(activity: str) -> dict[str, TodoCard]:
    """By step id."""
    live = Todo.objects.live().filter(activity=activity).select_related("assigned_to")
    return {todo.step: card_of(todo) for todo in live}


def card_of(todo: Todo) -> TodoCard:
    standing = "Tugas diusulkan" if todo.state == TodoState.PROPOSED else "Tugas"
    verdict = TodoVerdict(todo.verdict).label if todo.verdict else ""
    return TodoCard(reverse("todo", args=[todo.pk]), standing, name_of(todo.assigned_to), todo.due, verdict)


def open_todo(
    *, activity: str, step: str, version: str, reason: str, by: User | None, at: datetime
) -> tuple[Todo, bool]:
    """Return the live to-do of the step, and whether it is new. A proposal that somebody takes up becomes theirs."""
    state = TodoState.OPEN if by else TodoState.PROPOSED
    try:
        with transaction.atomic():
            todo, new = Todo.objects.live().get_or_create(
                activity=activity,
                step=step,
                defaults={"version": version, "reason": reason, "made_by": by, "state": state, "opened_at": at},
            )
    except IntegrityError:  # somebody pressed the same button a moment before
        todo, new = Todo.objects.live().get(activity=activity, step=step), False
    if by and todo.state == TodoState.PROPOSED:
        todo.state = TodoState.OPEN
        todo.save(update_fields=["state"])
    return todo, new


def close(todo: Todo, *, as_state: TodoState, at: datetime) -> None:
    todo.state, todo.closed_at = as_state, at
    todo.save(update_fields=["state", "closed_at"])


def reopen(todo: Todo) -> bool:
    """False where another to-do of the step is live already."""
    if Todo.objects.live().filter(activity=todo.activity, step=todo.step).exists():
        return False
    todo.state, todo.closed_at = TodoState.OPEN, None
    todo.save(update_fields=["state", "closed_at"])
    return True


def take_in_verdict(todo: Todo, edit: EditVerdict | None, *, at: datetime) -> None:
    """Note what the latest edit since the to-do was opened did: better closes it, worse opens it again."""
    if edit is None or edit.at < todo.opened_at or todo.verdict == edit.verdict:
        return
    todo.verdict = TodoVerdict(edit.verdict)
    todo.save(update_fields=["verdict"])
    if is_settled(edit) and todo.is_live:
        close(todo, as_state=TodoState.BETTER, at=at)
    elif edit.verdict == Outcome.WORSE and todo.state in (TodoState.DONE, TodoState.BETTER):
        reopen(todo)


def take_in_verdicts(edits: Mapping[tuple[str, str], EditVerdict], *, at: datetime) -> None:
    """`edits` by (activity, step). Of closed to-dos only the latest of each step is looked at."""
    latest: dict[tuple[str, str], Todo] = {}
    for todo in Todo.objects.exclude(state=TodoState.DROPPED).order_by("opened_at", "pk"):
        latest[todo.activity, todo.step] = todo
    for place, todo in latest.items():
        take_in_verdict(todo, edits.get(place), at=at)
