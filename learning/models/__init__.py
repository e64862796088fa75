from learning.models.events import Activity, Event
from learning.models.learners import Learner
from learning.models.progress import StepDone

__all__ = ["Activity", "Event", "Learner", "StepDone"]
