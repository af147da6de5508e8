"""Sites of these tests: planned pages of a town, and their HTML taken apart."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.links import Links
from ondongne.paths import theme_folder
from ondongne.publications.design import read_design
from ondongne.publications.extents import UNMADE
from ondongne.publications.site import plan
from ondongne.publications.site.page import SitePage
from ondongne.records.reading import read_tree

TOWNS = Path(__file__).parents[2] / "towns"
DAY = date(2026, 1, 15)
INLINE = {"a", "b", "code", "em", "span", "strong"}
VOID = {"img", "source", "br", "input", "hr", "rect", "path", "line", "circle"}


def read(councils: Path) -> Outcomes:
    """What readers see of the records in a folder."""
    tree, faults = read_tree(councils)
    assert [fault.message for fault in faults] == []
    return Outcomes(Links(tree, DAY))


def written(folder: Path, files: Mapping[str, str]) -> Outcomes:
    """What readers see of records written for a test; each gets `state: ready`."""
    for name, text in files.items():
        path = folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text.strip()}\nstate: ready\n", encoding="utf-8")
    return read(folder)


def pages(outcomes: Outcomes, booklets: Collection[str] = ()) -> tuple[SitePage, ...]:
    """The planned pages of a site."""
    return tuple(plan(outcomes, read_design(theme_folder()), dict.fromkeys(booklets, UNMADE)))


def rendered(outcomes: Outcomes, url: str, booklets: Collection[str] = ()) -> str:
    """The HTML of one page."""
    return next(page for page in pages(outcomes, booklets) if page.url == url).render()


@dataclass
class Read(HTMLParser):
    """A page's HTML as tags with attributes, its ids, and its text with single spaces."""

    html: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag; it must be closed in turn unless it is empty by nature."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._part(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that closes itself, as they do in SVG."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close the last open tag."""
        self._part(tag)
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.words.append(data)

    def _part(self, tag: str) -> None:
        if tag not in INLINE:
            self.words.append(" ")

    @property
    def text(self) -> str:
        """What a reader reads."""
        return " ".join("".join(self.words).split())

    @property
    def ids(self) -> list[str]:
        """Ids that links may lead to."""
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    def targets(self, url: str) -> set[str]:
        """Site URLs that the page at `url` links to or loads, with their fragments."""
        found = {attributes[name] for _, attributes in self.tags for name in ("href", "src") if name in attributes}
        site = "https://site.example/"
        absolute = (urljoin(site + url, target) for target in found)
        return {target.removeprefix(site) for target in absolute if target.startswith(site)}
