"""Who works with the step library on a fresh site."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Workflow, WorkflowContentType

from tutorials.models import LoadedStarter, SharedStep

# Wagtail's own groups, where they are still there; moderators publish, editors write.
GROUPS = {"Editors": ("add", "change"), "Moderators": ("add", "change", "publish", "delete")}
SETTLED = "pustaka-langkah"


@transaction.atomic
def settle_library_access() -> None:
    """Once: staff may change it afterwards, and it stays as they left it."""
    if not LoadedStarter.objects.get_or_create(key=SETTLED)[1]:
        return
    content_type = ContentType.objects.get_for_model(SharedStep)
    for name, actions in GROUPS.items():
        codes = [f"{action}_sharedstep" for action in actions]
        for group in Group.objects.filter(name=name):
            group.permissions.add(*Permission.objects.filter(content_type=content_type, codename__in=codes))
    workflow = Workflow.objects.active().first()
    if workflow is not None:
        WorkflowContentType.objects.get_or_create(content_type=content_type, defaults={"workflow": workflow})
