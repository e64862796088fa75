"""When a stuck step is worth a letter or a to-do: not at the first look, and not over again at every change of mind.

The flag of a step depends on the events alone and may change from look to look. What is done about it does not: a step
must be stuck in two looks a day apart, and is over it only after two weeks without.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

# Looks are taken once a day, an hour early or late.
APART = timedelta(hours=20)
CALM = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Watch:
    """One edition of a step. `stuck_since`: the first of the looks in which it was stuck; `confirmed_at`: the look that
    made it certain; `calm_since`: the first look since then in which it was not stuck."""

    stuck_since: datetime | None = None
    confirmed_at: datetime | None = None
    calm_since: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Nothing is left to remember."""
        return self.stuck_since is None

    def after(self, *, stuck: bool, at: datetime) -> "Watch":
        """The watch after a look at `at`."""
        return self._after_stuck(at) if stuck else self._after_calm(at)

    def _after_stuck(self, at: datetime) -> "Watch":
        since = at if self.stuck_since is None else self.stuck_since
        certain = self.confirmed_at or (at if at - since >= APART else None)
        return Watch(stuck_since=since, confirmed_at=certain)

    def _after_calm(self, at: datetime) -> "Watch":
        if self.confirmed_at is None:
            return Watch()
        since = at if self.calm_since is None else self.calm_since
        return Watch() if at - since >= CALM else replace(self, calm_since=since)
