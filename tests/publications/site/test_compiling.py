"""Templates compiled our way give what Jinja's own compiler gives."""

from collections.abc import Iterator

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError, compiler
from markupsafe import Markup
from markupsafe import escape as escape_any

from ondongne.publications.html import Html
from ondongne.publications.site import rendering
from ondongne.publications.site.compiling import PlainCode, PlainContext, escape
from tests.publications.site.towns import TOWNS, pages, read

MACROS = """
{%- macro row(text, size=1, end="!") -%}<b title="{{ text }}">{{ size }}{{ end }}</b>{%- endmacro -%}
{%- macro frame(title) -%}<i>{{ title }}: {{ caller() }}</i>{%- endmacro -%}
"""
WRITES = {
    "{{ row('<') }}": '<b title="&lt;">1!</b>',
    "{{ row('a', end='&') }}{{ row('b', 2, '?') }}": '<b title="a">1&amp;</b><b title="b">2?</b>',
    "{% call frame('x') %}{{ row('y') }}{% endcall %}": '<i>x: <b title="y">1!</b></i>',
    "{% set m = row('<') %}{{ m }}{{ row(m) }}": '<b title="&lt;">1!</b><b title="<b title="&lt;">1!</b>">1!</b>',
    "{% for word in words %}{{ word.upper() }}{{ ', ' if not loop.last }}{% endfor %}": "A&amp;, B",
    "{{ safe }}{{ 1 }}{{ none }}{{ '\"' ~ \"'\" }}": "<p>1None&#34;&#39;",
}


class Ours(Environment):
    """Compiles templates as the site does."""

    code_generator_class = PlainCode
    context_class = PlainContext


@pytest.mark.parametrize("environment", [Environment, Ours])
@pytest.mark.parametrize(("template", "html"), WRITES.items())
def test_templates(environment: type[Environment], template: str, html: str) -> None:
    made = environment(autoescape=True, undefined=StrictUndefined)
    assert made.from_string(MACROS + template).render(words=["a&", "b"], safe=Html("<p>")) == html


@pytest.mark.parametrize("environment", [Environment, Ours])
def test_macros_of_another_template(environment: type[Environment]) -> None:
    texts = {
        "macros": MACROS,
        "base": "{% from 'macros' import row %}{{ row(1) }}{% block a %}{% endblock %}{{ size }}",
        "page": "{% extends 'base' %}{% from 'macros' import frame as box, row as line %}"
        "{% block a %}{% for row in words %}{% call box(row) %}{{ line(row) }}{% endcall %}{% endfor %}{% endblock %}",
    }
    made = environment(autoescape=True, undefined=StrictUndefined, loader=DictLoader(texts))
    html = '<b title="1">1!</b><i>&amp;: <b title="&amp;">1!</b></i>7'
    assert [made.get_template("page").render(words=["&"], size=7) for _ in range(2)] == [html, html]


@pytest.mark.parametrize("template", ["{{ row('a', colour='b') }}", "{{ row('a', 1, '', 2) }}", "{{ row() }}"])
def test_a_macro_called_wrongly_is_an_error(template: str) -> None:
    with pytest.raises((TypeError, UndefinedError)):
        Ours(autoescape=True, undefined=StrictUndefined).from_string(MACROS + template).render()


@pytest.mark.parametrize("template", ["{{ gone }}", "{{ gone.name }}", "{{ words.gone }}"])
def test_an_unknown_name_is_an_error(template: str) -> None:
    with pytest.raises((AttributeError, UndefinedError)):
        Ours(autoescape=True, undefined=StrictUndefined).from_string(template).render(words=[])


@pytest.mark.parametrize("value", ["plain", "a & b", "<b>", "'", '"', "", 3, None, Markup("<b>"), Html("<b>&"), ["<"]])
def test_escaping(value: object) -> None:
    assert escape(value) == escape_any(value)


def _pages() -> Iterator[tuple[str, str, str]]:
    for town in sorted(TOWNS.iterdir()):
        yield from ((town.name, page.url, page.render()) for page in pages(read(town / "councils")))


def test_every_page_is_what_jinja_makes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = list(_pages())
    monkeypatch.setattr(rendering.SiteEnvironment, "code_generator_class", compiler.CodeGenerator)
    assert ours == list(_pages())
