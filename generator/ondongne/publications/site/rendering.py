"""The templates of `theme/site` and what they may use beside the page they make."""

from collections.abc import MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template

from ondongne import korean
from ondongne.publications import charts
from ondongne.publications.html import Html, escape_text
from ondongne.publications.imprint import back_text
from ondongne.publications.paragraphs import parted
from ondongne.publications.phrases import called, labels, year_text
from ondongne.publications.site import borrowing, linked_data
from ondongne.publications.site.compiling import PlainCode, PlainContext
from ondongne.publications.site.shelf import arranged, shelf
from ondongne.publications.weaving import by_teacher, draw
from ondongne.records.markup import to_html

_LONGEST_WORD: Final = 14
_MARKS: Final = charts.on_screen()


class SiteEnvironment(Environment):
    """Compiles templates our way."""

    code_generator_class = PlainCode
    context_class = PlainContext

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[str, Template] = {}

    def get_template(self, name: str | Template, *options: Any) -> Template:
        """A template, looked for once: every page asks for several."""
        key = str(name)
        if key not in self._found:
            self._found[key] = super().get_template(name, *options)
        return self._found[key]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What templates may use beside what they are given; as a plain dict, for each page copies it."""
        return {**self.globals, **(d or {})}


def environment(theme: Path, compiled: BytecodeCache | None = None) -> Environment:
    """The Jinja environment of the site: everything is escaped, and an unknown name is an error."""
    made = SiteEnvironment(
        loader=FileSystemLoader(theme / "site", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled,
    )
    made.filters |= {
        "prose": prose,
        "markdown": markdown,
        "whole": whole,
        "particle": korean.with_particle,
        "count": korean.count,
        "drawn": chart,
        "cited": cited,
    }
    made.globals |= {
        "called": called,
        "labels": labels,
        "year_text": year_text,
        "draw": draw,
        "by_teacher": by_teacher,
        "shelf": shelf,
        "arranged": arranged,
        "back_text": back_text,
        "weigh": borrowing.weigh,
        "choices": borrowing.choices,
        "linked_data": linked_data.of_record,
        "linked_data_of_year": linked_data.of_year,
    }
    return made


@lru_cache(maxsize=1024)
def cited(number: int, home: str) -> Html:
    """The number of a source as a link to it, at the foot of the page at the link `home`; of this one when empty."""
    link = f'<a href="{escape_text(home)}#source-{number}" aria-label="출처 {number}">{number}</a>'
    return Html(f'<sup class="cite">{link}</sup>')


def prose(text: str) -> Html:
    """Plain text as paragraphs; a blank line parts them."""
    return Html("".join([f"<p>{escape_text(part)}</p>" for part in parted(text)]))


def whole(text: object) -> Html:
    """Text in which a word with a bracket in it, like 온(溫)복지로, is not broken before the bracket."""
    words = str(text).split()
    return Html(" ".join(map(_whole, words)) if "(" in str(text) else escape_text(" ".join(words)))


def _whole(word: str) -> str:
    breaks = "(" in word[1:] and len(word) <= _LONGEST_WORD
    return f'<span class="whole">{escape_text(word)}</span>' if breaks else escape_text(word)


def chart(made: charts.Chart) -> Html:
    """A chart as SVG, in the colours of the style sheet."""
    return Html(charts.svg(made, _MARKS, charts.SCREEN_TEXT))


def markdown(text: str) -> Html:
    """A story's Markdown as HTML of the allowed tags only."""
    return Html(to_html(text))
