"""Loading the reference data that comes with the program, once for each state of each file."""

import hashlib

from django.db import transaction

from sandbox.models import ReferenceTable, Unit
from sandbox.reference_files import DATA_FILES, DataFile


def load_reference_data() -> list[str]:
    """Bring every table to the state of its file; the names of the tables that changed, none the second time.

    All or nothing. Places that load_regions brought stay. Takes about 1 s on SQLite when everything is new.
    """
    known = dict(ReferenceTable.objects.values_list("key", "sha256"))
    changed = [(file, content) for file, content in _contents() if known.get(file.key) != fingerprint(content)]
    if changed:
        with transaction.atomic():
            for file, content in changed:
                _load(file, content)
    return [file.name for file, _ in changed]


def units() -> list[tuple[str, str]]:
    """Units of measure as (code, name), by name."""
    return list(Unit.objects.order_by("name").values_list("code", "name"))


def fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _contents() -> list[tuple[DataFile, bytes]]:
    return [(file, file.read()) for file in DATA_FILES]


def _load(file: DataFile, content: bytes) -> None:
    rows = file.store(content.decode())
    ReferenceTable.objects.update_or_create(
        key=file.key,
        defaults={
            "name": file.name,
            "source": file.source,
            "as_of": file.as_of,
            "rows": rows,
            "sha256": fingerprint(content),
        },
    )
