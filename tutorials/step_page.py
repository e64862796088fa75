"""What a reader is shown of a step: on its own page, among all steps on one page, and in the parts of both."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.http import HttpRequest

from tutorials.models.steps import GuideStep
from tutorials.office_help import office_help
from tutorials.reader_choices import picture_wanted
from tutorials.reasons import Reason
from tutorials.step_pictures import ShownPicture, fetch_pictures, shown_picture
from tutorials.way_back import PARAMETER, way_back

if TYPE_CHECKING:
    from tutorials.models.guides import GuidePage

CONFUSED, REASON = "bingung", "alasan"  # ?bingung=1 opens the reasons, on the page of all steps ?bingung=<n>
WHOLE = "semua"


def step_page(guide: "GuidePage", step: GuideStep, request: HttpRequest) -> dict[str, object]:
    """What the page of a placed step shows when it is opened."""
    reason = _reason(request)
    back = way_back(request.GET.get(PARAMETER, ""))
    confused = bool(reason) or CONFUSED in request.GET
    return told_step(guide, step, request, confused=confused, reason=reason, back=back)


def told_step(
    guide: "GuidePage",
    step: GuideStep,
    request: HttpRequest,
    *,
    confused: bool = False,
    reason: str = "",
    back: str = "",
) -> dict[str, object]:
    """What a placed step's page and its fragments show.

    `confused` opens the list of reasons; `reason` is the one chosen, "" where none is; `back` is the address of the
    practice that the reader came from.
    """
    return {
        "page": guide,
        "step": step,
        "shown": shown_picture(step, picture_wanted(request)),
        "confused": confused,
        "reasons": step.reasons if confused else [],
        "reason": reason,
        "office": office_help(request, guide.title, step, reason) if confused else None,
        "back": back,
        "anchor": CONFUSED,
    }


def told_among_all(
    guide: "GuidePage",
    step: GuideStep,
    request: HttpRequest,
    *,
    confused: bool = False,
    reason: str = "",
    back: str = "",
) -> dict[str, object]:
    """The same for a step that stands among all others on one page."""
    told = told_step(guide, step, request, confused=confused, reason=reason, back=back)
    return told | {"whole": True, "anchor": f"langkah-{step.number}-bingung"}


def whole_page(guide: "GuidePage", steps: Sequence[GuideStep], request: HttpRequest) -> dict[str, object]:
    """What the page with all steps shows; one of them may be open at the reasons for confusion."""
    fetch_pictures(steps)
    reason, back = _reason(request), way_back(request.GET.get(PARAMETER, ""))
    open_at = request.GET.get(CONFUSED, "")
    told = [
        told_among_all(guide, step, request, confused=True, reason=reason, back=back)
        if str(step.number) == open_at
        else told_among_all(guide, step, request, back=back)
        for step in steps
    ]
    return {
        "told_steps": told,
        "steps": steps,
        "needed_steps": [step for step in steps if step.needed],
        "back": back,
        "whole": True,
        **_picture_choice(told),
    }


def whole_address(guide: "GuidePage", step: GuideStep, *, confused: bool = False, reason: str = "") -> str:
    """The place of a step's marks on the page with all steps."""
    asked = f"?{CONFUSED}={step.number}{f'&{REASON}={reason}' if reason else ''}" if confused else ""
    part = CONFUSED if confused else "tanda"
    return f"{guide.whole_url}{asked}#langkah-{step.number}-{part}"


def _picture_choice(told: Sequence[dict[str, object]]) -> dict[str, object]:
    """One choice for the pictures of all steps: of which devices there are any, and which is shown."""
    shown = [each for told_step in told if isinstance(each := told_step["shown"], ShownPicture)]
    offered = tuple(dict.fromkeys(choice for each in shown for choice in each.offered))
    return {"offered": offered, "chosen": shown[0].choice, "hidden": shown[0].hidden} if shown else {}


def _reason(request: HttpRequest) -> str:
    asked = request.GET.get(REASON, "")
    return asked if asked in Reason.values else ""
