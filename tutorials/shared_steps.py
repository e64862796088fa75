"""The step library at work: what publishing, making and taking away a shared step mean for the guides."""

from collections import defaultdict

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.signals import published

from tutorials.models import GuidePage, GuideStep, SharedStep

TAKEN = "tuntun.shared_step.take"  # in the history of a guide


def guides_by_shared_step() -> dict[int, list[GuidePage]]:
    """By the id of a shared step: the guides whose steps point at it, as published or in their newest draft."""
    using: dict[int, set[int]] = defaultdict(set)
    for shared, page in GuideStep.objects.filter(shared__isnull=False).values_list("shared", "page"):
        using[shared].add(page)
    drafts = Revision.objects.page_revisions().filter(pk__in=GuidePage.objects.values("latest_revision"))
    for page_id, rows in drafts.values_list("object_id", "content__steps"):
        for row in rows or []:
            if row.get("shared"):
                using[row["shared"]].add(int(page_id))
    pages = GuidePage.objects.in_bulk()
    return {shared: [pages[pk] for pk in sorted(found) if pk in pages] for shared, found in using.items()}


def guides_with(shared: SharedStep) -> list[GuidePage]:
    return guides_by_shared_step().get(shared.pk, [])


@receiver(published)
def carry_on(sender: type, instance: object, revision: Revision, **_: object) -> None:
    if issubclass(sender, SharedStep) and isinstance(instance, SharedStep) and instance.live:
        carry_into_guides(instance, revision.user)


@transaction.atomic
def carry_into_guides(shared: SharedStep, user: AbstractBaseUser | AnonymousUser | None) -> list[GuidePage]:
    """Let every live guide that points at the shared step say what it says now; return those guides.

    Only what is published changes: a draft stays one, and takes the content when it is saved next.
    """
    pointing = GuideStep.objects.filter(shared=shared).values("page")
    # Nobody else saves them until this is done.
    guides = list(GuidePage.objects.live().filter(pk__in=pointing).select_for_update())
    for guide in guides:
        _renew(guide, user)
        log(instance=guide, action=TAKEN, user=user, content_changed=True, data={"title": shared.title})
    return guides


@transaction.atomic
def save_to_library(page: GuidePage, key: str, user: AbstractBaseUser | AnonymousUser) -> SharedStep:
    """Make a shared step that says what this step of the draft says, and let the step point at it.

    It is published at once where the user may publish shared steps. Raises ValidationError when the step cannot
    stand by itself, and GuideStep.DoesNotExist.
    """
    page = GuidePage.objects.select_for_update().get(pk=page.pk)  # as it is by now, and nobody else saves it meanwhile
    draft = page.get_latest_revision_as_object()
    row = next((step for step in draft.steps.all() if step.key == key), None)
    if row is None:
        raise GuideStep.DoesNotExist
    shared = _make(row, user)
    if _is_as_published(page):
        step = page.steps.get(key=key)
        step.shared = shared
        page.steps.set([step if each.key == key else each for each in page.steps.all()])
        _renew(page, user)
    else:
        row.shared = shared
        draft.steps.set([row if each.key == key else each for each in draft.steps.all()])
        draft.save_revision(user=user, log_action=True, clean=False)
    return shared


def _make(row: GuideStep, user: AbstractBaseUser | AnonymousUser) -> SharedStep:
    shared = SharedStep(live=False)
    shared.take_content(row)
    shared.full_clean()
    shared.save()
    revision = shared.save_revision(user=user, log_action="wagtail.create")
    if ModelPermissionPolicy(SharedStep).user_has_permission(user, "publish"):
        revision.publish(user=user)
        shared.refresh_from_db()
    return shared


def _is_as_published(page: GuidePage) -> bool:
    return page.live and not page.has_unpublished_changes and not page.alias_of_id


def _renew(guide: GuidePage, user: AbstractBaseUser | AnonymousUser | None) -> None:
    """Save what is published, with the contents of the library; its history gets that version where no draft waits.

    Without the checks of a form: what else stands in the guide was published as it is.
    """
    in_step = _is_as_published(guide)
    guide.save(clean=False)
    if in_step:
        revision = guide.save_revision(user=user, changed=False, clean=False)
        GuidePage.objects.filter(pk=guide.pk).update(live_revision=revision, last_published_at=timezone.now())
