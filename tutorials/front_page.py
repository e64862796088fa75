"""What the front page of a guide shows its reader."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from tutorials import journey
from tutorials.conditions import answers_of, tell_needed
from tutorials.data_cost import cost_of
from tutorials.practice import flow_address
from tutorials.way_back import PARAMETER, way_back

if TYPE_CHECKING:
    from tutorials.models.guides import GuidePage

PRINT = "cetak"  # ?cetak=siapkan: the things to prepare, alone on one sheet
SHEET = "siapkan"
CHANGE, EMPTY = "ubah", "kosong"  # ?keadaan=…: the questions again; nothing was chosen


def front_page(guide: "GuidePage", request: HttpRequest) -> dict[str, object]:
    steps, questions = guide.numbered_steps(), guide.questions_for(request)
    answers = answers_of(questions)
    tell_needed(steps, answers)
    needed = [step for step in steps if step.needed]
    asked_for = request.GET.get("keadaan", "")
    return {
        "steps": steps,
        "needed_steps": needed,
        "steps_left_out": len(steps) - len(needed),
        "preparations": guide.preparations_for(request),
        "questions": questions,
        "ask_questions": len(answers) < len(questions) or asked_for in (CHANGE, EMPTY),
        "has_answers": bool(answers),
        "nothing_chosen": asked_for == EMPTY,
        "stops": journey.stops(journey.rows_beside(guide.path)),
        "cost": cost_of(guide.pk, steps),
        "practice_address": flow_address(screen for step in steps for screen in step.explains),
        "finished": "selesai" in request.GET,
        "play_video": "video" in request.GET,
        "back": way_back(request.GET.get(PARAMETER, "")),
    }


def wants_sheet(request: HttpRequest) -> bool:
    """Whether only the things to prepare are asked for, as a sheet to print."""
    return request.GET.get(PRINT) == SHEET
