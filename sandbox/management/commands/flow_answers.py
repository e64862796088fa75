import json as json_module
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from sandbox import catalogue
from sandbox.domain.document import Flow, Persona, Screen, Values
from sandbox.domain.practice import Practice
from sandbox.domain.solving import PROOF_SEED, solve_until
from sandbox.facts import DatabaseFacts


class Command(BaseCommand):
    help = "Jawaban yang benar untuk satu tokoh, urut menurut layar."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("flow", metavar="ALUR")
        parser.add_argument("persona", metavar="TOKOH")
        parser.add_argument("--json", action="store_true", help="satu dokumen JSON di keluaran standar")

    def handle(self, *, flow: str, persona: str, json: bool, **options: object) -> None:
        version = catalogue.newest_version(flow)
        if version is None:
            raise CommandError(f"Alur “{flow}” tidak ada. Lihat daftarnya: manage.py check_flows")
        document = catalogue.flow_of(version)
        try:
            person = document.persona(persona)
        except KeyError:
            names = ", ".join(each.id for each in document.personas)
            raise CommandError(f"Tokoh “{persona}” tidak ada di alur ini. Yang ada: {names}") from None
        answers = right_answers(document, person)
        self.stdout.write(json_module.dumps(answers, ensure_ascii=False) if json else _readable(answers))


def right_answers(flow: Flow, persona: Persona) -> dict[str, object]:
    """The right answers in the order met, in the form of docs/interfaces.md."""
    practice = Practice(flow, persona, PROOF_SEED, timezone.localdate(), DatabaseFacts(), {})
    met = [(flow.screen(screen), values) for screen, values in solve_until(practice).items()]
    return {
        "flow": flow.id,
        "persona": persona.id,
        "screens": [{"screen": screen.id, "fields": _fields(persona, screen, values)} for screen, values in met],
        "faults": {fault.kind: fault.recovery for fault in flow.faults},
    }


def _fields(persona: Persona, screen: Screen, values: Values) -> dict[str, object]:
    """Of the fields that count, in the order of the screen: a stored document keeps no order of its own."""
    answers = persona.answers.get(screen.id, {})
    controls = [control for field in screen.fields if field.id in values for control in field.controls]
    return {control: answers[control] for control in controls if control in answers}


def _readable(answers: dict) -> str:
    lines = []
    for screen in answers["screens"]:
        lines.append(screen["screen"])
        lines += [f"  {name}: {value}" for name, value in screen["fields"].items()]
    return "\n".join(lines)
