"""How good the stuck report is: our method and other products' rules on made-up people of whom everything is known.

`python -m bench.stuck_proof --worlds 200` prints the tables of docs/stuck-points.md; `--tuning` uses the seeds on which
thresholds are fixed. Without it the worlds are ones that nobody looked at while fixing them.
"""

import argparse

from bench.figures import Figure
from bench.stuck_tables import by_edit, by_kind, by_points, by_rule, by_size
from bench.stuck_worlds import OURS, Proof, prove, prove_edits
from tests.simulator.scores import EditVerdicts
from tests.simulator.seeds import EVALUATION, TUNING

SIZES = (100, 300, 1_000, 3_000)
LOOK = 30  # too few people for any promise
QUICK = {LOOK: 60, 100: 60, 300: 40, 1_000: 20, 3_000: 6}  # worlds of each size in `make bench`
NO_EFFECT = ((0.0, "worst", 200), (0.0, "random", 200))
EDITS = tuple(
    (effect, chosen, people)
    for effect, chosen in ((0.0, "worst"), (0.0, "random"), (-0.15, "worst"), (0.15, "random"))
    for people in (60, 200, 600)
)


def measure() -> list[Figure]:
    """The figures of `make bench`, from fewer worlds than the tables in the docs."""
    total, looked = Proof(), Proof()
    for people, worlds in QUICK.items():
        prove(people, EVALUATION[:worlds], proofs=[looked if people == LOOK else total])
    edits = EditVerdicts()
    for verdicts in prove_edits(NO_EFFECT, EVALUATION[:40]).values():
        edits.verdicts.update(verdicts.verdicts)
    return [*_ours(total, looked, edits), *_theirs(total)]


def _ours(total: Proof, looked: Proof, edits: EditVerdicts) -> list[Figure]:
    ours, sure = total.flags[OURS], total.certainty
    found = f"F1 {ours.f1:.3f}, precision {ours.precision:.3f}, recall {ours.recall:.3f}"
    return [
        Figure(f"stuck steps, {total.worlds} made-up paths of 100 to 3,000 people", found, "F1 0.98"),
        Figure("stuck steps: sound paths with a flag", f"{ours.sound_flagged:.1%}", "5 %"),
        Figure("stuck steps: intervals that hold the true rate", f"{sure.coverage:.1%}", "88 to 95 %"),
        Figure("stuck steps: worst problem ranked first", f"{sure.ranked_first:.1%}", "98 %"),
        Figure(f"stuck steps, paths of {LOOK} people", f"precision {looked.flags[OURS].precision:.3f}", "none"),
        Figure("edits without effect called better or worse", f"{edits.share('better', 'worse'):.1%}", "5 %"),
    ]


def _theirs(total: Proof) -> list[Figure]:
    return [
        Figure(f"the same by {name}", f"F1 {flags.f1:.3f}, sound paths with a flag {flags.sound_flagged:.0%}", "none")
        for name, flags in total.flags.items()
        if name != OURS
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=100, help="of each size")
    parser.add_argument("--people", type=int, nargs="*", default=[LOOK, *SIZES])
    parser.add_argument("--edits", type=int, default=0, help="worlds of each kind of edit")
    parser.add_argument("--tuning", action="store_true", help="seeds on which thresholds are fixed")
    parser.add_argument("--first", type=int, default=0, help="leave out so many seeds")
    parser.add_argument("--plain", action="store_true", help="worlds of tests.simulator.plain instead")
    parser.add_argument("--alone", action="store_true", help="without the rules of other products")
    asked = parser.parse_args()
    seeds = (TUNING if asked.tuning else EVALUATION)[asked.first :]
    total = Proof()
    sizes: dict[str, Proof] = {}
    for people in asked.people:
        proof = sizes[f"{people:,} people"] = Proof()
        proofs = [proof] if people == LOOK else [proof, total]
        prove(people, seeds[: asked.worlds], proofs=proofs, plain=asked.plain, peers=not asked.alone)
    every = {**sizes, "100 to 3,000": total}
    tables = (by_rule(total), by_size(every), by_points(every), by_kind(total))
    print("\n\n".join("\n".join(lines) for lines in tables))
    if asked.edits:
        print("\n".join(["", *by_edit(prove_edits(EDITS, seeds[: asked.edits]))]))


if __name__ == "__main__":
    main()
