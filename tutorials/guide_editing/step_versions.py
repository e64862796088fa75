"""A version of a guide as the comparison of versions reads it: each step in words, by the labels of its form."""

from collections.abc import Callable, Iterable
from typing import Any, cast

from django.db import models
from django.utils.formats import date_format
from django.utils.text import capfirst

from tutorials.domain.markers import Marker, format_markers
from tutorials.domain.step_diff import StepVersion
from tutorials.models import ErrorSnippet, GuidePage, GuideStep
from tutorials.models.fields import MarkersField
from tutorials.models.step_content import StepContent
from tutorials.practice import fault_choices, screen_choices

FRONT = "depan"  # no step: the front page of the guide
FRONT_TITLE = "Halaman depan"
OWN_FIELDS = ("part", "only_when")
PICTURES = tuple(name for name in StepContent.content_fields if name.endswith("image"))
LISTS = ("errors", "also_screens", "faults")
FRONT_FIELDS = (
    "title", "summary", "introduction", "regulation", "oss_generation", "compared_note", "video_transcript",
    "seo_title", "search_description",
)  # fmt: skip

Names = dict[str, str]  # of screens, faults and errors, by what a step refers to them with


def steps_of(page: GuidePage, names: Names) -> list[StepVersion]:
    return [_step(step, number, names) for number, step in enumerate(page.steps.all(), 1)]


def front_of(page: GuidePage) -> StepVersion:
    texts = {_label(page, name): str(getattr(page, name)) for name in FRONT_FIELDS}
    texts["Dibandingkan dengan OSS pada"] = date_format(page.compared_on, "j F Y") if page.compared_on else ""
    texts["Siapkan ini dulu"] = _lines(page.prepare_items.all(), lambda item: f"{item.title}: {item.note}".rstrip(": "))
    texts["Pertanyaan"] = _lines(page.questions.all(), _question)
    texts["Video"] = str(page.video or "")
    return StepVersion(FRONT, 0, FRONT_TITLE, texts, {"Sampul video": page.video_poster_id})


def names() -> Names:
    """What screens, faults and errors are called now. One that is gone is told by its code."""
    screens = {reference: f"{flow}, {title}" for flow, titles in screen_choices() for reference, title in titles}
    return {**screens, **dict(fault_choices()), **dict(ErrorSnippet.objects.values_list("code", "wording"))}


def _step(step: GuideStep, number: int, names: Names) -> StepVersion:
    told = [name for name in (*step.content_fields, *OWN_FIELDS) if name not in PICTURES]
    texts = {_label(step, name): _text(step, name, names) for name in told}
    texts["Langkah bersama"] = str(step.shared or "")
    pictures = {_label(step, name): getattr(step, f"{name}_id") for name in PICTURES}
    return StepVersion(step.key, number, step.title, texts, pictures)


def _text(step: GuideStep, name: str, names: Names) -> str:
    value = getattr(step, name)
    field = cast("models.Field[Any, Any]", step._meta.get_field(name))
    if isinstance(field, MarkersField):
        return format_markers([Marker(**marker) for marker in value])
    if name in LISTS:
        return "\n".join(sorted(names.get(code, code) for code in value))
    if name == "practice":
        return names.get(value, value)
    if field.choices:
        return str(dict(cast("Iterable[tuple[Any, Any]]", field.flatchoices)).get(value, value)) if value else ""
    return str(value)


def _label(of: models.Model, name: str) -> str:
    return capfirst(str(cast("models.Field[Any, Any]", of._meta.get_field(name)).verbose_name))


def _question(question: models.Model) -> str:
    parts = [question.sentence, question.yes_advice, question.yes_guide, question.no_advice, question.no_guide]  # type: ignore[attr-defined]
    return " · ".join(str(part) for part in parts if part)


def _lines(rows: Iterable[models.Model], told: Callable[[Any], str]) -> str:
    return "\n".join(map(told, rows))
