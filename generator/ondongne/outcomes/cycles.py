"""Loops in a graph of ids."""

from collections import Counter
from collections.abc import Collection, Mapping

Edges = Mapping[str, Collection[str]]


def cycles(edges: Edges) -> tuple[tuple[str, ...], ...]:
    """Find loops along `edges`, each as its ids in order from the smallest; every id on a loop is in at least one."""
    knot = _knot(edges)
    found: list[tuple[str, ...]] = []
    met: set[str] = set()
    for start in sorted(knot):
        loop = () if start in met else _back_to(start, knot)
        if loop:
            found.append(_rotated(loop))
            met.update(loop)
    return tuple(found)


def _knot(edges: Edges) -> Edges:
    """What is left after everything nothing leads to is taken away, again and again: loops, and what they lead to."""
    leading = Counter(there for ways in edges.values() for there in set(ways))
    loose = [here for here in edges if not leading[here]]
    taken = set(loose)
    while loose:
        for there in set(edges.get(loose.pop(), ())):
            leading[there] -= 1
            if not leading[there]:
                loose.append(there)
                taken.add(there)
    return {here: ways for here, ways in edges.items() if here not in taken}


def _back_to(start: str, edges: Edges) -> tuple[str, ...]:
    """A shortest way from `start` back to it; empty where there is none."""
    came_from: dict[str, str] = {}
    level = [start]
    while level and start not in came_from:
        steps = [(here, there) for here in level for there in edges.get(here, ())]
        level = []
        for here, there in steps:
            if there not in came_from:
                came_from[there] = here
                level.append(there)
    if start not in came_from:
        return ()
    way = [start]
    while came_from[way[-1]] != start:
        way.append(came_from[way[-1]])
    return start, *reversed(way[1:])


def _rotated(loop: tuple[str, ...]) -> tuple[str, ...]:
    at = loop.index(min(loop))
    return loop[at:] + loop[:at]
