"""Counts of people that may be shown: no group of one to four can be read off a table or worked out from it.

A table with sums is a network: a row's sum flows into its row, from there through each cell into its column, and back
through the grand total. Whoever reads the table knows the shown numbers, that every line adds up, and that zeros are
never hidden. What a hidden number may be is then how far the flow through it can be changed along hidden numbers alone;
docs/privacy.md has the reasoning. Every small number is hidden together with so many others, those that cost the
fewest people, that each value from 1 to k - 1 stays possible for it.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

SMALLEST_GROUP = 5  # people; fewer are not shown
HIDDEN_TEXT = f"kurang dari {SMALLEST_GROUP}"

Row = tuple[int | None, ...]
_Node = str | tuple[str, int]
_SOURCE, _SINK = "all rows", "all columns"


@dataclass(frozen=True, slots=True)
class Shown:
    """The table as it may be shown; None stands for a hidden number, and for a sum that was not to be shown."""

    cells: tuple[Row, ...]
    across: Row  # the sum of each row
    down: Row  # the sum of each column
    total: int | None


@dataclass(slots=True)
class _Arc:
    tail: _Node
    head: _Node
    people: int
    told: bool  # False for a sum that the table does not have
    hidden: bool = False


def suppress(
    cells: Sequence[Sequence[int]], *, across: bool = True, down: bool = True, k: int = SMALLEST_GROUP
) -> Shown:
    """Hide the small numbers of a table and as many others as keep them from being worked out.

    `cells`: rows of counts of people, all rows equally long. `across`: each row's sum is shown, its cells being
    disjoint groups; `down`: the same for the columns. The grand total is shown where both are.
    """
    arcs = _network(cells, across=across, down=down)
    small = [arc for arc in arcs if arc.told and 0 < arc.people < k]
    for arc in small:
        arc.hidden = True
    for arc in small:
        _make_vague(arc, arcs, k)
    shown = [arc.people if arc.told and not arc.hidden else None for arc in arcs]
    return _table(shown, rows=len(cells), columns=len(cells[0]) if cells else 0)


def groups_shown(people: Mapping[str, int], *, k: int = SMALLEST_GROUP) -> frozenset[str]:
    """Which of these disjoint groups may be looked at alone, while all of them together may be looked at too."""
    shown = suppress([list(people.values())], across=True, down=False, k=k)
    return frozenset(group for group, count in zip(people, shown.cells[0], strict=True) if count is not None)


def _network(cells: Sequence[Sequence[int]], *, across: bool, down: bool) -> list[_Arc]:
    """Cells row by row, then the rows' sums, the columns' sums and the grand total."""
    sums_across = [sum(row) for row in cells]
    sums_down = [sum(column) for column in zip(*cells, strict=True)]
    arcs = [
        _Arc(("row", i), ("column", j), people, told=True)
        for i, row in enumerate(cells)
        for j, people in enumerate(row)
    ]
    arcs += [_Arc(_SOURCE, ("row", i), people, told=across) for i, people in enumerate(sums_across)]
    arcs += [_Arc(("column", j), _SINK, people, told=down) for j, people in enumerate(sums_down)]
    arcs.append(_Arc(_SINK, _SOURCE, sum(sums_across), told=across and down))
    return arcs


def _make_vague(arc: _Arc, arcs: list[_Arc], k: int) -> None:
    """Hide what it takes so that `arc` may as well be k - 1, and one; of a sum, as well one more than it is.

    A sum cannot be thought smaller than its cells that are not zero: nobody hides those.
    """
    is_sum = _SOURCE in (arc.tail, arc.head) or arc.head == _SINK
    up, down = (max(1, k - 1 - arc.people), 0) if is_sum else (k - 1 - arc.people, arc.people - 1)
    for start, end, change in ((arc.head, arc.tail, up), (arc.tail, arc.head, down)):
        if change > 0:
            for other in _cheapest_way(start, end, change, [one for one in arcs if one is not arc]):
                other.hidden = True


def _cheapest_way(start: _Node, end: _Node, change: int, arcs: list[_Arc]) -> list[_Arc]:
    """The arcs, hidden or to be hidden, along which `change` people can be moved from `start` to `end`.

    There always is one: through the sums of the row and the column and the grand total.
    """
    ways = _ways(arcs, change)
    costs: dict[_Node, int] = {start: 0}
    came: dict[_Node, tuple[_Node, _Arc]] = {}
    queue: list[tuple[int, int, _Node]] = [(0, 0, start)]
    turn = 0  # so that the queue never compares nodes
    while queue:
        cost, _, node = heapq.heappop(queue)
        if node == end:
            break
        for neighbour, arc in ways.get(node, ()):
            further = cost + (0 if arc.hidden or not arc.told else arc.people)
            if further < costs.get(neighbour, further + 1):
                turn += 1
                costs[neighbour], came[neighbour] = further, (node, arc)
                heapq.heappush(queue, (further, turn, neighbour))
    return list(_back(came, start, end))


def _ways(arcs: list[_Arc], change: int) -> dict[_Node, list[tuple[_Node, _Arc]]]:
    """Where `change` people can be moved to from each node: more through an arc, or fewer against its direction.

    A zero is always shown, so it can take nobody, and what is hidden is known to be at least one.
    """
    ways: dict[_Node, list[tuple[_Node, _Arc]]] = {}
    for arc in arcs:
        if arc.people or not arc.told:
            ways.setdefault(arc.tail, []).append((arc.head, arc))
        if arc.people > change:
            ways.setdefault(arc.head, []).append((arc.tail, arc))
    return ways


def _back(came: dict[_Node, tuple[_Node, _Arc]], start: _Node, end: _Node) -> Iterator[_Arc]:
    node = end
    while node != start:
        node, arc = came[node]
        yield arc


def _table(shown: list[int | None], *, rows: int, columns: int) -> Shown:
    size = rows * columns
    return Shown(
        cells=tuple(tuple(shown[i * columns : (i + 1) * columns]) for i in range(rows)),
        across=tuple(shown[size : size + rows]),
        down=tuple(shown[size + rows : size + rows + columns]),
        total=shown[-1] if shown else None,
    )
