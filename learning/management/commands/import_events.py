"""Take in activities and events from outside: `manage.py import_events DEFINITION.json EVENTS.jsonl`."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from learning.definitions import own_activities, store
from learning.domain.definition_documents import InvalidDefinition, read_definitions
from learning.domain.definitions import ActivityDefinition
from learning.event_import import import_lines


class Command(BaseCommand):
    help = "Mengimpor kegiatan dan peristiwa dari luar. Baris yang sudah pernah diimpor tidak mengubah apa pun."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("definition", metavar="DEFINITION.json", type=Path)
        parser.add_argument("events", metavar="EVENTS.jsonl", type=Path)

    def handle(self, *args: object, definition: Path, events: Path, **options: object) -> None:
        definitions = _read(definition)
        try:
            with events.open("rb") as lines:
                new, renewed = store(self._foreign(definitions))
                count = import_lines(lines, tell=self.stderr.write)
        except OSError as error:
            raise CommandError(f"{events} tidak bisa dibaca: {error.strerror}.") from None
        self.stdout.write(f"Kegiatan: {new} baru, {renewed} diperbarui.")
        self.stdout.write(f"Peristiwa: {count.stored} disimpan, {count.repeated} sudah ada, {count.refused} ditolak.")

    def _foreign(self, definitions: list[ActivityDefinition]) -> list[ActivityDefinition]:
        """Without those of our own guides and flows: what the site itself publishes is never out of date."""
        own = {activity.id for activity in own_activities()}
        for definition in definitions:
            if definition.id in own:
                self.stderr.write(f"{definition.id} milik situs ini: definisinya dilewati, peristiwanya diterima.")
        return [definition for definition in definitions if definition.id not in own]


def _read(file: Path) -> list[ActivityDefinition]:
    try:
        return read_definitions(json.loads(file.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise CommandError(f"{file} tidak bisa dibaca: {error.strerror}.") from None
    except json.JSONDecodeError as error:
        raise CommandError(f"{file} bukan JSON yang sah (baris {error.lineno}, kolom {error.colno}).") from None
    except (UnicodeDecodeError, RecursionError):
        raise CommandError(f"{file} bukan JSON yang sah dalam UTF-8.") from None
    except InvalidDefinition as error:
        raise CommandError(f"{file}: {error}") from None
