"""The crawler must see what is wrong with a site, or its silence means nothing."""

from pathlib import Path

import pytest

from tests.browser.crawl import Site

_SOUND = """<!doctype html>
<link rel="stylesheet" href="/style.css"><link rel="canonical" href="https://town.example/a/">
<body id="top-of-page"><a href="a/">a</a> <a href="a/#그늘">b</a> <a href="#top-of-page">c</a> <a href="#">d</a>
<a href="https://elsewhere.example/">e</a> <a href="mailto:a@b.example">f</a>
<a href="booklets/%EC%B1%85.pdf#page=2">g</a> <a href="https://town.example/a/">h</a>
<img src="data:image/png;base64,AA==" srcset="photo.jpg 1x, photo.jpg 2x">"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in {
        "index.html": _SOUND,
        "a/index.html": '<h1 id="그늘">a</h1>',
        "style.css": "a { background: url('photo.jpg') }",
        "booklets/책.pdf": "",
        "photo.jpg": "",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_sound_site_has_no_faults(root: Path) -> None:
    assert Site(root, "https://town.example/").faults() == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<a href="../b/">', "../b/ leads nowhere"),
        ('<a href="../A/">', "../A/ leads nowhere"),
        ('<a href="../#gone">', "../#gone leads to no such place on the page"),
        ('<a href="/b/">', "/b/ leads nowhere"),
        ('<a href="https://town.example/gone/">', "https://town.example/gone/ leads nowhere"),
        ('<a href="javascript:alert(1)">', "javascript:alert(1) is a javascript address"),
        ('<img srcset="gone.jpg 2x">', "gone.jpg leads nowhere"),
        ('<meta http-equiv="refresh" content="0; url=../gone/">', "../gone/ leads nowhere"),
        (
            '<meta property="og:image" content="https://town.example/gone.png">',
            "https://town.example/gone.png leads nowhere",
        ),
        ('<script src="//cdn.example/x.js"></script>', "//cdn.example/x.js is loaded from elsewhere"),
        ('<link rel="preconnect" href="https://fonts.example">', "https://fonts.example is loaded from elsewhere"),
        ("<style>p { color: red }</style>", "<style> stands in the page"),
        ('<svg><use href="#gone"/></svg>', "#gone leads to no such place on the page"),
        ("<script>alert(1)</script>", "<script> stands in the page"),
        ('<p onclick="alert(1)">', "<p onclick> stands in the page"),
        ('<p style="color: red">', "<p style> stands in the page"),
        ('<p id="x"></p><p id="x"></p>', "id 'x' stands 2 times"),
    ],
)
def test_a_fault_is_named_with_its_page(root: Path, html: str, fault: str) -> None:
    (root / "b.d").mkdir()
    (root / "b.d/index.html").write_text(html, encoding="utf-8")
    assert Site(root, "https://town.example/").faults() == [f"b.d/index.html: {fault}"]


def test_style_sheets_are_read_too(root: Path) -> None:
    (root / "style.css").write_text("@font-face { src: url(gone.woff2) }", encoding="utf-8")
    assert Site(root).faults() == ["style.css: gone.woff2 leads nowhere"]


def test_one_page_of_each_shape_is_chosen(tmp_path: Path) -> None:
    council = ("garam", "garam/narae", "garam/narae/2025", "garam/narae/2025/stories/a")
    others = ("garam/2024", "garam/2025/events/x", "topics/care")
    alike = ("haneul", "garam/sol", "garam/narae/2026", "garam/sol/2024/stories/b", "haneul/2020", "topics/meals")
    for path in (".", *council, *others, *alike):
        (tmp_path / path).mkdir(parents=True, exist_ok=True)
        (tmp_path / path / "index.html").touch()
    (tmp_path / "404.html").touch()
    chosen = Site(tmp_path).one_of_each()
    assert sorted(chosen) == sorted(["", "404.html", *(f"{path}/" for path in (*council, *others))])


def test_a_site_may_lie_in_a_folder_of_its_server(root: Path) -> None:
    (root / "404.html").write_text('<a href="/ours/a/"></a><a href="/a/"></a>', encoding="utf-8")
    (root / "index.html").unlink()
    assert Site(root, "https://town.example/ours/").faults() == ["404.html: /a/ leads out of the site"]
