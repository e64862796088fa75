from django.core.management.base import BaseCommand

from sandbox.catalogue import load_starter_flows
from sandbox.reference import load_reference_data
from tutorials.starter import load_starter_guides
from tutorials.starter.flow_drafts import load_flow_drafts
from tutorials.starter.library_access import settle_library_access
from tutorials.starter.words import load_words


class Command(BaseCommand):
    """Everything a fresh site begins with. Loads what is missing; what a person changed stays as it is."""

    help = "Memuat isi awal: data acuan, alur latihan, kendala, istilah, panduan. Aman diulang."

    def handle(self, *args: object, **options: object) -> None:
        # Flows name KBLI codes and regions, drafts hold what was published, and guides point at the screens of flows:
        # hence this order.
        self._tell("Data acuan", load_reference_data())
        self._tell("Alur latihan", [version.title for version, is_new in load_starter_flows() if is_new])
        self._tell("Draf alur", load_flow_drafts())
        settle_library_access()
        self._tell("Kendala dan istilah", load_words())
        self._tell("Halaman", load_starter_guides())

    def _tell(self, kind: str, loaded: list[str]) -> None:
        self.stdout.write(f"{kind}: {'dimuat: ' + ', '.join(loaded) if loaded else 'sudah ada'}")
