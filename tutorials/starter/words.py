"""The shared list of errors and the glossary that a fresh site begins with: `kendala.json` and `istilah.json`.

Each entry is loaded once, ever: what staff changed stays as they left it, what they deleted stays away, and an entry
that a release adds comes in. Both files are lists of objects whose names are those of the model's fields.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from tutorials.models import ErrorSnippet, GlossaryTerm, LoadedStarter
from tutorials.starter.reading import FOLDER
from tutorials.words import forget_errors, forget_terms

# Wagtail's own groups, where they are still there.
GROUPS = ("Editors", "Moderators")
SETTLED = "kendala-dan-istilah"


@transaction.atomic
def load_words(folder: Path = FOLDER) -> list[str]:
    """Make the entries that were never loaded here; tell how many of each kind, nothing on a second run."""
    loaded = set(LoadedStarter.objects.values_list("key", flat=True))
    if SETTLED not in loaded:
        _settle_permissions()
        LoadedStarter.objects.create(key=SETTLED)
    counts = {
        "kendala": _load_errors(_read(folder / "kendala.json"), loaded),
        "istilah": _load_terms(_read(folder / "istilah.json"), loaded),
    }
    return [f"{count} {kind}" for kind, count in counts.items() if count]


def _read(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8"))


def _load_errors(entries: Iterable[dict[str, Any]], loaded: set[str]) -> int:
    taken = {code for snippet in ErrorSnippet.objects.all() for code in snippet.codes}
    new = {f"kendala-{entry['code']}": ErrorSnippet(**entry) for entry in entries}
    new = {key: snippet for key, snippet in new.items() if key not in loaded}
    _make(ErrorSnippet, [snippet for snippet in new.values() if snippet.code not in taken])
    _remember(new)
    forget_errors()
    return len(new)


def _load_terms(entries: Iterable[dict[str, Any]], loaded: set[str]) -> int:
    taken = {term.key for term in GlossaryTerm.objects.all()}
    terms = [GlossaryTerm(**entry) for entry in entries]
    new = {key: term for term in terms if (key := f"istilah-{term.key}") not in loaded}
    _make(GlossaryTerm, [term for term in new.values() if term.key not in taken])
    _remember(new)
    forget_terms()
    return len(new)


def _make(model: type[ErrorSnippet] | type[GlossaryTerm], rows: list[Any]) -> None:
    """At once: one by one, 120 entries took as long as all the guides."""
    for row in rows:
        row.clean()
    model.objects.bulk_create(rows)


def _remember(keys: Iterable[str]) -> None:
    LoadedStarter.objects.bulk_create(LoadedStarter(key=key) for key in keys)


def _settle_permissions() -> None:
    """Once: whoever writes guides may mend both lists; staff may change that, and it stays as they left it."""
    for model in (ErrorSnippet, GlossaryTerm):
        content_type = ContentType.objects.get_for_model(model)
        codes = [f"{action}_{model._meta.model_name}" for action in ("add", "change", "delete")]
        permissions = Permission.objects.filter(content_type=content_type, codename__in=codes)
        for group in Group.objects.filter(name__in=GROUPS):
            group.permissions.add(*permissions)
