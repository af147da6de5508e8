"""Measures Ondongne against its peers and writes the tables of README.md: `make bench`.

Results are kept as they come in, so that parts can be measured again: `--only cold`, `--only serve`, …. On request,
`--only province` measures a build in parts and writes the table of content/for-provinces.md.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, Final

from ondongne import __version__, clock
from tests.benchmarks import booklets, province
from tests.benchmarks.builders import BUILDERS, Site, versions
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.measuring import Run, in_turn, run
from tests.benchmarks.report import placed, tables
from tests.benchmarks.serving import edit_while_serving, page_of
from tests.benchmarks.towns import councils_and_years, make_town, ondongne
from tests.conftest import DAY, ROOT

_TINY: Final = 16
"""Pages of the town whose cost is taken for the warm-up: one council, one year."""
_FULL_NAVIGATION: Final = 1000
"""Pages up to which the default navigation is tried: each page of it lists every other."""
_ALONE: Final = 20_000
"""Pages from which Ondongne is measured alone."""
_REBUILT: Final = ("ondongne", "material-apart", "hugo-apart")
"""Builders that are measured after a change too: Ondongne and the best settings of each peer."""
_EXTRAS: Final = {"photos": "**/*.jpg", "cards": "assets/cards/**/*.png", "booklets": "**/*.pdf"}
"""What `ondongne build` makes beside pages, and where."""
_PARTS: Final = ("cold", "again", "serve", "whole", "booklet")
_PROVINCE: Final = "province"
"""Measured on request only: it takes a quarter of an hour, and has a table of its own."""


class Bench:
    """One run of the benchmarks: results are read from and written to a file as they come in."""

    def __init__(self, folder: Path, peers: Path, options: argparse.Namespace) -> None:
        self.folder, self.peers, self.options = folder, peers, options
        self.kept, self.away = folder / "results.json", folder / "away"
        self.results: dict[str, Any] = json.loads(self.kept.read_text(encoding="utf-8")) if self.kept.exists() else {}
        self.results |= {"machine": machine(), "versions": {"온동네": __version__, **versions(peers)}}
        self.changes = count(1)

    def measure(self) -> None:
        """Measure what was asked for."""
        if {"cold", "again", "serve"} & set(self.options.only):
            for size in (_TINY, *self.options.sizes):
                self._site(size)
        if "whole" in self.options.only:
            self._keep("whole", self._whole(min(self.options.sizes)))
        if "booklet" in self.options.only:
            _say("책자")
            self._keep(
                "booklet", booklets.measure(self.folder / "booklet", self.peers, self.options.runs, self.options.edits)
            )
        if _PROVINCE in self.options.only:
            _say("나누어 짓기")
            self._keep(_PROVINCE, province.measure(self.folder / _PROVINCE))

    def _site(self, size: int) -> None:
        folder = self.folder / str(size)
        corpus = Corpus(make_town(folder / "ondongne", *councils_and_years(size)))
        names = [name for name in BUILDERS if runs_at(name, size)]
        sites = {name: BUILDERS[name](corpus, folder / name, self.peers) for name in names}
        found: dict[str, Any] = self.results.setdefault("sites", {}).setdefault(str(size), {"builders": {}})
        found["pages"] = corpus.pages
        parts: dict[str, Callable[[], None]] = {
            "cold": partial(self._cold, sites, corpus, found["builders"]),
            "again": partial(self._again, sites, found["builders"]),
            "serve": partial(self._serve, sites, found["builders"]),
        }
        for part in self.options.only:
            if part in parts and (part == "cold" or size != _TINY):
                _say(f"{found['pages']:,}쪽: {part}")
                parts[part]()
                self._keep("sites", self.results["sites"])

    def _cold(self, sites: Mapping[str, Site], corpus: Corpus, found: dict[str, Any]) -> None:
        works = {name: partial(self._build, name, site, clear=True) for name, site in sites.items()}
        for name, runs in in_turn(works, self.options.runs).items():
            made = {"html": sites[name].html(), "words": sites[name].words(page.url for page in corpus.planned)}
            found.setdefault(name, {}).update(made, cold=[asdict(run) for run in runs])

    def _again(self, sites: Mapping[str, Site], found: dict[str, Any]) -> None:
        """Build once, then after each change of a record."""
        chosen = {name: site for name, site in sites.items() if name in _REBUILT}
        original = {name: site.page.read_bytes() for name, site in chosen.items()}
        for name, site in chosen.items():
            if not site.output.exists():
                self._build(name, site)
        works = {name: partial(self._rebuild, name, site) for name, site in chosen.items()}
        for name, runs in in_turn(works, self.options.runs).items():
            found.setdefault(name, {})["again"] = [asdict(run) for run in runs]
            chosen[name].page.write_bytes(original[name])

    def _serve(self, sites: Mapping[str, Site], found: dict[str, Any]) -> None:
        for name in _REBUILT:
            if name in sites:
                found.setdefault(name, {}).pop("served", None)
                found[name] |= self._served(name, sites[name])

    def _served(self, name: str, site: Site) -> dict[str, Any]:
        """Figures of editing while serving; nothing where the page did not come in time."""
        log = self.folder / f"{name}-serve.log"
        try:
            served = edit_while_serving(
                site.serve, site.folder, page_of(site), self.options.edits, self.options.patience, log
            )
        except TimeoutError:
            _say(f"  {name}: {self.options.patience:.0f}초 안에 보이지 않았습니다.")
            return {}
        _say(f"  {name}: {', '.join(f'{seconds:.2f}' for seconds in served.edits)}초")
        return {"served": asdict(served)}

    def _whole(self, size: int) -> dict[str, Any]:
        """Everything that `ondongne build` makes of a town with photos: at first, and again with nothing changed."""
        _say("사진과 책자까지")
        town = make_town(self.folder / "whole", *councils_and_years(size), photos=True)
        corpus, command, log = Corpus(town), ondongne("build", "--as-of", DAY), self.folder / "whole.log"
        runs = [asdict(run(command, town.project, log)) for _ in range(2)]
        made = {kind: sum(1 for _ in (town.project / "site").glob(pattern)) for kind, pattern in _EXTRAS.items()}
        return {"pages": corpus.pages, **made, "first": runs[0], "again": runs[1]}

    def _rebuild(self, name: str, site: Site) -> Run:
        site.change(site.page, next(self.changes))
        return self._build(name, site)

    def _build(self, name: str, site: Site, *, clear: bool = False) -> Run:
        if clear:
            site.clear(self.away)
        os.sync()  # Nobody pays for writing out what others made.
        done = run(site.command, site.folder, self.folder / f"{name}.log")
        _say(f"  {name}: CPU {done.cpu:.2f}초, {done.wall:.2f}초, {done.memory / 1e6:.0f} MB")
        return done

    def _keep(self, part: str, found: Any) -> None:
        days = {*self.results.get("days", ()), self.options.day or clock.today().isoformat()}
        self.results |= {part: found, "days": sorted(days)}
        self.kept.write_text(json.dumps(self.results, ensure_ascii=False, indent=1), encoding="utf-8")


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


def runs_at(name: str, size: int) -> bool:
    """Whether a builder is measured at a size."""
    return name == "ondongne" or (size < _ALONE and (name != "material" or size <= _FULL_NAVIGATION))


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    system = f"{platform.system()} {platform.machine()}"
    return {"processor": _processor(), "cores": os.cpu_count(), "system": system, "python": platform.python_version()}


def _processor() -> str:
    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text(encoding="utf-8").splitlines() if cpus.exists() else []
    found = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return found[0] if found else platform.processor()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split()], default=[500, 2000, 8000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--edits", type=int, default=5)
    parser.add_argument("--patience", type=float, default=300)
    parser.add_argument("--only", nargs="+", choices=(*_PARTS, _PROVINCE), default=_PARTS)
    parser.add_argument("--folder", type=Path, default=ROOT / ".bench")
    parser.add_argument("--peers", type=Path, default=ROOT / ".venv-bench")
    parser.add_argument("--day", default="")
    parser.add_argument("--readme", type=Path, default=ROOT / "README.md")
    parser.add_argument("--provinces", type=Path, default=ROOT / "content" / "for-provinces.md")
    return parser.parse_args()


def main() -> None:
    """Measure, keep the results, and write the tables."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    bench = Bench(options.folder.resolve(), options.peers.absolute(), options)
    try:
        bench.measure()
    except subprocess.CalledProcessError as error:
        sys.exit(f"{' '.join(error.cmd)}\n{error.output or ''}")
    finally:
        shutil.rmtree(bench.away, ignore_errors=True)
    _write(options.readme, tables(bench.results))
    if _PROVINCE in options.only:
        _write(options.provinces, province.told(bench.results[_PROVINCE]))


def _write(document: Path, told: str) -> None:
    """Put tables between the markers of a document, and print them."""
    sys.stdout.write(told + "\n")
    document.write_text(placed(document.read_text(encoding="utf-8"), told), encoding="utf-8")


if __name__ == "__main__":
    main()
