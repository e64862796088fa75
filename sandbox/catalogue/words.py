"""The words of a flow document, for those who write one: field types, rules, conditions, faults, modes."""

from sandbox.domain.consistency_personas import ACCEPTING_TYPES
from sandbox.domain.document import Field
from sandbox.domain.vocabulary import (
    CHANNELS,
    CODE_FROM_INBOX,
    CONDITIONS,
    DERIVATIONS,
    DOCUMENT_KINDS,
    FAULT_KINDS,
    FIELD_TYPES,
    MODES,
    OUTCOME_KINDS,
    RULES,
    SHOWN_ONLY,
    WAYS,
)

__all__ = [
    "ACCEPTING_TYPES", "CHANNELS", "CODE_FROM_INBOX", "CONDITIONS", "DERIVATIONS", "DOCUMENT_KINDS", "FAULT_KINDS",
    "FIELD_TYPES", "MODES", "OUTCOME_KINDS", "RULES", "SHOWN_ONLY", "WAYS", "controls_of",
]  # fmt: skip


def controls_of(field_id: str, field_type: str) -> tuple[str, ...]:
    """Names of the form controls of a field of this type: several for an area or a region, none for a shown one."""
    return Field(id=field_id, type=field_type, label="").controls
