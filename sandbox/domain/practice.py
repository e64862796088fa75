"""What the engine needs to judge a screen: who practises, and what it may look up."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sandbox.domain.document import Answers, Flow, Persona


class Facts(Protocol):
    """Reference data the engine asks for; the database answers in production, a dict in tests."""

    def kbli_title(self, code: str) -> str | None:
        """Title of a KBLI 2025 code, None for an unknown one."""

    def kbli_risk(self, code: str, scale: str) -> str | None:
        """Risk level ("Rendah" …) of a code on a scale, None where unknown."""

    def kbli_successors(self, code_2020: str) -> tuple[tuple[str, str], ...]:
        """(code, title) of the KBLI 2025 codes that continue a KBLI 2020 code; none for an unknown one."""

    def region_name(self, code: str) -> str | None:
        """Name of a region code such as "64.72.02.1001", None for an unknown one."""


@dataclass(frozen=True)
class Practice:
    flow: Flow
    persona: Persona
    seed: str
    today: date
    facts: Facts
    answers: Answers
