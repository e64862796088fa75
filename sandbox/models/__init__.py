from sandbox.models.attempts import Attempt, FaultVisit, Mode, Visit
from sandbox.models.flows import FlowVersion
from sandbox.models.kbli import KbliCategory, KbliCode, KbliKeyword, KbliRisk, KbliSuccession, KbliTerm, Risk, Scale
from sandbox.models.reference import ReferenceTable, Unit
from sandbox.models.regions import Region, RegionLevel

__all__ = [
    "Attempt",
    "FaultVisit",
    "FlowVersion",
    "KbliCategory",
    "KbliCode",
    "KbliKeyword",
    "KbliRisk",
    "KbliSuccession",
    "KbliTerm",
    "Mode",
    "ReferenceTable",
    "Region",
    "RegionLevel",
    "Risk",
    "Scale",
    "Unit",
    "Visit",
]
