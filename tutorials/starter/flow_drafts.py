"""A draft for each published flow, so that staff find it in the admin and can change it."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Workflow, WorkflowContentType

from sandbox import catalogue
from tutorials.models import FlowDraft, LoadedStarter

# Wagtail's own groups, where they are still there; moderators publish, editors write.
GROUPS = {"Editors": ("add", "change"), "Moderators": ("add", "change", "publish", "lock", "unlock")}
SETTLED = "alur-latihan"


@transaction.atomic
def load_flow_drafts() -> list[str]:
    """Make or renew the drafts; return the titles of those made or renewed, nothing on a second run.

    What a release changed comes into a draft only while staff have changed nothing: neither published a version of
    their own nor left a draft that is not published.
    """
    _settle_permissions()
    versions = catalogue.newest_versions()
    drafts = {draft.flow_id: draft for draft in FlowDraft.objects.all()}
    return [
        version.title
        for flow_id, version in sorted(versions.items())
        if _load(drafts.get(flow_id) or FlowDraft(flow_id=flow_id, live=False), version.document)
    ]


def _load(draft: FlowDraft, document: dict[str, object]) -> bool:
    is_new = draft.pk is None
    if not is_new and (draft.document == document or not _untouched(draft)):
        return False
    draft.document = document
    draft.full_clean()
    if is_new:
        draft.save()
    draft.save_revision(log_action="wagtail.create" if is_new else True).publish()
    return True


def _untouched(draft: FlowDraft) -> bool:
    """Whether what the draft holds came with a release and nobody has written in it since."""
    if draft.has_unpublished_changes or not draft.live:
        return False
    return catalogue.document_hash(draft.document) in catalogue.starter_hashes(draft.flow_id)


def _settle_permissions() -> None:
    """Once: staff may change it afterwards, and it stays as they left it."""
    if not LoadedStarter.objects.get_or_create(key=SETTLED)[1]:
        return
    content_type = ContentType.objects.get_for_model(FlowDraft)
    for name, actions in GROUPS.items():
        codes = [f"{action}_{FlowDraft._meta.model_name}" for action in actions]
        permissions = Permission.objects.filter(content_type=content_type, codename__in=codes)
        for group in Group.objects.filter(name=name):
            group.permissions.add(*permissions)
    workflow = Workflow.objects.active().first()
    if workflow is not None:
        WorkflowContentType.objects.get_or_create(content_type=content_type, defaults={"workflow": workflow})
