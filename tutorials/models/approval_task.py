"""The stage of moderation at which somebody approves who has walked through the guide on a phone."""

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask, TaskState

from sandbox.catalogue import redact

TRIED_LABEL = "Sudah saya coba di HP"
NOT_TRIED = "Buka dulu tiap langkahnya di HP, lalu beri centang di sini."


class TriedOnPhoneForm(TaskStateCommentForm):
    tried_on_phone = forms.BooleanField(
        label=TRIED_LABEL,
        error_messages={"required": NOT_TRIED},
        help_text="Tiap langkah dibuka di HP, satu per satu.",
    )
    field_order = ["tried_on_phone", "comment"]


class TriedOnPhoneTask(AbstractGroupApprovalTask):
    """Approval by members of a group, who say that they tried it on a phone: without that nothing is approved."""

    class Meta:
        verbose_name = "persetujuan sesudah dicoba di HP"
        verbose_name_plural = "persetujuan sesudah dicoba di HP"

    def get_actions(self, obj: object, user: AbstractBaseUser) -> list[tuple[str, str, bool]]:
        """Wagtail's own, without the one that approves at a press: each opens a form."""
        return [action for action in super().get_actions(obj, user) if action[2]]

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        return TriedOnPhoneForm if action == "approve" else super().get_form_for_action(action)

    def on_action(
        self,
        task_state: TaskState,
        user: AbstractBaseUser | None,
        action_name: str,
        *,
        tried_on_phone: bool = False,
        comment: str = "",
    ) -> None:
        if action_name == "approve" and not tried_on_phone:
            raise PermissionDenied(NOT_TRIED)
        # The dialog refuses what looks like a NIK; the form of the page brings what was typed there a second time.
        super().on_action(task_state, user, action_name, comment=redact(comment))

    @classmethod
    def get_description(cls) -> str:
        return "Anggota kelompok yang dipilih menyetujui sesudah mencobanya di HP"
