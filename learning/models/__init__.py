from learning.models.events import Activity, Event
from learning.models.learners import CodeTries, Learner, LearnerDevice, ResumeCode
from learning.models.progress import StepDone
from learning.models.sums import ActivitySum, OpenStay, PersonSum, StepSum, SummedActivity, Uncounted
from learning.models.todos import StepWatch, Todo, TodoState, TodoVerdict, WeeklyLetter

__all__ = [
    "Activity",
    "ActivitySum",
    "CodeTries",
    "Event",
    "Learner",
    "LearnerDevice",
    "OpenStay",
    "PersonSum",
    "ResumeCode",
    "StepDone",
    "StepSum",
    "StepWatch",
    "SummedActivity",
    "Todo",
    "TodoState",
    "TodoVerdict",
    "Uncounted",
    "WeeklyLetter",
]
