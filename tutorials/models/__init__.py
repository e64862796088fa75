from tutorials.models.approval_task import TriedOnPhoneTask
from tutorials.models.archive import ArchivedStep
from tutorials.models.changes import StepChange
from tutorials.models.flow_drafts import FlowDraft
from tutorials.models.glossary import GlossaryTerm
from tutorials.models.guide_index import GuideIndexPage
from tutorials.models.guides import GuidePage
from tutorials.models.home import HomeBenefit, HomePage, HomeSituation
from tutorials.models.journey import JourneyStop
from tutorials.models.office import OfficeContact
from tutorials.models.review_links import ReviewLink
from tutorials.models.shared_steps import SharedStep
from tutorials.models.starter import LoadedStarter
from tutorials.models.steps import GuideQuestion, GuideStep, PrepareItem
from tutorials.models.trouble import ErrorSnippet

__all__ = [
    "ArchivedStep",
    "ErrorSnippet",
    "FlowDraft",
    "GlossaryTerm",
    "GuideIndexPage",
    "GuidePage",
    "GuideQuestion",
    "GuideStep",
    "HomeBenefit",
    "HomePage",
    "HomeSituation",
    "JourneyStop",
    "LoadedStarter",
    "OfficeContact",
    "PrepareItem",
    "ReviewLink",
    "SharedStep",
    "StepChange",
    "TriedOnPhoneTask",
]
