"""One person's way through a path, as events; what became of them goes to a ledger."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import exp
from random import Random
from uuid import UUID

from learning.domain.counting.exposures import Trace
from tests.simulator.people import DAY, Somebody
from tests.simulator.plans import Plan, StepPlan

START = datetime(2026, 1, 5, tzinfo=UTC)
SPREAD = 0.55  # of the logarithm of the seconds that people take for one step
CERTAIN = 0.97
MOST_TRIES = 6
RULES = (("luas", "number.digits"), ("nama", "required"), ("kode", "code.wrong"))
REASONS = ("tidak-paham", "tidak-ketemu", "gagal", "takut-salah")


@dataclass(slots=True)
class Ledger:
    """What happened at one step in one version. `hazard`: sum over those who entered of how likely each was lost.

    `lost_at`: moments (seconds) of the last signs of those lost; `unfinished`: people met in the middle of a rest.
    """

    entered: int = 0
    completed: int = 0
    unfinished: int = 0
    hazard: float = 0.0
    erring: int = 0
    asking: int = 0
    lost_at: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Visit:
    """Events at one step as (seconds after the start, verb, field, code, level, seconds taken, from, to)."""

    place: int
    step: StepPlan
    events: list[tuple[float, str, str, str, int | None, float | None, float | None, float | None]]
    hazard: float
    lost: bool
    erring: bool
    asking: bool
    began: float
    pause: float
    ended: float


class Walker:
    """Walks people through a plan. `ends`: the moment of the report, in seconds after START."""

    def __init__(self, random: Random, plan: Plan) -> None:
        self.random = random
        self.plan = plan
        self.ends = plan.days * DAY
        self._bits = random.getrandbits

    def walk(self, one: Somebody, ledgers: list[Ledger], *, version: str = "1") -> list[Trace]:
        """`ledgers`: one for each step. Events after the end of the plan are among those returned."""
        visits = list(self._visits(one))
        stop = one.stops_at
        if stop is not None and len(visits) > stop:
            visit = visits[stop]
            one.start = self.ends - visit.began - self.random.random() * visit.pause
        else:
            one.stops_at = stop = None
        for visit in visits[: None if stop is None else stop + 1]:
            self._book(one, visit, ledgers[visit.place], unfinished=visit.place == stop)
        return self._traces(one, visits, version)

    def _book(self, one: Somebody, visit: Visit, ledger: Ledger, *, unfinished: bool) -> None:
        if one.start + visit.began > self.ends:
            return
        ledger.entered += 1
        ledger.hazard += visit.hazard
        ledger.erring += visit.erring
        ledger.asking += visit.asking
        if visit.lost and not unfinished:
            ledger.lost_at.append(one.start + visit.ended)
        elif unfinished or one.start + visit.ended > self.ends:
            ledger.unfinished += 1
        else:
            ledger.completed += 1

    def _visits(self, one: Somebody) -> Iterator[Visit]:
        now = 0.0
        for place, step in enumerate(self.plan.steps):
            visit = self._visit(one, place, step, now)
            yield visit
            if visit.lost:
                return
            now = visit.ended

    def _visit(self, one: Somebody, place: int, step: StepPlan, began: float) -> Visit:
        chance = self.random.random
        hazard, real_hazard = self._hazards(one, place, step)
        lost = chance() < real_hazard
        took = max(1.5, step.expected * step.pace * one.speed * exp(SPREAD * self.random.gauss(0, 1)))
        erring = chance() < step.erring
        asking = chance() < (min(1.0, step.asking * 3) if lost else step.asking)
        if one.stops_at == place:  # who looks at some moment meets long rests more often than short ones
            pause = self._pause(short=0.05, night=0.5)
        else:
            pause = self._pause(short=0.5, night=0.35) if one.rests and chance() < 0.15 else 0.0
        visit = Visit(place, step, [], hazard, lost, erring, asking, began, pause, began)
        self._fill(one, visit, took)
        return visit

    def _hazards(self, one: Somebody, place: int, step: StepPlan) -> tuple[float, float]:
        """How likely somebody like this is lost, and how likely this one is in their room."""
        excess = step.excess * (0.8 if one.company == "helper" else 1.0)
        excess += step.bad_net_excess if one.bad_net else 0.0
        base = step.loss * one.proneness
        hazard = min(CERTAIN, base + excess)
        if one.room is None:
            return hazard, hazard
        if one.room.sick and step.id == self.plan.sick_room:
            return hazard, max(hazard, self.plan.sick_loss)
        own, shared = one.room.luck[place]
        return hazard, min(CERTAIN, base * own + excess * shared)

    def _pause(self, *, short: float, night: float) -> float:
        """Minutes to hours, until the next day, or else up to three days."""
        kind = self.random.random()
        if kind < short:
            return min(6 * 3600.0, max(60.0, self.random.lognormvariate(8.2, 0.8)))
        if kind < short + night:
            return self.random.uniform(12, 30) * 3600
        return self.random.uniform(30, 72) * 3600

    def _fill(self, one: Somebody, visit: Visit, took: float) -> None:
        chance, add, step = self.random.random, visit.events.append, visit.step
        now = visit.began
        add((now, "entered", "", "", None, None, None, None))
        tries = int(visit.erring)
        while tries and tries < MOST_TRIES and chance() < 0.4:
            tries += 1
        for number in range(tries):
            name, code = RULES[0 if chance() < 0.7 else self.random.randrange(3)]
            add((now + took * (0.2 + 0.1 * number), "error", name, code, None, None, None, None))
        if visit.asking:
            level = self.random.choice((1, 1, 2, 3, 4)) if self.plan.flow else 1
            code = "" if self.plan.flow or chance() < 0.5 else self.random.choice(REASONS)
            add((now + took * 0.5, "help", "", code, level, None, None, None))
        faulted = bool(step.faulting) and chance() < step.faulting
        if faulted:
            add((now + took * 0.8, "fault", "", "otp-kedaluwarsa", None, None, None, None))
        if step.rewatched and chance() < 0.8:
            self._watch(visit, now)
        if visit.lost:
            visit.ended = max(event[0] for event in visit.events)
            if chance() < self.plan.returning:
                visit.ended += self.random.uniform(3, 12) * DAY
                add((visit.ended, "entered", "", "", None, None, None, None))
            return
        if faulted:
            add((now + took * 0.9, "recovered", "", "otp-kedaluwarsa", None, 20.0, None, None))
        visit.ended = now + visit.pause + took * 1.1
        seconds = round(took, 1) if self.plan.timed else None
        add((visit.ended, "completed", "", "", None, seconds, None, None))
        if visit.place and chance() < step.looping:
            add((visit.ended, "back", "", "", None, None, None, None))
            if chance() < 0.3:
                add((visit.ended, "back", "", "", None, None, None, None))

    def _watch(self, visit: Visit, now: float) -> None:
        """A video of two minutes, of which people like to see half a minute again."""
        visit.events.append((now + 1, "played", "", "", None, None, 0.0, 120.0))
        if self.random.random() < 0.5:
            visit.events.append((now + 2, "played", "", "", None, None, 40.0, 70.0))

    def _traces(self, one: Somebody, visits: list[Visit], version: str) -> list[Trace]:
        company, group, persona, device = one.context
        learner, attempt, mode = one.learner, one.attempt, one.mode
        began = START.timestamp() + one.start + one.skew
        net = "" if self.plan.bare else "slow" if one.bad_net else "ok" if self._bits(1) else ""
        found = []
        for visit in visits:
            step = visit.step.id
            for after, verb, name, code, level, seconds, first, last in visit.events:
                found.append(
                    Trace(
                        UUID(int=self._bits(128)), learner, datetime.fromtimestamp(round(began + after, 3), UTC),
                        version, verb, step, name, code, seconds, mode, attempt, level, company, group, persona,
                        device, net, first, last,
                    )
                )  # fmt: skip
        if not visits[-1].lost:
            done = found[-1]
            found.append(done._replace(id=UUID(int=self._bits(128)), verb="finished", step="", seconds=None))
            if not self.plan.flow and self.random.random() < self.plan.returning:
                found.append(self._looking_in(done))
        return found

    def _looking_in(self, done: Trace) -> Trace:
        """Somebody who is done opens some step of a guide again."""
        at = done.at + timedelta(days=self.random.uniform(2, 20))
        step = self.random.choice(self.plan.steps).id
        return done._replace(id=UUID(int=self._bits(128)), verb="entered", step=step, seconds=None, at=at)
