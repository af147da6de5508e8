"""The templates of `theme/site` and what they may use beside the page they make."""

import re
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import escape

from ondongne import korean
from ondongne.publications.phrases import called, year_text
from ondongne.publications.site.here import Html
from ondongne.publications.site.picture import draw
from ondongne.publications.site.shelf import shelf
from ondongne.records.markup import to_html

_BLANK_LINES: Final = re.compile(r"\n\s*\n")


def environment(theme: Path) -> Environment:
    """The Jinja environment of the site: everything is escaped, and an unknown name is an error."""
    made = Environment(
        loader=FileSystemLoader(theme / "site", encoding="utf-8"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {"prose": prose, "markdown": markdown, "particle": korean.with_particle, "count": korean.count}
    made.globals |= {"called": called, "year_text": year_text, "draw": draw, "shelf": shelf}
    return made


def prose(text: str) -> Html:
    """Plain text as paragraphs; a blank line parts them."""
    return Html("".join(f"<p>{escape(' '.join(part.split()))}</p>" for part in _BLANK_LINES.split(text.strip())))


def markdown(text: str) -> Html:
    """A story's Markdown as HTML of the allowed tags only."""
    return Html(to_html(text))
