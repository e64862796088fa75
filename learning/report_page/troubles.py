"""What people met at a step: what was refused, what confused them, which seconds they watched again."""

from dataclasses import dataclass
from functools import cached_property

from learning.domain.advice.saying import clock
from learning.domain.method.analysis import StepAnalysis
from learning.domain.method.rewatch import Rewatch
from learning.domain.shown_counts import Count
from learning.domain.suppression import SMALLEST_GROUP
from learning.report_page.video_chart import VideoChart, video_chart
from learning.report_words import Words

MOST_ERRORS = 5


@dataclass(frozen=True, eq=False)  # no slots: what is worked out is kept
class Troubles:
    """What one to four people met is told without their number.

    `about`: the others are told to the nearest five, for whoever compares two choices.
    """

    analysis: StepAnalysis
    words: Words
    about: bool = False

    @property
    def errors(self) -> list[tuple[Count, str]]:
        """(people, what was refused): what five people or more met."""
        return self._told(self._errors)

    @property
    def rare_errors(self) -> list[str]:
        return [text for people, text in self._errors if people < SMALLEST_GROUP]

    @property
    def _errors(self) -> list[tuple[int, str]]:
        found = self.analysis.tally.top_errors(MOST_ERRORS)
        return [(people, self.words.error(self.analysis.id, field, code)) for field, code, people in found]

    @property
    def asking(self) -> Count:
        return Count.of(self.analysis.tally.asking, about=self.about)

    @property
    def was_asked(self) -> bool:
        return self.analysis.tally.asking > 0

    @property
    def confusions(self) -> list[tuple[Count, str]]:
        """(people, why they were confused), the most frequent first: what five people or more named."""
        return self._told(self._confusions)

    @property
    def rare_confusions(self) -> list[str]:
        return [text for people, text in self._confusions if people < SMALLEST_GROUP]

    @property
    def _confusions(self) -> list[tuple[int, str]]:
        found = sorted(self.analysis.figures.count.reasons.items(), key=lambda item: (-item[1], item[0]))
        return [(people, self.words.reason(self.analysis.id, code)) for code, people in found]

    def _told(self, found: list[tuple[int, str]]) -> list[tuple[Count, str]]:
        return [(Count.of(people, about=self.about), text) for people, text in found if people >= SMALLEST_GROUP]

    @cached_property
    def video(self) -> VideoChart | None:
        """Only where there is something to mend."""
        if not self._rewatched and not self.analysis.is_flagged:
            return None
        return video_chart(self._views, self._rewatched)

    @property
    def _views(self) -> dict[int, tuple[int, int]]:
        """(viewers, times) by bin, of bins that may be told."""
        found = self.analysis.figures.count.views.items()
        return {place: (self._rounded(view[0]), self._rounded(view[1])) for place, view in found}

    def _rounded(self, count: int) -> int:
        """What may not be told counts as nobody."""
        return Count.of(count, about=self.about).people or 0

    @property
    def rewatched(self) -> list[tuple[str, Count, Count]]:
        """(which seconds, people, times)."""
        return [
            (
                f"{clock(one.start)}–{clock(one.end)}",
                Count.of(one.people, about=self.about),
                Count.of(one.times, about=self.about),
            )
            for one in self._rewatched
        ]

    @property
    def _rewatched(self) -> list[Rewatch]:
        return [one for one in self.analysis.video if one.people >= SMALLEST_GROUP]
