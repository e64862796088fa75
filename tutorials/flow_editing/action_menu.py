"""What the bar below the desk offers. The desk has nothing of its own to save, and nothing is taken down."""

from wagtail.admin.ui.components import Component

from tutorials.models import FlowDraft

LEFT_OUT = {"action-save", "action-unpublish", "action-delete"}
LABELS = {
    "action-publish": "Terbitkan",
    "action-submit": "Kirim untuk diperiksa",
    "action-cancel-workflow": "Batalkan peninjauan",
    "action-restart-workflow": "Ulangi peninjauan",
}


def for_flows(menu_items: list[Component], context: dict[str, object]) -> None:
    """Wagtail's own menu, in place, for the page of a flow; the menus of others stay as they are."""
    if context.get("model") is not FlowDraft:
        return
    # A version looked at from the history is brought back by saving it.
    reverting = context.get("view") == "revisions_revert"
    menu_items[:] = [
        item for item in menu_items if item.name not in LEFT_OUT or (reverting and item.name == "action-save")
    ]
    for item in menu_items:
        item.label = LABELS.get(item.name, item.label)
