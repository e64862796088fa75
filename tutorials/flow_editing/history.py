"""What the history of a flow says of each change: which part, and what was done with it."""

from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import ModelLogEntry, Revision

from tutorials.models import FlowDraft

CHANGED = "tuntun.flow.change"
UNTOLD = "Telah diubah"


def record(draft: FlowDraft, revision: Revision, user: object, did: str) -> None:
    """Write `did` ("Tokoh “Bu Rini” dihapus") beside the revision that it made."""
    log(instance=draft, action=CHANGED, user=user, revision=revision, content_changed=True, data={"did": did})


def register(actions: LogActionRegistry) -> None:
    actions.register_action(CHANGED)(ChangeFormatter)


class ChangeFormatter(LogFormatter):
    label = "Ubah bagian alur"

    def format_message(self, log_entry: ModelLogEntry) -> str:
        return str(log_entry.data.get("did") or UNTOLD)
