"""What Lighthouse said of pages as a Korean table, and which of them fall short."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tests.audit.judging import LEAST, Judged

_NAMES: Final[Mapping[str, str]] = {
    "performance": "빠르기",
    "accessibility": "접근성",
    "best-practices": "모범 사례",
    "seo": "검색 노출",
}


def table(pages: Sequence[Judged]) -> str:
    """A line a page, and a last one with the lowest of each score; below it what pages do not pass in full."""
    return "\n".join([*_lines(pages), "", *_faults(pages), ""])


def failures(pages: Sequence[Judged]) -> list[Judged]:
    """Pages of which a score is lower than will do."""
    return [page for page in pages if any(score < LEAST[name] for name, score in page.scores.items())]


def _lines(pages: Sequence[Judged]) -> Iterator[str]:
    yield f"| 쪽 | {' | '.join(_NAMES.values())} |"
    yield "|---" * (len(_NAMES) + 1) + "|"
    for page in pages:
        yield _line(page.address or "처음 쪽", page.scores)
    yield _line("가장 낮은 점수", {name: min(page.scores[name] for page in pages) for name in _NAMES if pages})


def _line(title: str, scores: Mapping[str, int]) -> str:
    cells = (f"**{score}**" if score < LEAST[name] else str(score) for name, score in scores.items())
    return f"| {title} | {' | '.join(cells)} |"


def _faults(pages: Sequence[Judged]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for page in pages:
        for fault in page.faults:
            found.setdefault(fault.split()[0], []).append(page.address or "처음 쪽")
    for name, addresses in sorted(found.items()):
        yield f"- {name}: {len(addresses)}쪽 ({', '.join(addresses[:3])}{' …' if len(addresses) > 3 else ''})"
