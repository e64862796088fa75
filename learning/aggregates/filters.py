"""Which people of an activity are asked for: told apart by the first thing that they did in it."""

from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta

from django.db.models import Q

_WHO = ("mode", "company", "device", "persona")


@dataclass(frozen=True)
class Filters:
    """ "" and None choose everybody. `first` and `last`, both included, are the UTC days on which people came."""

    mode: str = ""
    company: str = ""
    group: str = ""
    device: str = ""
    persona: str = ""
    first: date | None = None
    last: date | None = None

    @property
    def chooses_all(self) -> bool:
        return self == Filters()

    def without(self, name: str) -> "Filters":
        """With one of the names chosen no more."""
        return Filters(**{**vars(self), name: ""})

    @property
    def who(self) -> dict[str, str]:
        return {name: value for name, value in asdict(self).items() if name in _WHO and value}

    @property
    def has_days(self) -> bool:
        return self.first is not None or self.last is not None

    @property
    def are_summed(self) -> bool:
        """Whether sums are kept by what is asked: by day, or by who came, but not by both nor by class."""
        return not self.group and not (self.who and self.has_days)

    def includes(self, view: str) -> bool:
        """Whether a view (`ledger.views_of`) holds people who are asked for, and no others."""
        kind, _, value = view.partition(" ")
        if self.has_days:
            return kind == "day" and self._includes_day(int(value))
        if self.who:
            return kind == "who" and self._includes_who(value.split("|"))
        return view == ""

    def _includes_day(self, day: int) -> bool:
        later = self.first is None or day >= self.first.toordinal()
        return later and (self.last is None or day <= self.last.toordinal())

    def _includes_who(self, values: list[str]) -> bool:
        return all(
            not getattr(self, name) or getattr(self, name) == is_ for name, is_ in zip(_WHO, values, strict=True)
        )

    def people(self) -> Q:
        """The rows of PersonSum that are asked for."""
        chosen = Q(**self.who)
        if self.group:
            chosen &= Q(group=self.group)
        if self.first is not None:
            chosen &= Q(first_at__gte=_midnight(self.first))
        if self.last is not None and self.last < date.max:
            chosen &= Q(first_at__lt=_midnight(self.last + timedelta(days=1)))
        return chosen

    def open_stays(self) -> Q:
        """The rows of OpenStay that are asked for; the class of an open stay is its own, so none can be chosen."""
        chosen = Q(**self.who)
        if self.first is not None:
            chosen &= Q(came__gte=self.first.toordinal())
        if self.last is not None:
            chosen &= Q(came__lte=self.last.toordinal())
        return chosen


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
