"""The measured figures as Korean tables, and the place in a document where they stand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from tests.benchmarks.measuring import a_page, figure

Data = Mapping[str, Any]
Cells = Sequence[str]

NAMES: Final = {
    "ondongne": "온동네",
    "material": "Material (기본 내비게이션)",
    "material-pruned": "Material (줄인 내비게이션)",
    "material-apart": "Material (기록은 내비게이션 밖)",
    "hugo": "Hugo (캐시한 내비게이션)",
    "hugo-apart": "Hugo (기록은 내비게이션 밖)",
    "weasyprint": "WeasyPrint",
}
NOT_RUN: Final = "–"
BEGIN: Final = "<!-- make bench: 여기부터 -->"
END: Final = "<!-- make bench: 여기까지 -->"
_MEGABYTE: Final = 1_000_000


def placed(document: str, tables: str) -> str:
    """A document with the tables between its markers; raises ValueError where it has none."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(BEGIN)
    return f"{before}{begin}\n\n{tables.strip()}\n\n{end}{after}"


def tables(results: Data) -> str:
    """Everything that was measured, in Korean; what was not run shows a dash."""
    parts = [_introduction(results), *_sites(results.get("sites", {}))]
    parts += [*_whole(results.get("whole")), *_booklet(results.get("booklet"))]
    return "\n\n".join(parts)


def _introduction(results: Data) -> str:
    machine, days = results["machine"], results["days"]
    used = ", ".join(f"{name} {version}" for name, version in results["versions"].items())
    when = days[0] if len(days) == 1 else f"{days[0]}부터 {days[-1]}까지"
    return (
        f"{when} `make bench`로 잰 값입니다. {machine['processor']}, 코어 {machine['cores']}개, {machine['system']}, "
        f"Python {machine['python']}. {used}.\n"
        "도구의 차례를 바꾸어 가며 여러 번 잰 중앙값이고, 괄호 안은 가장 작은 값과 가장 큰 값입니다.\n"
        "CPU는 프로세스 전체의 사용자·시스템 시간을 더한 초, 메모리는 프로세스 하나가 가장 많이 쓴 양입니다. "
        "재지 않은 곳은 –입니다."
    )


def _sites(sites: Data) -> Iterator[str]:
    sites = dict(sorted(sites.items(), key=lambda it: int(it[1]["pages"])))
    if sites:
        yield "**처음부터 만들기** (사진·카드·책자 없이)\n\n" + _cold(sites)
        yield "본문에 담긴 글자의 크기: " + ", ".join(map(_words, sites.values())) + "."
        yield "**쪽 하나를 더하는 비용** (가장 작은 마을의 비용을 빼고 나눈 값)\n\n" + _growth(sites)
    changed = {size: site for size, site in sites.items() if any("again" in it for it in site["builders"].values())}
    if changed:
        yield "**기록 하나를 고치고 다시 만들기** (프로세스 전체)\n\n" + _again(changed)
    served = {size: site for size, site in sites.items() if any("served" in it for it in site["builders"].values())}
    if served:
        yield "**미리 보면서 고치기** (저장한 때부터 고친 쪽이 보일 때까지)\n\n" + _served(served)


def _cold(sites: Data) -> str:
    head = (
        "쪽",
        "만든 것",
        "CPU 초",
        "실제 초",
        "초마다 쪽",
        "쪽마다 CPU ms",
        "메모리 MB",
        "HTML MB",
        "CPU, 온동네의 몇 배",
    )
    return table(head, [row for site in sites.values() for row in _cold_rows(site)])


def _cold_rows(site: Data) -> Iterator[Cells]:
    pages, ours = site["pages"], _cpu(site, "ondongne", "cold")
    for name in _builders():
        runs = site["builders"].get(name, {}).get("cold")
        if not runs:
            yield (f"{pages:,}", NAMES[name], *[NOT_RUN] * 7)
            continue
        cpu, wall, memory = (figure(run[what] for run in runs) for what in ("cpu", "wall", "memory"))
        yield (
            f"{pages:,}", NAMES[name], spread(runs, "cpu"), spread(runs, "wall"), f"{pages / wall.median:,.0f}",
            f"{cpu.median / pages * 1000:.2f}", f"{memory.median / _MEGABYTE:,.0f}",
            f"{site['builders'][name]['html'] / _MEGABYTE:,.0f}", _times(cpu.median, ours),
        )  # fmt: skip


def _words(site: Data) -> str:
    """How much text the articles hold, for each builder where they differ."""
    sizes = {NAMES[name]: made["words"] for name, made in site["builders"].items() if "words" in made}
    if len(set(sizes.values())) == 1:
        return f"{site['pages']:,}쪽 {next(iter(sizes.values())):,}바이트(모두 같음)"
    return f"{site['pages']:,}쪽 " + ", ".join(f"{name} {size:,}바이트" for name, size in sizes.items())


def _growth(sites: Data) -> str:
    """Cost of a page more at each size, in order of size; the smallest site is the warm-up."""
    least, *sizes = sites.values()
    named = [f"{site['pages']:,}쪽" for site in sizes] or [NOT_RUN]
    head = ("만든 것", *(f"{name}, ms" for name in named), f"{named[-1]} ÷ {named[0]}" if len(named) > 1 else NOT_RUN)
    return table(head, [_growth_row(name, least, sizes) for name in _builders()])


def _growth_row(name: str, least: Data, sizes: Sequence[Data]) -> Cells:
    warm = _cpu(least, name, "cold")
    costs = [
        a_page(cpu, warm, site["pages"], least["pages"]) if (cpu := _cpu(site, name, "cold")) and warm else None
        for site in sizes
    ]
    first, last = (costs[0], costs[-1]) if len(costs) > 1 else (None, None)
    cells = [NOT_RUN if cost is None else f"{cost * 1000:.2f}" for cost in costs]
    return (NAMES[name], *cells, f"{last / first:.2f}" if first and last else NOT_RUN)


def _again(sites: Data) -> str:
    rows = []
    for site in sites.values():
        ours = _cpu(site, "ondongne", "again")
        for name in _builders():
            runs = site["builders"].get(name, {}).get("again")
            told = (spread(runs, "cpu"), spread(runs, "wall")) if runs else (NOT_RUN, NOT_RUN)
            times = _times(_cpu(site, name, "again"), ours)
            rows.append((f"{site['pages']:,}", NAMES[name], *told, times))
    return table(("쪽", "만든 것", "CPU 초", "실제 초", "CPU, 온동네의 몇 배"), _without_dashes(rows))


def _served(sites: Data) -> str:
    rows = []
    for site in sites.values():
        for name in _builders():
            served = site["builders"].get(name, {}).get("served")
            told = (_spread(served["edits"]), f"{served['start']:.2f}") if served else (NOT_RUN, NOT_RUN)
            rows.append((f"{site['pages']:,}", NAMES[name], *told))
    return table(("쪽", "만든 것", "고친 쪽이 보일 때까지, 초", "처음 띄울 때, 초"), _without_dashes(rows))


def _whole(whole: Data | None) -> Iterator[str]:
    if not whole:
        return
    what = (
        f"쪽 {whole['pages']:,}개, 사진 {whole['photos']:,}장, 카드 {whole['cards']:,}장, 책자 {whole['booklets']:,}권"
    )
    rows = [
        (name, f"{run['cpu']:.2f}", f"{run['wall']:.2f}", f"{run['memory'] / _MEGABYTE:,.0f}")
        for name, run in (("처음", whole["first"]), ("바뀐 것 없이 다시", whole["again"]))
    ]
    told = table(("`ondongne build`", "CPU 초", "실제 초", "메모리 MB"), rows)
    yield f"**사진·카드·책자까지 모두** ({what}, 한 번씩)\n\n{told}"


def _booklet(booklet: Data | None) -> Iterator[str]:
    if not booklet:
        return
    ours = figure(run["cpu"] for run in booklet["ondongne"]["runs"]).median
    rows = [
        (
            NAMES[name], f"{made['pages']}", spread(made["runs"], "cpu"), spread(made["runs"], "wall"),
            f"{figure(run['memory'] for run in made['runs']).median / _MEGABYTE:,.0f}",
            _times(figure(run["cpu"] for run in made["runs"]).median, ours),
        )
        for name, made in booklet.items() if name in NAMES
    ]  # fmt: skip
    again = ("온동네, 미리 보면서 한 줄 고친 뒤", str(booklet["ondongne"]["pages"]))
    rows.append((*again, NOT_RUN, _spread(booklet["served"]["edits"]), NOT_RUN, NOT_RUN))
    head = ("만든 것", "쪽", "CPU 초", "실제 초", "메모리 MB", "CPU, 온동네의 몇 배")
    yield "**책자 한 권** (한 시의 한 해, 사진 없이)\n\n" + table(head, rows)


def table(head: Cells, rows: Sequence[Cells]) -> str:
    """A table of Markdown; numbers stand to the right."""
    plain = [all(not _is_figure(row[at]) for row in rows) for at in range(len(head))]
    lines = [head, ["---" if words else "---:" for words in plain], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def spread(runs: Sequence[Data], what: str) -> str:
    """The median of runs with the least and the most: 4.51 (4.40–4.70)."""
    return _spread([run[what] for run in runs])


def _spread(values: Sequence[float]) -> str:
    found = figure(values)
    return f"{found.median:.2f} ({found.least:.2f}–{found.most:.2f})"


def _is_figure(cell: str) -> bool:
    return cell[:1].isdigit() or cell[:1] == "×"


def _without_dashes(rows: Sequence[Cells]) -> list[Cells]:
    """Rows that hold a figure beside their size and name."""
    return [row for row in rows if any(cell != NOT_RUN for cell in row[2:])]


def _builders() -> list[str]:
    return [name for name in NAMES if name != "weasyprint"]


def _cpu(site: Data, name: str, what: str) -> float | None:
    runs = site["builders"].get(name, {}).get(what)
    return figure(run["cpu"] for run in runs).median if runs else None


def _times(cpu: float | None, ours: float | None) -> str:
    return f"×{cpu / ours:.1f}" if cpu and ours else NOT_RUN
