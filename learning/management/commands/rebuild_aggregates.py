"""Make the sums of the stuck report anew from the events: `manage.py rebuild_aggregates [--activity ID]`."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.db import transaction

from learning.aggregates.catching_up import catch_up
from learning.aggregates.definitions import start_anew
from learning.aggregates.ledger import lock
from learning.definitions import known_activities


class Command(BaseCommand):
    help = "Hitung ulang semua jumlah laporan titik macet dari peristiwanya. Hasilnya sama; aman kapan pun."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--activity", metavar="ID", help="satu kegiatan saja, misalnya guide/nib-perseorangan")

    def handle(self, *args: object, activity: str | None, **options: object) -> None:
        found = [known for known in known_activities() if activity in (None, known.id)]
        for definition in found:
            with transaction.atomic():
                lock(definition.id)
                start_anew(definition.id)
        catch_up(found)
        self.stdout.write(f"Dihitung ulang: {len(found)} kegiatan.")
