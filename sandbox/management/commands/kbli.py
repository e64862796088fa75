import json
import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from sandbox import kbli


class Command(BaseCommand):
    help = 'Cari kode KBLI 2025 dengan kata sehari-hari: kbli "jual gorengan". Dengan -, satu usaha per baris masukan.'

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("query", nargs="+", help="usaha dengan kata sehari-hari, atau - untuk membaca masukan")
        parser.add_argument("--json", dest="as_json", action="store_true", help="cetak satu dokumen JSON saja")

    def handle(self, *args: object, query: list[str], as_json: bool, **options: object) -> None:
        queries = _queries(query)
        if as_json:
            answers = [{"query": text, "codes": [hit.code for hit in kbli.search(text)]} for text in queries]
            self.stdout.write(json.dumps(answers, ensure_ascii=False, indent=1))
            return
        for text in queries:
            self._print(text)

    def _print(self, text: str) -> None:
        hits = kbli.search(text)
        self.stdout.write(self.style.MIGRATE_HEADING(text))
        if not hits:
            self.stdout.write("  Tidak ada yang cocok. Coba kata lain, misalnya nama barang yang Anda jual.")
        for hit in hits:
            self.stdout.write(f"  {hit.code}  {hit.title}")
            if hit.explanation:
                self.stdout.write(f"         {hit.explanation}")


def _queries(words: list[str]) -> list[str]:
    """The lines of standard input for "-", empty ones in their place; else the words as one description."""
    if words != ["-"]:
        return [" ".join(words)]
    text = sys.stdin.buffer.read().decode(errors="replace").replace("\r\n", "\n")
    return text.removesuffix("\n").split("\n") if text else []
