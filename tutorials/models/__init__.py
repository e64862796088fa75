from tutorials.models.changes import StepChange
from tutorials.models.flow_drafts import FlowDraft
from tutorials.models.guides import GuideIndexPage, GuidePage
from tutorials.models.home import HomeBenefit, HomePage, HomeSituation
from tutorials.models.starter import LoadedStarter
from tutorials.models.steps import GuideStep, PrepareItem

__all__ = [
    "FlowDraft",
    "GuideIndexPage",
    "GuidePage",
    "GuideStep",
    "HomeBenefit",
    "HomePage",
    "HomeSituation",
    "LoadedStarter",
    "PrepareItem",
    "StepChange",
]
