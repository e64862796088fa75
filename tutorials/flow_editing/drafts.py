"""Changing a draft: each change is a new revision, made from the newest one, or a sentence why not."""

import hashlib
import json
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from sandbox import catalogue
from tutorials.flow_editing import history, parts, places, references
from tutorials.flow_editing.parts import Document, Kind, Part
from tutorials.flow_editing.problems import Problem, problems_of
from tutorials.models import FlowDraft, GuideStep
from tutorials.practice import make_reference

PROBLEMS_KEPT_SECONDS = 600


Author = User | AnonymousUser | None  # None: the program itself


class Refused(Exception):
    """The change was not made; the message is for the person who asked for it."""


def fingerprint(value: Any) -> str:  # noqa: ANN401
    """Short, and another one when the value is another."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def known_problems(document: Document) -> list[Problem]:
    """What keeps the document from being published; worked out once for the same document and day."""
    key = f"flow-problems:{catalogue.document_hash(document)}:{timezone.localdate()}"
    return cache.get_or_set(key, lambda: problems_of(document), PROBLEMS_KEPT_SECONDS)  # type: ignore[return-value]


JUST_CHANGED = "Orang lain baru saja mengubah draf ini. Isian Anda belum tersimpan; simpan sekali lagi."


@transaction.atomic
def save(draft: FlowDraft, document: Document, user: Author, *, did: str = "") -> Revision | None:
    """Keep `document`, made from `draft`, as its newest revision; None when nothing changed. Raises Refused.

    The history says `did`: which part, and what was done with it.
    """
    if draft.document == document:
        return None
    row = FlowDraft.objects.select_for_update().get(pk=draft.pk)
    if row.latest_revision_id != draft.latest_revision_id:
        raise Refused(JUST_CHANGED)
    newest = row.get_latest_revision_as_object()
    newest.document = document
    try:
        newest.full_clean()
    except ValidationError as problem:
        raise Refused(" ".join(problem.messages)) from problem
    revision = newest.save_revision(user=user)
    history.record(newest, revision, user, did)
    return revision


def create(document: Document, user: Author) -> FlowDraft:
    """A new flow that is a draft only. Raises Refused."""
    flow_id = document.get("id", "") if isinstance(document, dict) else ""
    if FlowDraft.objects.filter(flow_id=flow_id).exists():
        raise Refused(f"Alur “{flow_id}” sudah ada.")
    draft = FlowDraft(flow_id=flow_id, document=document, live=False)
    try:
        draft.full_clean()
    except ValidationError as problem:
        raise Refused(" ".join(problem.messages)) from problem
    with transaction.atomic():
        draft.save()
        draft.save_revision(user=user, log_action="wagtail.create")
    return draft


def replaced(document: Document, kind: Kind, key: str, part: Part) -> tuple[Document, str]:
    """The document with this part in place of the one at `key`, and its key now. Raises Refused."""
    new_key = parts.key_of(kind, part, key)
    if new_key != key:
        _refuse_rename(document, kind, key)
    try:
        document = parts.put(document, kind, key, part)
    except parts.Taken as taken:
        raise Refused(f"Nama pendek “{taken}” sudah dipakai {kind.name} lain. Pilih nama lain.") from taken
    return (document if new_key == key else references.renamed(document, kind, key, new_key)), new_key


def added(document: Document, kind: Kind, key: str, part: Part, *, after: str = "") -> tuple[Document, str]:
    try:
        document = parts.add(document, kind, key, {**kind.empty, **part}, after=after)
    except parts.Taken as taken:
        raise Refused(f"Nama pendek “{taken}” sudah dipakai {kind.name} lain. Pilih nama lain.") from taken
    return document, parts.key_of(kind, part, key)


def copied(document: Document, kind: Kind, key: str) -> tuple[Document, str]:
    """With the part a second time, right behind itself."""
    part = parts.copy_of(document, kind, key)
    if kind is parts.FAULT:
        raise Refused("Tiap jenis gangguan hanya ada sekali di satu alur.")
    own_id = parts.get(document, kind, key)[kind.id_key]
    return added(document, kind, key, part, after=own_id)


def removed(document: Document, kind: Kind, key: str) -> Document:
    """Raises Refused, naming the parts that need it."""
    parts.get(document, kind, key)
    needed_by = references.users(document, kind, key)
    if needed_by:
        words = "; ".join(dict.fromkeys(places.of_part(document, *user).words for user in needed_by))
        raise Refused(f"Belum bisa dihapus, karena masih dipakai di: {words}. Ubah dulu bagian itu.")
    if kind is parts.SCREEN:
        _refuse_rename(document, kind, key)
    return references.forgotten(parts.remove(document, kind, key), kind, key)


def _refuse_rename(document: Document, kind: Kind, key: str) -> None:
    """Guide steps mean a screen by its id."""
    if kind is not parts.SCREEN:
        return
    reference = make_reference(document["id"], key)
    titles = [step.title for step in GuideStep.objects.all() if reference in step.explains]
    if titles:
        raise Refused(
            f"Nama pendek layar “{key}” dipakai langkah panduan: {', '.join(titles[:3])}. "
            "Ubah dulu pilihan latihan di langkah itu."
        )
