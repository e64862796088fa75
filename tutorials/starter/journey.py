"""The stops of a business across offices, as the list of guides shows them at first."""

from tutorials.models import GuideIndexPage, GuidePage, JourneyStop
from tutorials.starter.reading import in_order

JOURNEY = "perjalanan"  # its name among what was loaded


def wants_journey(index: GuideIndexPage) -> bool:
    """Not while staff have a draft of this page: publishing it is theirs to decide, and it knows no stops."""
    return not index.has_unpublished_changes and not index.journey.exists()


def fill_journey(index: GuideIndexPage, stops: list[dict[str, str]]) -> None:
    """After the guides, to which the stops lead."""
    rows = in_order(_stop(data) for data in stops)
    for row in rows:
        row.clean()
    index.journey.set(rows)
    index.save_revision(log_action=True).publish()


def _stop(data: dict[str, str]) -> JourneyStop:
    guide = GuidePage.objects.filter(slug=data.get("guide", "")).first()
    return JourneyStop(
        phase=data["phase"],
        title=data["title"],
        agency=data["agency"],
        note=data.get("note", ""),
        guide=guide,
        step_key=_known_step(guide, data.get("step", "")),
    )


def _known_step(guide: GuidePage | None, key: str) -> str:
    """Staff may have taken the step away since: then the stop leads to the whole guide."""
    return key if guide is not None and guide.steps.filter(key=key).exists() else ""
