"""The preview answers what a build would publish, of the records as they are now."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

import pikepdf
import pytest
from PIL import Image

from ondongne import pipeline
from ondongne.building.store import write_whole
from ondongne.engine.build import build_site, prepare
from ondongne.engine.preview import Preview
from ondongne.engine.server import PreviewServer
from ondongne.pipeline import Reading
from ondongne.sample import make_sample
from ondongne.scaffold import write_project
from tests.conftest import DAY, KNOWN, write

PAGE = "garam/narae/2025/projects/birthday/"
RECORD = "garam/narae/2025/projects/birthday.yml"
ADDRESS = "http://127.0.0.1:8000/"


class Told:
    """A preview of a project, and what it said went wrong."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.project = project
        self.errors: list[str] = []

        def read(before: Reading | None) -> Reading:
            return pipeline.read(project, date.fromisoformat(DAY), before=before)

        self.preview = Preview(
            read,
            lambda reading: prepare(project, reading, site_dir=str(folder), site_url=ADDRESS),
            lambda error: self.errors.append(str(error)),
        )
        self.preview.refresh()

    def text(self, path: str) -> str:
        return self.preview.answer(path).body.decode()

    def status(self, path: str) -> int:
        return self.preview.answer(path).status


@pytest.fixture
def shown(town: Path, tmp_path_factory: pytest.TempPathFactory) -> Told:
    return Told(town, tmp_path_factory.mktemp("preview"))


def built(project: Path) -> dict[str, bytes]:
    """Every HTML file of a clean build in which all booklets were made."""
    (project / "mkdocs.yml").open("a", encoding="utf-8").write(f"site_url: {ADDRESS}\n")
    reading = pipeline.read(project, date.fromisoformat(DAY))
    for artifact in reading.booklets:
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            write_whole(reading.store.place(artifact), b"")
            pdf.save(reading.store.place(artifact))
    build_site(project, reading, project / "clean")
    pages = (project / "clean").rglob("*.html")
    return {page.relative_to(project / "clean").as_posix(): page.read_bytes() for page in pages}


def test_every_page_is_as_a_build_publishes_it(tmp_path: Path) -> None:
    project = tmp_path / "town"
    project.mkdir()
    write_project(project, "가람시 온동네")
    make_sample(project, councils=3, years=2, seed=3)
    told = Told(project, tmp_path / "preview")
    first = sorted((project / "councils").rglob("projects/*.yml"))[0]
    first.write_text(first.read_text(encoding="utf-8").replace("title: ", "title: 새 이름 "), encoding="utf-8")
    second = sorted((project / "councils").rglob("stories/*.yml"))[0]
    text = second.read_text(encoding="utf-8") + "aliases: [garam/2020/stories/old]\n"
    second.write_text(text, encoding="utf-8")
    second.rename(second.with_name("renamed.yml"))
    city = project / "councils" / "garam" / "city.yml"
    city.write_text(city.read_text(encoding="utf-8").replace("name: 가람시", "name: 새가람시"), encoding="utf-8")
    told.preview.refresh()
    pages = built(project)
    assert told.errors == []
    assert "garam/2020/stories/old/index.html" in pages
    assert "새가람시" in pages["index.html"].decode()
    assert [path for path, html in pages.items() if told.preview.answer(path).body != html] == []
    assert told.status(f"{second.relative_to(project / 'councils').with_suffix('').as_posix()}/") == 404


def test_a_card_is_drawn_when_it_is_asked_for(shown: Told) -> None:
    answer = shown.preview.answer("assets/cards/garam/narae.png")
    assert (answer.type, answer.body[:4]) == ("image/png", b"\x89PNG")
    assert shown.status("assets/cards/garam/gone.png") == 404


def test_what_is_no_page_is_answered_too(shown: Told) -> None:
    photo = shown.project / "councils/garam/narae/2025/photos/table.jpg"
    photo.parent.mkdir()
    Image.new("RGB", (40, 20)).save(photo)
    write(shown.project, RECORD, f"title: 생일\nphotos: [{{file: table.jpg, alt: 상, people: false}}]\n{KNOWN}")
    shown.preview.refresh()
    assert shown.preview.answer("garam/narae/2025/photos/table.jpg").type == "image/jpeg"
    assert shown.preview.answer("assets/css/site.css").type == "text/css; charset=utf-8"
    assert shown.preview.answer("assets/images/patch.svg").type == "image/svg+xml"
    assert shown.preview.answer(PAGE.removesuffix("/")).place == PAGE
    lost = shown.preview.answer("no/such/page/")
    assert (lost.status, "찾으시는 쪽이 없습니다" in lost.body.decode()) == (404, True)


@pytest.mark.parametrize(
    "path",
    ["../mkdocs.yml", "a/../../mkdocs.yml", "/etc/passwd", "..\\mkdocs.yml", "C:/Windows/win.ini", "a\0b", "link.txt"],
)
def test_nothing_outside_the_site_is_reached(path: str, town: Path) -> None:
    folder = town / "preview"
    told = Told(town, folder)
    (folder / "link.txt").symlink_to(town / "mkdocs.yml")
    assert told.status(path) == 404
    assert told.errors == []


def test_a_booklet_is_typeset_when_it_is_asked_for_and_anew_after_an_edit(shown: Told) -> None:
    kept = shown.project / ".ondongne"
    assert list(kept.rglob("*.pdf")) == []
    first = shown.preview.answer("booklets/garam/narae/2025.pdf")
    assert (first.status, first.type, first.body[:4]) == (200, "application/pdf", b"%PDF")
    write(shown.project, RECORD, f"title: 생일상 함께 차리기\n{KNOWN}")
    shown.preview.refresh()
    assert shown.preview.answer("booklets/garam/narae/2025.pdf").body != first.body
    assert len(list(kept.rglob("*.pdf"))) == 2


def test_with_errors_the_last_site_stays_and_at_first_they_are_shown(town: Path, tmp_path: Path) -> None:
    write(town, RECORD, f"title: <b>생일</b>\nspent: 5\nbudget: 3\n{KNOWN}")
    told = Told(town, tmp_path / "preview")
    first = told.preview.answer(PAGE)
    assert first.status == 503
    assert "오류[overspent]" in first.body.decode()
    assert "<b>생일" not in first.body.decode()
    write(town, RECORD, f"title: 생일상 차리기\n{KNOWN}")
    told.preview.refresh()
    assert "생일상 차리기" in told.text(PAGE)
    write(town, RECORD, f"title: 잘못\nspent: 5\nbudget: 3\n{KNOWN}")
    told.preview.refresh()
    assert "생일상 차리기" in told.text(PAGE)


def test_what_cannot_be_made_is_told_and_stops_nothing_else(shown: Told) -> None:
    photo = shown.project / "councils/garam/narae/2025/photos/table.jpg"
    photo.parent.mkdir()
    Image.effect_noise((400, 200), 50).save(photo)
    photo.write_bytes(photo.read_bytes()[:2000])
    write(shown.project, RECORD, f"title: 생일\nphotos: [{{file: table.jpg, alt: 상, people: false}}]\n{KNOWN}")
    shown.preview.refresh()
    answer = shown.preview.answer("garam/narae/2025/photos/table.jpg")
    assert (answer.status, "Traceback" in answer.body.decode()) == (500, False)
    assert "사진 table.jpg를 열 수 없습니다." in shown.errors[0]
    assert shown.status(PAGE) == 200


def test_the_projects_own_pages_settings_and_templates_are_shown_anew(shown: Told) -> None:
    (shown.project / "content" / "about.md").write_text("# 새 소개\n", encoding="utf-8")
    (shown.project / "own").mkdir()
    (shown.project / "own" / "record.html").write_text("<p>{{ page.title }}</p>", encoding="utf-8")
    config = shown.project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("  name: material", "  name: material\n  custom_dir: own"), encoding="utf-8")
    shown.preview.refresh(wholly=True)
    assert "새 소개" in shown.text("about/")
    assert shown.text(PAGE) == "<p>생일상 차리기</p>"
    config.write_text("theme: [\n", encoding="utf-8")
    shown.preview.refresh(wholly=True)
    assert len(shown.errors) == 1
    assert shown.text(PAGE) == "<p>생일상 차리기</p>"
    config.write_text(text, encoding="utf-8")
    shown.preview.refresh()
    assert "생일상 차리기" in shown.text(PAGE)


def test_when_the_city_leaves_the_navigation_is_prepared_anew(shown: Told) -> None:
    write(shown.project, "solbit/city.yml", f"name: 솔빛시\n{KNOWN}")
    shown.preview.refresh()
    assert shown.errors == []
    assert "솔빛시" in shown.text("")
    assert shown.status("garam/") == 200
    shutil.rmtree(shown.project / "councils" / "garam")
    shown.preview.refresh()
    assert shown.errors == []
    assert "솔빛시" in shown.text("")
    assert shown.status(PAGE) == 404


def test_with_other_plugins_mkdocs_makes_the_pages(town: Path, tmp_path: Path) -> None:
    (town / "hooks.py").write_text("def on_post_page(output, **_):\n    return output + '<!-- hook -->'\n")
    with (town / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hooks.py]\n")
    told = Told(town, tmp_path / "preview")
    assert told.text(PAGE).endswith("<!-- hook -->")
    write(town, RECORD, f"title: 생일상 함께 차리기\n{KNOWN}")
    told.preview.refresh()
    assert "생일상 함께 차리기" in told.text(PAGE)
    assert told.text(PAGE).endswith("<!-- hook -->")


@contextmanager
def served(told: Told, mount: str = "/") -> Iterator[Callable[[str], HTTPResponse]]:
    server = PreviewServer(told.preview, told.project, "127.0.0.1", 0, mount)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def ask(path: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=20)
        connection.request("GET", path)
        return connection.getresponse()

    yield ask
    server.shutdown()


def test_a_page_waits_for_the_next_edition_by_a_script_of_its_own_site(shown: Told) -> None:
    with served(shown, "/near/") as ask:
        page = ask(f"/near/{PAGE}").read().decode()
        assert '<script src="/near/_preview/reload.js?since=1"></script></body>' in page
        assert "changes?since=" in ask("/near/_preview/reload.js").read().decode()
        assert ask("/near/_preview/changes?since=7").read() == b"1"
        later = threading.Timer(0.1, shown.preview.refresh)
        later.start()
        assert ask("/near/_preview/changes?since=1").read() == b"2"


def test_requests_go_where_they_should(shown: Told) -> None:
    with served(shown, "/near/") as ask:
        assert ask("/").getheader("Location") == "/near/"
        assert ask(f"/near/{PAGE[:-1]}").getheader("Location") == f"/near/{PAGE}"
        assert ask(f"/near/{PAGE}?a=b").status == 200
        assert ask("/near/%2e%2e/%2e%2e/mkdocs.yml").status == 404
        assert ask("/near/about/").status == 200
        for since in ("x", "9" * 5000, "²"):
            assert ask(f"/near/_preview/changes?since={quote(since)}").read() == b"1"
    assert shown.errors == []


def test_what_is_no_path_leads_home(shown: Told) -> None:
    with PreviewServer(shown.preview, shown.project, "127.0.0.1", 0) as server:
        assert (server.answer("http://[").status, server.answer("*").place) == (302, "")
