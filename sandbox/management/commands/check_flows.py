import json as json_module
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from sandbox import catalogue
from sandbox.domain.solving import problems_of
from sandbox.facts import DatabaseFacts
from sandbox.models import FlowVersion


class Command(BaseCommand):
    help = "Periksa semua alur: tiap tokoh bisa selesai, tiap gangguan punya jalan keluar, tidak ada jalan buntu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="satu dokumen JSON di keluaran standar")

    def handle(self, *, json: bool, **options: object) -> None:
        flows = [checked(version) for version in FlowVersion.objects.newest()]
        ok = bool(flows) and not any(flow["problems"] for flow in flows)
        if json:
            self.stdout.write(json_module.dumps({"ok": ok, "flows": flows}, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(_readable(flow) for flow in flows) or "Belum ada alur yang terbit.")
        if not ok:
            raise CommandError("Ada alur yang belum bisa diselesaikan.", returncode=1)


def checked(version: FlowVersion) -> dict[str, object]:
    """One flow's entry of the report, in the form of docs/interfaces.md."""
    flow = catalogue.flow_of(version)
    return {
        "flow": flow.id,
        "title": flow.title,
        "version": str(version.number),
        "screens": len(flow.screens),
        "personas": [persona.id for persona in flow.personas],
        "faults": [fault.kind for fault in flow.faults],
        "problems": problems_of(flow, DatabaseFacts(), today=timezone.localdate()),
    }


def _readable(flow: dict) -> str:
    problems = "".join(f"\n  - {problem}" for problem in flow["problems"]) or " beres"
    return f"{flow['flow']} versi {flow['version']}, {flow['screens']} layar:{problems}"
