"""Reads a built site as its visitors' browsers would: every page, every link, every file that a page loads."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from ondongne.records.kinds import RESERVED_SLUGS

_CSS_URL = re.compile(r"""url\(\s*['"]?([^'")]+)['"]?\s*\)|@import\s+['"]([^'"]+)""")
_FETCHING = ("script", "img", "iframe", "embed", "audio", "video", "source", "track", "input")
_LOADED = {
    **dict.fromkeys(_FETCHING, ("src", "poster")),
    **dict.fromkeys(("image", "use"), ("href", "xlink:href")),
    "object": ("data",),
}
_HINTS = {"preload", "modulepreload", "preconnect", "dns-prefetch", "prefetch"}
_LOADED_RELATIONS = _HINTS | {"stylesheet", "icon", "manifest"}
_DATA = {"application/json", "application/ld+json"}
"""Types of `<script>` that hold data, which no browser runs."""
_PREVIEWS = {"og:image", "og:url", "twitter:image"}


@dataclass(frozen=True)
class Link:
    """An address as a page or a style sheet gives it; `loaded` when the browser fetches it unasked."""

    url: str
    loaded: bool


@dataclass
class Page(HTMLParser):
    """What one HTML file offers to link to, and what it points at."""

    text: str
    names: Counter[str] = field(default_factory=Counter)
    links: list[Link] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    """Scripts, styles and event handlers in the page itself, which its policy forbids."""

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.inside += _inside(tag, values)
        self.names.update({values["id"]} if values.get("id") else ())
        if tag == "a" and values.get("name") not in (None, "", values.get("id")):
            self.names[values["name"]] += 1
        self.links += (link for link in _links(tag, values) if link.url)


def _inside(tag: str, values: dict[str, str]) -> Iterator[str]:
    if tag == "style" or (tag == "script" and "src" not in values and values.get("type") not in _DATA):
        yield f"<{tag}> stands in the page"
    for name in values:
        if name == "style" or name.startswith("on"):
            yield f"<{tag} {name}> stands in the page"


def _links(tag: str, values: dict[str, str]) -> Iterator[Link]:
    for name in _LOADED.get(tag, ()):
        yield Link(values.get(name, ""), loaded=True)
    for candidate in values.get("srcset", "").split(","):
        yield Link(candidate.strip().partition(" ")[0], loaded=True)
    if tag in ("a", "area"):
        yield Link(values.get("href", ""), loaded=False)
    if tag == "form":
        yield Link(values.get("action", ""), loaded=False)
    if tag == "link":
        yield Link(values.get("href", ""), loaded=bool(_LOADED_RELATIONS & set(values.get("rel", "").lower().split())))
    if tag == "meta":
        yield Link(_address_in_meta(values), loaded=False)


def _address_in_meta(values: dict[str, str]) -> str:
    if values.get("http-equiv", "").lower() == "refresh":
        return re.sub(r"^\s*\d+\s*;\s*url\s*=\s*", "", values.get("content", ""), flags=re.IGNORECASE)
    return values.get("content", "") if values.get("property", values.get("name")) in _PREVIEWS else ""


def _css_urls(css: str) -> list[str]:
    return [plain or imported for plain, imported in _CSS_URL.findall(css)]


@dataclass(frozen=True)
class Site:
    """A built site in `root`, to be served at `site_url`, which ends with a slash."""

    root: Path
    site_url: str = "http://site.invalid/"

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file, by its path from the root with `/`."""
        return frozenset(path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file())

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML file, by path."""
        return {path: Page(self._read(path)) for path in sorted(self.files) if path.endswith(".html")}

    def faults(self) -> list[str]:
        """Dead links and fragments, ids given twice, scripts in links or pages, and what is loaded from elsewhere."""
        found = [f"{path}: {fault}" for path, page in self.pages.items() for fault in page.inside]
        found += [
            f"{path}: id {name!r} stands {n} times"
            for path, page in self.pages.items()
            for name, n in page.names.items()
            if n > 1
        ]
        for path, page in self.pages.items():
            found += (f"{path}: {fault}" for link in page.links if (fault := self._fault(path, link)))
        for path in sorted(self.files):
            if path.endswith(".css"):
                links = (Link(url, loaded=True) for url in _css_urls(self._read(path)))
                found += (f"{path}: {fault}" for link in links if (fault := self._fault(path, link)))
        return found

    def one_of_each(self) -> list[str]:
        """Addresses of one page of every template: addresses that differ only in slugs and years have the same one."""
        chosen: dict[tuple[str, ...], str] = {}
        for path in self.pages:
            address = path.removesuffix("index.html")
            chosen.setdefault(tuple(_shape(part) for part in address.split("/")), address)
        return list(chosen.values())

    def _read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def _fault(self, path: str, link: Link) -> str:
        url = urljoin(self.site_url + path, link.url)
        parts = urlsplit(url)
        if parts.scheme in ("mailto", "tel", "data", "blob"):
            return ""
        if parts.scheme not in ("http", "https"):
            return f"{link.url} is a {parts.scheme} address"
        if parts.netloc != urlsplit(self.site_url).netloc:
            return f"{link.url} is loaded from elsewhere" if link.loaded else ""
        if not url.startswith(self.site_url):
            return f"{link.url} leads out of the site"
        return self._missing(
            link.url, unquote(parts.path)[len(urlsplit(self.site_url).path) :], unquote(parts.fragment)
        )

    def _missing(self, url: str, path: str, fragment: str) -> str:
        file = path + "index.html" if path.endswith("/") or not path else path
        if file not in self.files:
            return f"{url} leads nowhere"
        if fragment in ("", "top") or file not in self.pages or self.pages[file].names[fragment]:
            return ""
        return f"{url} leads to no such place on the page"


def _shape(part: str) -> str:
    if re.fullmatch(r"\d{4}", part):
        return "year"
    return part if part in RESERVED_SLUGS or part.endswith(".html") else "*" if part else ""
