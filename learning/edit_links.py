"""Where staff mend what the report points at: the guide step itself, or the guide steps that explain a screen."""

from collections.abc import Mapping
from dataclasses import dataclass

from learning.definitions import FLOW_PREFIX, GUIDE_PREFIX
from tutorials.catalogue import guide_definitions
from tutorials.flow_editing.desk import screen_links
from tutorials.models import GuideStep
from tutorials.practice import make_reference


@dataclass(frozen=True, slots=True)
class EditLink:
    what: str  # which kind of thing is changed there
    title: str
    url: str
    small_url: str = ""  # a page that changes this one step, small enough for a phone


def edit_links(activity: str) -> dict[str, list[EditLink]]:
    """For each step of one of our own activities: the pages that change it; nothing for an imported activity."""
    links = {
        (guide.id, step.id): EditLink("langkah panduan", step.title, step.edit_url, step.mend_url)
        for guide in guide_definitions()
        for step in guide.steps
    }
    if activity.startswith(FLOW_PREFIX):
        return _of_screens(activity.removeprefix(FLOW_PREFIX), links)
    return {step: [link] for (guide, step), link in links.items() if guide == activity}


def _of_screens(flow: str, of_guides: Mapping[tuple[str, str], EditLink]) -> dict[str, list[EditLink]]:
    """The form of each screen, then the guide steps that lead to it: whichever of them misleads is to be mended."""
    links = {screen: [EditLink("layar latihan", title, url)] for screen, (title, url) in screen_links(flow).items()}
    prefix = make_reference(flow, "")
    steps = GuideStep.objects.filter(page__live=True, practice__startswith=prefix).order_by("page", "sort_order")
    for practice, guide, step in steps.values_list("practice", "page__key", "key"):
        if link := of_guides.get((GUIDE_PREFIX + guide, step)):
            links.setdefault(practice.removeprefix(prefix), []).append(link)
    return links
