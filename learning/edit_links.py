"""Where staff mend what the report points at: the guide step itself, or the guide steps that explain a screen."""

from collections.abc import Mapping
from dataclasses import dataclass

from learning.definitions import FLOW_PREFIX, GUIDE_PREFIX
from tutorials.catalogue import guide_definitions
from tutorials.models import GuideStep
from tutorials.practice import make_reference


@dataclass(frozen=True, slots=True)
class EditLink:
    title: str
    url: str


def edit_links(activity: str) -> dict[str, list[EditLink]]:
    """For each step of one of our own activities: the pages that change it; nothing for an imported activity."""
    guides = guide_definitions()
    if activity.startswith(FLOW_PREFIX):
        return _of_screens(activity.removeprefix(FLOW_PREFIX), {guide.id: guide.edit_url for guide in guides})
    guide = next((guide for guide in guides if guide.id == activity), None)
    return {step.id: [EditLink(step.title, guide.edit_url)] for step in guide.steps} if guide else {}


def _of_screens(flow: str, edit_urls: Mapping[str, str]) -> dict[str, list[EditLink]]:
    """A screen is fixed content of its flow; what an editor can mend are the guide steps that lead to it."""
    links: dict[str, list[EditLink]] = {}
    prefix = make_reference(flow, "")
    steps = GuideStep.objects.filter(page__live=True, practice__startswith=prefix).order_by("page", "sort_order")
    for title, practice, guide in steps.values_list("title", "practice", "page__slug"):
        link = EditLink(title, edit_urls[GUIDE_PREFIX + guide])
        links.setdefault(practice.removeprefix(prefix), []).append(link)
    return links
