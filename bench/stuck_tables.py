"""What the proof found, as tables in Markdown."""

from collections.abc import Iterable, Mapping, Sequence

from bench.stuck_worlds import OURS, EditCase, Proof
from tests.simulator.plans import LOSS_KINDS
from tests.simulator.scores import LOSS_CLASSES, EditVerdicts, Flags

RULE_HEAD = (
    "rule", "precision", "recall", "F1", "F1, all planted", "loss found", "errors and time found",
    "sound paths flagged",
)  # fmt: skip
SIZE_HEAD = (
    "path", "worlds", "precision", "recall", "F1", "F1, all planted", "sound paths flagged", "coverage",
    "true rate below / above", "worst first", "resting called lost", "ms a report",
)  # fmt: skip
EDIT_HEAD = ("edit", "people before and after", "better", "worse", "unclear", "wait", "interval holds the effect")
VERDICTS = ("better", "worse", "unclear", "wait")


def by_rule(proof: Proof) -> list[str]:
    rows = [
        (
            name, *_flag_cells(one), f"{one.recall_at(*LOSS_KINDS):.3f}", f"{one.recall_at('errors', 'slow'):.3f}",
            f"{one.sound_flagged:.1%}",
        )
        for name, one in proof.flags.items()
        if one.is_used
    ]  # fmt: skip
    return _markdown(RULE_HEAD, rows)


def by_size(proofs: Mapping[str, Proof]) -> list[str]:
    return _markdown(SIZE_HEAD, [_size_row(name, proof) for name, proof in proofs.items()])


def _size_row(name: str, proof: Proof) -> Sequence[str]:
    ours, sure = proof.flags[OURS], proof.certainty
    return (
        name, str(proof.worlds), *_flag_cells(ours), f"{ours.sound_flagged:.1%} of {ours.sound_paths}",
        f"{sure.coverage:.1%}", f"{sure.below} / {sure.above} of {sure.intervals}",
        f"{sure.ranked_first:.1%} of {sure.rankings}", f"{sure.called_lost} of {sure.still_here}",
        f"{1000 * proof.seconds / max(1, proof.worlds):.0f}",
    )  # fmt: skip


def by_points(proofs: Mapping[str, Proof]) -> list[str]:
    """Planted losses found, owed or not, by how many points more than at sound steps are lost."""
    classes = [*(f"below {limit}" for limit in LOSS_CLASSES), f"{LOSS_CLASSES[-1]} or more"]
    rows = [
        (name, *(f"{flags.found_losses[one]} of {flags.planted_losses[one]}" for one in classes))
        for name, flags in ((name, proof.flags[OURS]) for name, proof in proofs.items())
    ]
    return _markdown(("points more", *classes), rows)


def _flag_cells(flags: Flags) -> tuple[str, ...]:
    return tuple(f"{share:.3f}" for share in (flags.precision, flags.recall, flags.f1, flags.f1_of_all))


def by_kind(proof: Proof) -> list[str]:
    ours = proof.flags[OURS]
    found = ", ".join(f"{kind} {ours.found[kind]} of {count}" for kind, count in sorted(ours.owed.items()))
    alarms = ", ".join(f"{decoy or 'plain'} {count}" for decoy, count in sorted(ours.alarms_at.items()) if count)
    early = f"{ours.early_hits} of {ours.early_hits + ours.early_misses}"
    return [
        f"Owed and found: {found}.",
        f"Planted, not owed, found: {early}.",
        f"Sound steps flagged: {alarms or 'none'}.",
    ]


def by_edit(verdicts: Mapping[EditCase, EditVerdicts]) -> list[str]:
    return _markdown(EDIT_HEAD, [_edit_row(case, found) for case, found in verdicts.items()])


def _edit_row(case: EditCase, found: EditVerdicts) -> Sequence[str]:
    effect, chosen, people = case
    shares = (f"{found.share(verdict):.1%}" for verdict in VERDICTS)
    holding = f"{found.coverage:.1%}" if found.intervals else ""
    return f"{effect * 100:+.0f} points, {chosen} step", str(people), *shares, holding


def _markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]
