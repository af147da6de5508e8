"""Pages by shape are byte for byte what the same template gives when it renders each of them whole."""

import logging
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext, script_tag_filter, url_filter

from ondongne import pipeline
from ondongne.engine import shell
from ondongne.engine.build import build_site
from ondongne.engine.pages import RecordFile, RecordPage
from ondongne.publications.site.page import SitePage
from ondongne.sample import make_sample
from ondongne.scaffold import write_project
from tests.conftest import DAY, ROOT

NAME = "가람시 온동네"


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> MkDocsConfig:
    folder = tmp_path_factory.mktemp("shell")
    write_project(folder, NAME)
    address = "https://garam.example/"
    made = load_config(str(folder / "mkdocs.yml"), site_url=address, extra_javascript=["stories/a.js"])
    made.plugins.on_startup(command="build", dirty=False)
    return made


def page_at(config: MkDocsConfig, url: str, title: str, section: str = "", about: str = "한 해 한 일") -> RecordPage:
    planned = SitePage(url, title, about, "project", (), section, "", lambda: f"<h2>{title}</h2>")
    page = RecordFile(planned, config, is_listed=False).record_page
    page.content = page.planned.render()
    return page


TITLES = ("생일상 차리기", "반찬 나눔", "<b>A & B</b>  'C' \"D\"", NAME, "a" * 300, "{{ 7 * 7 }}", "", "긴 제목, <h1>")
PLACES = ("", "garam/", "garam/narae/2025/projects/", "stories/", "stories/a/b/", "practices/")


@pytest.fixture(scope="module")
def pages(config: MkDocsConfig) -> list[RecordPage]:
    return [
        page_at(config, f"{place}p{number}/" if place else "", title, place.partition("/")[0], title[::-1] or "없음")
        for place in PLACES
        for number, title in enumerate(TITLES * 2)
    ]


def environment(text: str, **names: object) -> Environment:
    """As MkDocs has it."""
    made = Environment(loader=DictLoader({"record.html": text, "part.html": "{{ page.title | e }}"}))
    made.filters |= {"url": url_filter, "script_tag": script_tag_filter}
    made.globals |= names
    return made


def context(page: Page, config: MkDocsConfig) -> Mapping[str, Any]:
    return get_context(Navigation([], []), [], config, page)


def shelled(text: str, config: MkDocsConfig, pages: list[RecordPage], **names: object) -> list[str]:
    """The pages as the shell makes them."""
    made = shell.Shell(environment(text, **names), lambda page: context(page, config))
    return [made.html(page).decode() for page in pages]


def plain(text: str, config: MkDocsConfig, pages: list[RecordPage]) -> list[str]:
    """The pages as MkDocs renders them."""
    template = environment(text).get_template("record.html")
    return [template.render(context(page, config)) for page in pages]


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The URLs of pages that were made by filling blanks, compared ones not counted."""
    urls: list[str] = []
    fill, compare = shell.Shape.fill, shell.Shape.compare
    monkeypatch.setattr(shell.Shape, "fill", lambda shape, page: (urls.append(page.url), fill(shape, page))[1])

    def comparing(shape: shell.Shape, page: RecordPage, expected: bytes) -> None:
        compare(shape, page, expected)
        urls.pop()

    monkeypatch.setattr(shell.Shape, "compare", comparing)
    return urls


UNDERSTOOD = [
    "{{ page.title }}|{{ page.title | e }}|{{ page.title | striptags | upper | e }}|{{ page.title ~ '!' }}",
    "{{ page.meta.description | truncate(5) }}|{{ page.meta.nothing }}|{{ page.nothing }}|{{ page.title | length }}",
    "{% if page.title == config.site_name %}처음{% else %}{{ page.title }}{% endif %}",
    "{% if config.site_name != page.meta.title %}{{ page.meta.title | d('없음', true) }}{% endif %}",
    "{% if page.title | striptags %}{{ page.title | striptags }}{% else %}없음{% endif %}",
    "{% if '<h1' not in page.content %}<h1>{{ page.title }}</h1>{% endif %}{{ page.content }}",
    "{% if page.meta.section in ['stories', 'garam'] %}{{ page.meta.section }}{% endif %}",
    "{% if page.meta.section is defined and page.meta.section is string %}{{ page.meta.section }}{% endif %}",
    "{% if page.meta and 'title' in page.meta and 'x' not in page.meta %}{{ page.meta['title'] }}{% endif %}",
    "{{ 'stories/a/' | url }} {{ 'assets/x.css' | url }} {{ base_url }} {{ '.' | url }} {{ 'https://a.kr' | url }}",
    "{% for script in config.extra_javascript %}{{ script | script_tag }}{% endfor %}{{ extra_javascript }}",
    "{% for name in page.meta.hide %}{{ name }},{% endfor %}{{ page.toc | first is defined }}{{ page.toc }}",
    "{{ page.canonical_url }} {{ page.url }} {{ page.abs_url | e }} {{ page.is_homepage }} {{ page.previous_page }}",
    "{% autoescape true %}{{ page.title }}{{ page.title | safe }}{{ page.title | e }}{% endautoescape %}",
    "{% macro m(text) %}<i>{{ text | e }}</i>{% endmacro %}{{ m(page.title) }}{% include 'part.html' %}",
    "{% set title = page.meta.title if page and page.meta.title else '없음' %}{{ title | replace('나눔', '&') | e }}",
]


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_filled_pages_are_as_rendered_whole(
    text: str, config: MkDocsConfig, pages: list[RecordPage], filled: list[str]
) -> None:
    assert shelled(text, config, pages) == plain(text, config, pages)
    assert len(filled) > len(pages) // 4


@pytest.mark.parametrize("linked", [("about/", "garam/", "stories/"), ("", "garam/narae/", "practices/p1/")])
def test_links_of_the_navigation(
    linked: tuple[str, ...], config: MkDocsConfig, pages: list[RecordPage], caplog: pytest.LogCaptureFixture
) -> None:
    text = "{% for item in nav.pages %}{{ item.url | url }} {% endfor %}{{ 'garam/a/' | url }} {{ 'search/' | url }}"
    nav = Navigation([], [page_at(config, url, "차림") for url in linked])

    def context(page: Page) -> Mapping[str, Any]:
        return get_context(nav, [], config, page)

    made, template = shell.Shell(environment(text), context), environment(text).get_template("record.html")
    caplog.set_level(logging.INFO, "mkdocs.plugins.ondongne")
    assert [made.html(page).decode() for page in pages] == [template.render(context(page)) for page in pages]
    assert not caplog.text, "every shape holds"


def test_pages_are_asked_no_more_than_the_template_would(config: MkDocsConfig) -> None:
    text = "{% if page.meta.note %}{% if '나눔' in page.meta.note %}!{% endif %}{% endif %}{{ page.url }}"
    alike = [page_at(config, f"garam/p{number}/", "반찬") for number in range(12)]
    for number, page in enumerate(alike):
        if number % 4:
            page.meta["note"] = ("", "반찬 나눔", "반찬", "나눔")[number % 4]
    assert shelled(text, config, alike) == plain(text, config, alike)


NOT_UNDERSTOOD = [
    "{% if page.title | length > 5 %}{{ page.title }}{% endif %}",
    "{{ (page.title ~ '&') | e }}",
    "{% set text %}{{ page.title }}{% endset %}{{ text | e }}",
    "{{ '%s' | format(page.title) | e }}",
    "{{ page.title.upper() }}",
    "{{ page.title[0] }}{{ page.title[:2] }}",
    "{% for word in page.title.split() %}{{ word }}{% endfor %}",
    "{% for letter in page.title %}{{ letter }}{% endfor %}",
    "{{ {'title': page.title} | tojson }}",
    "{{ [page.title, page.url] | join('&') | e }}",
    "{{ page.meta.items() | list | length }}{{ page.meta.get('title') }}",
    "{% for name in page.meta %}{{ name }}{% endfor %}{{ page.meta | length }}",
    "{{ page.file.src_uri }}",
    "{{ page.title + '!' }}{{ page.title < 'b' }}",
    "{{ {'가': 1}[page.title] }}",
    "{{ page.url | url }}",
]


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_what_is_not_understood_is_rendered_whole_with_a_notice(
    text: str, config: MkDocsConfig, pages: list[RecordPage], filled: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    named = [page for page in pages if page.meta["title"] and page.url]
    with caplog.at_level(logging.INFO, "mkdocs.plugins.ondongne"):
        assert shelled(text, config, named) == plain(text, config, named)
    assert not filled
    assert "틀로 만들 수 없어" in caplog.text


def test_a_shape_that_differs_is_rendered_whole_with_a_notice(
    config: MkDocsConfig, filled: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    pages = [page_at(config, f"garam/p{number}/", f"제목 {number}") for number in range(9)]
    with caplog.at_level(logging.INFO, "mkdocs.plugins.ondongne"):
        made = shelled("{{ page.title }} {{ number() }}", config, pages, number=count().__next__)
    assert [text.rpartition(" ")[0] for text in made] == [page.title for page in pages]
    assert len({text.rpartition(" ")[2] for text in made}) == len(pages), "each was rendered on its own"
    assert not filled
    assert "틀로 만든 것과 달라" in caplog.text


def test_a_template_that_asks_at_random_is_rendered_whole(
    config: MkDocsConfig, caplog: pytest.LogCaptureFixture
) -> None:
    pages = [page_at(config, f"garam/p{number}/", f"제목 {number % 7}") for number in range(40)]
    numbers = count()
    text = "{% if page.title == '제목 ' ~ number() %}{% endif %}{{ page.title }}"
    with caplog.at_level(logging.INFO, "mkdocs.plugins.ondongne"):
        assert shelled(text, config, pages, number=lambda: next(numbers)) == [page.title for page in pages]
    assert caplog.text.count("꼴이 같은 쪽이 거의 없어") == 1


def test_a_template_with_a_shape_for_every_page_renders_them_whole(
    config: MkDocsConfig, filled: list[str], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shell, "_FEW", 3)
    pages = [page_at(config, f"garam/p{number}/", f"제목 {number}") for number in range(20)]
    for number, page in enumerate(pages):
        page.meta["hide"] = [number]
    with caplog.at_level(logging.INFO, "mkdocs.plugins.ondongne"):
        made = shelled("{{ page.title }} {{ page.meta.hide }}", config, pages)
    assert made == [f"제목 {number} [{number}]" for number in range(20)]
    assert not filled
    assert caplog.text.count("꼴이 같은 쪽이 거의 없어") == 1


class Meddler(BasePlugin[LegacyConfig]):
    def on_page_context(self, context: TemplateContext, **_: Any) -> TemplateContext:
        return context


def test_the_shell_steps_aside_for_plugins_that_change_pages(config: MkDocsConfig) -> None:
    assert shell.stands_alone(config)
    other = load_config(config.config_file_path)
    other.plugins["meddler"] = Meddler()
    assert not shell.stands_alone(other)


def sample_town(project: Path) -> None:
    write_project(project, NAME)
    make_sample(project, councils=3, years=2, seed=3)


def own_records(project: Path) -> None:
    for name in ("councils", "content"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")


@pytest.mark.parametrize(
    ("town", "options"), [(sample_town, "site_url: https://garam.example/\n"), (own_records, "")], ids=["sample", "own"]
)
def test_every_byte_of_a_site_is_the_same_without_the_shell(
    town: Callable[[Path], None], options: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filled: list[str]
) -> None:
    town(tmp_path)
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(options)
    reading = pipeline.read(tmp_path, date.fromisoformat(DAY))
    monkeypatch.setattr(pipeline, "make_photos", lambda *_: {})
    build_site(tmp_path, reading, tmp_path / "fast")
    made = len(filled)
    monkeypatch.setattr(shell, "stands_alone", lambda _: False)
    build_site(tmp_path, reading, tmp_path / "plain")
    fast, whole = files(tmp_path / "fast"), files(tmp_path / "plain")
    assert sorted(fast) == sorted(whole)
    assert [path for path in whole if fast[path] != whole[path]] == []
    assert len(filled) == made > len([path for path in whole if path.endswith(".html")]) // 2


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
