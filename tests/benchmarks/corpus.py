"""The pages of a town as Markdown that other generators build: the same titles, texts, lists, tables and links."""

import json
import shutil
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
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

    url: str
    path: str
    branch: bool
    text: str


@dataclass(frozen=True)
class Corpus:
    """Every page of a town that its records give."""

    town: Town
    sources: tuple[Source, ...]


def convert(town: Town) -> Corpus:
    """Plan the pages of a town as its site does, and convert each article."""
    reading = pipeline.read(town.project, date.fromisoformat(DAY))
    pages = tuple(site.plan(reading.outcomes, reading.design, ()))
    above = folders(page.url for page in pages)
    return Corpus(town, tuple(_source(page, above) for page in pages))


def _source(page: SitePage, above: Collection[str]) -> Source:
    branch = page.url in above or page.url.count("/") <= 1
    matter = {"title": page.title, "description": page.description}
    lines = "".join(f"{name}: {json.dumps(text, ensure_ascii=False)}\n" for name, text in matter.items())
    return Source(page.url, place(page.url, branch), branch, f"---\n{lines}---\n\n{to_markdown(page.render())}")


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
