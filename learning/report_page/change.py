"""What the last edit of a step did, as the page shows it."""

from dataclasses import dataclass
from functools import cached_property

from learning.domain.advice.saying import people
from learning.domain.method.edits import EditVerdict, Outcome
from learning.domain.method.intervals import wilson
from learning.domain.shown_counts import ShownFates, is_delicate
from learning.report_page import explanations
from learning.report_page.change_chart import ChangeChart, change_chart
from learning.report_page.explanations import How

VERDICTS = {
    Outcome.BETTER: "Membaik",
    Outcome.WORSE: "Memburuk",
    Outcome.UNCLEAR: "Belum jelas",
    Outcome.WAIT: "Tunggu dulu",
}


@dataclass(frozen=True)  # no slots: what is worked out is kept
class Change:
    """`about`: its numbers are told to the nearest five, `lost_about`: also those of the lost (`shown_counts`)."""

    edit: EditVerdict
    about: bool = False
    lost_about: bool = False

    @property
    def verdict(self) -> str:
        return VERDICTS[self.edit.verdict]

    @property
    def sign(self) -> str:
        """The class of the mark beside the verdict."""
        return self.edit.verdict.value

    @property
    def needed(self) -> str:
        """`perlu sekitar 40 orang lagi`; "" where it is decided."""
        if self.edit.is_decided or not self.edit.needed:
            return ""
        return f"perlu sekitar {people(self.edit.needed)} lagi"

    @cached_property
    def old(self) -> ShownFates:
        return ShownFates(self.edit.old, self.about or is_delicate([self.edit.old]), self.lost_about)

    @cached_property
    def new(self) -> ShownFates:
        return ShownFates(self.edit.new, self.about or is_delicate([self.edit.new]), self.lost_about)

    @cached_property
    def chart(self) -> ChangeChart | None:
        """None where either rate is not known, or may not be told."""
        around = wilson(self.edit.old.lost, self.edit.old.known), wilson(self.edit.new.lost, self.edit.new.known)
        if self.old.rate is None or self.new.rate is None or around[0] is None or around[1] is None:
            return None
        return change_chart(self.old.rate, self.new.rate, around=(around[0], around[1]))

    @property
    def how(self) -> How:
        return explanations.of_edit(self.edit, self.old, self.new)
