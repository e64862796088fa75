"""Published steps that a new version of their guide leaves out: kept with all they said, ready to be put back.

Events, reports and printed sheets go on speaking of such a step, so its key never becomes that of another.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, cast

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from modelcluster.models import get_serializable_data_for_fields, model_from_serializable_data

from tutorials.signals import step_references_asked

if TYPE_CHECKING:  # the page asks this module while it is saved
    from tutorials.models import ArchivedStep, GuidePage, GuideStep

LEFT_ALONE = "Tidak ada langkah lain yang menjelaskan {what} di latihan."
POINTED_AT = "Langkah “{title}” masih dipakai {where}. Ubah dulu di sana, baru hapus langkah ini."


def removed_rows(page: GuidePage, *, kept: Collection[str] | None = None) -> list[GuideStep]:
    """The published steps of the database that this version, or one with the `kept` keys, no longer has."""
    if page.pk is None:
        return []
    if kept is None:
        kept = {step.key for step in page.steps.all()}
    return list(_published_rows(page).exclude(key__in=kept))


def keep_removed(page: GuidePage) -> None:
    """Move what is about to go to the archive; what came back leaves it. To be called before the rows are saved."""
    archived = apps.get_model("tutorials", "ArchivedStep").objects
    for row in removed_rows(page):
        kept = {"title": row.title, "content": _content(row)}
        archived.update_or_create(page_id=page.pk, key=row.key, defaults=kept)
    if page.pk is not None:
        archived.filter(page_id=page.pk, key__in=[step.key for step in page.steps.all()]).delete()


def spent_keys(page: GuidePage) -> set[str]:
    """Keys that steps of this guide once had: a new step never gets one of them."""
    if page.pk is None:
        return set()
    archived = apps.get_model("tutorials", "ArchivedStep").objects.filter(page_id=page.pk)
    changed = apps.get_model("tutorials", "StepChange").objects.filter(page_id=page.pk)
    return {*archived.values_list("key", flat=True), *changed.values_list("step", flat=True)}


def pointers_to_removed(page: GuidePage, *, kept: Collection[str] | None = None) -> list[str]:
    """A sentence for each place that would lead nowhere without a step that this version leaves out."""
    return [
        POINTED_AT.format(title=row.title, where=where)
        for row in removed_rows(page, kept=kept)
        for where in _places_pointing_at(page, row.key)
    ]


def references_to(page: GuidePage, keys: Collection[str]) -> dict[str, list[str]]:
    """For each of these steps what still speaks of it: screens it alone explained, and what others answer."""
    found: dict[str, list[str]] = {key: [] for key in keys}
    for entry in apps.get_model("tutorials", "ArchivedStep").objects.filter(page_id=page.pk, key__in=keys):
        found[entry.key] += _left_alone(entry.content)
    for _, answer in step_references_asked.send(type(page), guide=page.key, steps=list(keys)) if keys else ():
        for key, sentences in cast("dict[str, list[str]]", answer).items():  # a receiver may return anything
            found[key] += sentences
    return found


def put_back(entry: ArchivedStep, page: GuidePage) -> GuideStep:
    """The step as the last row of this version, with its old key; the caller saves the version."""
    # A picture that was deleted meanwhile is left out.
    step = model_from_serializable_data(page.steps.model, entry.content, check_fks=True, strict_fks=False)
    step.key, step.key_follows_title, step.page = entry.key, False, page
    steps = page.steps.all()
    step.sort_order = max((row.sort_order or 0 for row in steps), default=-1) + 1
    page.steps.add(step)
    return step


def _left_alone(content: dict[str, Any]) -> list[str]:
    """The practice screens and faults of a step that no live step explains any more."""
    steps = apps.get_model("tutorials", "GuideStep").objects.filter(page__live=True)
    explained: set[str] = set()
    for practice, screens, faults in steps.values_list("practice", "also_screens", "faults"):
        explained |= {practice, *screens, *faults}
    own = [content.get("practice"), *_list(content, "also_screens"), *_list(content, "faults")]
    alone = [str(each) for each in own if each and each not in explained]
    return [LEFT_ALONE.format(what=", ".join(alone))] if alone else []


def _list(content: dict[str, Any], name: str) -> list[str]:
    """A field of several values, which Wagtail keeps as it is or as text."""
    value = content.get(name) or []
    return list(json.loads(value) if isinstance(value, str) else value)


def _content(row: GuideStep) -> dict[str, object]:
    content: dict[str, object] = json.loads(json.dumps(get_serializable_data_for_fields(row), cls=DjangoJSONEncoder))
    return content


def _published_rows(page: GuidePage) -> models.QuerySet:
    return page.steps.model.objects.filter(page_id=page.pk, content_changed_at__isnull=False)


def _places_pointing_at(page: GuidePage, key: str) -> Iterator[str]:
    situations = apps.get_model("tutorials", "HomeSituation").objects.filter(guide_id=page.pk, step_key=key)
    for sentence in situations.values_list("sentence", flat=True):
        yield f"di beranda, keadaan “{sentence}”"
    stops = apps.get_model("tutorials", "JourneyStop").objects.filter(guide_id=page.pk, step_key=key)
    for title in stops.values_list("title", flat=True):
        yield f"di daftar panduan, perhentian “{title}”"
