"""The templates of the site: whatever they mark up, a style or a script of the site asks for."""

import re
from pathlib import Path

import pytest

from ondongne.paths import theme_folder
from ondongne.publications.design import read_design
from ondongne.publications.site.stylesheet import stylesheet

SITE = theme_folder() / "site"
TEMPLATES = sorted(SITE.rglob("*.html"))
STYLE = stylesheet(read_design(theme_folder()), {"garam": "#1F4E79"})
SCRIPT = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SITE.rglob("*.js")))


def written(path: Path) -> str:
    """A template without its statements, and with `@` for whatever is worked out when a page is made."""
    return re.sub(r"\{\{.*?\}\}", "@", re.sub(r"\{%.*?%\}", " ", path.read_text(encoding="utf-8")))


def classes(html: str) -> set[str]:
    names = {name for given in re.findall(r'class="([^"]*)"', html) for name in given.split()}
    return {name for name in names if "@" not in name}


def marks(html: str) -> set[str]:
    return set(re.findall(r"\s(data-[a-z-]*[a-z])", html))


def is_asked_for(name: str) -> bool:
    own = re.sub("-(.)", lambda found: found[1].upper(), name.removeprefix("data-"))
    ways = (f"[{name}", f"attr({name}", f"dataset.{own}", f'"{own}" in')
    return any(re.search(re.escape(way) + r"(?![\w-])", STYLE + SCRIPT) for way in ways)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(SITE).as_posix())
def test_classes_and_marks_are_of_use(path: Path) -> None:
    html = written(path)
    unstyled = {name for name in classes(html) if not re.search(rf"\.{name}(?![\w-])", STYLE + SCRIPT)}
    unasked = {name for name in marks(html) if not is_asked_for(name)}
    assert (unstyled, unasked) == (set(), set())
