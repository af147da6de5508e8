"""Loops in a graph of ids."""

from collections.abc import Iterable, Iterator, Mapping


def cycles(edges: Mapping[str, Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Find loops along `edges`, each as its ids in order from the smallest; every id on a loop is in at least one."""
    found = {_rotated(loop) for start in sorted(edges) for loop in _back_to(start, edges)}
    return tuple(sorted(found))


def _back_to(start: str, edges: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Yield a shortest way from `start` back to it, if there is one."""
    came_from: dict[str, str] = {}
    level = [start]
    while level and start not in came_from:
        steps = [(here, there) for here in level for there in edges.get(here, ())]
        level = []
        for here, there in steps:
            if there not in came_from:
                came_from[there] = here
                level.append(there)
    if start in came_from:
        way = [start]
        while came_from[way[-1]] != start:
            way.append(came_from[way[-1]])
        yield (start, *reversed(way[1:]))


def _rotated(loop: tuple[str, ...]) -> tuple[str, ...]:
    at = loop.index(min(loop))
    return loop[at:] + loop[:at]
