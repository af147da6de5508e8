"""The pages of a town as Markdown that other generators build: the same titles, texts, lists, tables and links."""

import json
import shutil
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from ondongne import pipeline
from ondongne.publications import site
from ondongne.publications.site.page import SitePage
from tests.benchmarks.to_markdown import to_markdown
from tests.benchmarks.towns import Town
from tests.conftest import DAY


@dataclass(frozen=True)
class Source:
    """A page as a Markdown file: `path` is relative to the folder of pages, `branch` tells of pages below it."""

    path: str
    branch: bool
    text: str


@dataclass(frozen=True)
class Corpus:
    """Every page of a town: those that its records give, converted when first asked for, and editorial ones."""

    town: Town

    @cached_property
    def planned(self) -> tuple[SitePage, ...]:
        """The pages of records as the site plans them."""
        reading = pipeline.read(self.town.project, date.fromisoformat(DAY))
        return tuple(site.plan(reading.outcomes, reading.design, {}))

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The pages of records as Markdown."""
        above = folders(page.url for page in self.planned)
        return tuple(_source(page, above) for page in self.planned)

    @property
    def pages(self) -> int:
        """How many pages there are in all."""
        return len(self.planned) + len(list((self.town.project / "content").glob("*.md")))


def _source(page: SitePage, above: Collection[str]) -> Source:
    branch = page.url in above or page.url.count("/") <= 1
    matter = {"title": page.title, "description": page.description}
    lines = "".join(f"{name}: {json.dumps(text, ensure_ascii=False)}\n" for name, text in matter.items())
    return Source(place(page.url, branch), branch, f"---\n{lines}---\n\n{to_markdown(page.render())}")


def folders(urls: Iterable[str]) -> frozenset[str]:
    """Every address that others lie below; the site's root is the empty one."""
    parts = [url.rstrip("/").split("/") for url in urls]
    return frozenset("".join(f"{name}/" for name in names[:depth]) for names in parts for depth in range(len(names)))


def place(url: str, branch: bool) -> str:
    """Where the Markdown of a page lies: garam/index.md with pages below it, else garam/2025.md."""
    return f"{url}index.md" if branch else f"{url.rstrip('/')}.md"


def write(corpus: Corpus, folder: Path, branch_name: str = "index.md") -> None:
    """Write the pages of records, and the town's editorial pages as they are."""
    shutil.copytree(corpus.town.project / "content", folder)
    for source in corpus.sources:
        path = folder / source.path
        if source.branch:
            path = path.with_name(branch_name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source.text, encoding="utf-8")
