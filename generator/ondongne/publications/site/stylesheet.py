"""The site's one style sheet, put together from the design and the parts in the theme."""

import re
from collections.abc import Mapping
from typing import Final

from ondongne.paths import theme_folder
from ondongne.publications.design import Design

PARTS: Final = ("fonts", "base", "shell", "record", "place", "search", "print", "borrowing")
"""Files of `theme/styles`, in the order in which later rules win."""

_REMARK: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACED: Final = re.compile(r"\s*([{};,])\s*")


def stylesheet(design: Design, accents: Mapping[str, str]) -> str:
    """The CSS of `assets/css/site.css`; `accents` gives each city's colour as `city.yml` writes it, by slug."""
    folder = theme_folder() / "styles"
    parts = ((folder / f"{name}.css").read_text(encoding="utf-8") for name in PARTS)
    return lean("\n".join((design.css(accents), *parts)))


def lean(css: str) -> str:
    """A style sheet without remarks and the space around signs, which no string in it may have."""
    return _SPACED.sub(r"\1", _REMARK.sub("", css))
