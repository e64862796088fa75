"""Where a learner stands is a function of (flow, answers), and of nothing else."""

from dataclasses import dataclass

from sandbox.domain.conditions import holds
from sandbox.domain.document import Answers, Flow, Screen


@dataclass(frozen=True)
class Standing:
    path: tuple[str, ...]  # screens met so far, the current one last
    current: str | None  # None: every screen on the path is accepted

    @property
    def finished(self) -> bool:
        return self.current is None

    def reached(self, screen: str) -> bool:
        return screen in self.path


def standing(flow: Flow, answers: Answers) -> Standing:
    """Walk from the first screen over accepted answers to the first that is not."""
    path: list[str] = []
    at: str | None = flow.screens[0].id
    while at is not None:
        path.append(at)
        if at not in answers:
            return Standing(tuple(path), at)
        at = following(flow, flow.screen(at), answers)
    return Standing(tuple(path), None)


def following(flow: Flow, screen: Screen, answers: Answers) -> str | None:
    """The screen after `screen`: the first branch that holds, else the next one in order; None at the end."""
    for branch in screen.next:
        if holds(branch.when, answers):
            return branch.to
    position = flow.screens.index(screen) + 1
    return flow.screens[position].id if position < len(flow.screens) else None
