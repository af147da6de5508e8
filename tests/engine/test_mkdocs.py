"""Plain MkDocs on a project: pages of records, published whole, and anew when a record changes."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from PIL import Image

from tests.conftest import ROOT, Run, write

PAGE = "garam/narae/2025/projects/birthday/"


def mkdocs(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "generator"), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *words],
        cwd=project,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_mkdocs_build_makes_a_page_for_every_record(town: Path) -> None:
    done = mkdocs(town, "build", "--strict")
    assert done.returncode == 0, done.stderr
    for page in ("", "garam/narae/", "garam/narae/2025/", PAGE, "stories/", "lineage/", "about/"):
        assert (town / "site" / page / "index.html").is_file(), page
    moved = (town / "site/garam/index.html").read_text(encoding="utf-8")
    assert "url=../" in moved, "the only city's page is the home page"
    assert "홀로 사는 어르신의 생일을 챙깁니다." in (town / "site" / PAGE / "index.html").read_text(encoding="utf-8")


def test_mkdocs_build_keeps_the_booklets_whose_records_did_not_change(run: Run, town: Path) -> None:
    assert run(town, "build").returncode == 0
    booklets = {path for path in tree(town / "site") if path.endswith(".pdf")}
    assert booklets
    assert mkdocs(town, "build").returncode == 0
    assert {path for path in tree(town / "site") if path.endswith(".pdf")} == booklets
    write(town, "garam/narae/2025/projects/birthday.yml", "title: 생일상 함께 차리기\nstate: ready\n")
    assert mkdocs(town, "build").returncode == 0
    assert "booklets/garam/narae/2025.pdf" not in tree(town / "site")
    page = (town / "site/garam/narae/2025/index.html").read_text(encoding="utf-8")
    assert "책자는 아직 만들지 않았습니다" in page


def test_a_title_in_angle_brackets_stays_whole(town: Path) -> None:
    write(town, "garam/narae/2025/projects/birthday.yml", "title: <함께 밥상> & 나눔\nstate: ready\n")
    (town / "content" / "more.md").write_text("# 나눔 & *소개*\n", encoding="utf-8")
    assert mkdocs(town, "build").returncode == 0
    page = (town / "site" / PAGE / "index.html").read_text(encoding="utf-8")
    more = (town / "site/more/index.html").read_text(encoding="utf-8")
    assert "<title>&lt;함께 밥상&gt; &amp; 나눔 | 가람시 온동네</title>" in page
    assert 'property="og:title" content="&lt;함께 밥상&gt; &amp; 나눔">' in page
    assert "<title>나눔 &amp; 소개 | 가람시 온동네</title>" in more
    assert '"나눔 & 소개"' in (town / "site/search/0/titles.json").read_text(encoding="utf-8")


def test_mkdocs_does_not_build_over_records(town: Path) -> None:
    done = mkdocs(town, "build", "--site-dir", "councils")
    assert done.returncode == 1
    assert "누리집이 아닌 것" in done.stdout + done.stderr
    assert (town / "councils" / "garam" / "city.yml").is_file()


def test_with_errors_the_last_site_stays(town: Path) -> None:
    assert mkdocs(town, "build").returncode == 0
    before = tree(town / "site")
    write(town, "garam/narae/2025/projects/birthday.yml", "title: 생일\nspent: 5\nbudget: 3\nstate: ready\n")
    done = mkdocs(town, "build")
    assert done.returncode == 1
    assert "birthday.yml:2:8: 오류[overspent]" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert tree(town / "site") == before
    assert not [path for path in town.iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize("step", ["on_files", "on_env", "on_page_context", "on_post_build"])
def test_what_stops_a_step_of_mkdocs_is_said_in_a_sentence(town: Path, step: str) -> None:
    hook = f"from ondongne.failure import Failure\ndef {step}(*_, **__):\n    raise Failure('기록이 없어졌습니다.')\n"
    (town / "stopping.py").write_text(hook, encoding="utf-8")
    with (town / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nhooks: [stopping.py]\n")
    done = mkdocs(town, "build")
    assert done.returncode != 0
    assert "기록이 없어졌습니다." in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not [path for path in town.iterdir() if "site" in path.name]


def test_when_a_template_fails_the_last_site_stays(town: Path) -> None:
    assert mkdocs(town, "build").returncode == 0
    before = tree(town / "site")
    (town / "broken").mkdir()
    (town / "broken" / "record.html").write_text("{{ nothing.at.all }}", encoding="utf-8")
    config = town / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("  name: material", "  name: material\n  custom_dir: broken"),
        encoding="utf-8",
    )
    assert mkdocs(town, "build").returncode != 0
    assert tree(town / "site") == before
    assert not [path for path in town.iterdir() if path.name.startswith(".site")]


def test_the_same_records_and_day_give_the_same_bytes(run: Run, town: Path) -> None:
    assert run(town, "build", "--as-of", "2026-01-15", "--out", "first").returncode == 0
    assert run(town, "build", "--as-of", "2026-01-15", "--out", "second").returncode == 0
    first, second = tree(town / "first"), tree(town / "second")
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []


def test_mkdocs_serve_shows_a_record_anew_when_it_changes(town: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr"]
    with serving(town, lambda port: [*command, f"127.0.0.1:{port}"]) as url:
        assert "생일상 차리기" in shown(url + PAGE, "생일상 차리기")
        write(town, "garam/narae/2025/projects/birthday.yml", "title: 생일상 함께 차리기\nstate: ready\n")
        assert "생일상 함께 차리기" in shown(url + PAGE, "생일상 함께 차리기")
        assert not (town / "site").exists()


@pytest.mark.parametrize("option", ["--no-livereload", "--clean"])
def test_mkdocs_serve_makes_all_pages_where_it_is_asked_to(option: str, town: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "serve", option, "--dev-addr"]
    with serving(town, lambda port: [*command, f"127.0.0.1:{port}"]) as url:
        assert "생일상 차리기" in shown(url + PAGE, "생일상 차리기")
        assert not (town / "site").exists()


def test_ondongne_serve_shows_records_and_booklets_anew(town: Path) -> None:
    command = [sys.executable, "-m", "ondongne", "serve", "--port"]
    with serving(town, lambda port: [*command, str(port)]) as url:
        first = read(url + "booklets/garam/narae/2025.pdf")
        write(town, "garam/narae/2025/projects/birthday.yml", "title: 잘못\nspent: 5\nbudget: 3\nstate: ready\n")
        time.sleep(2)
        assert "생일상 차리기" in shown(url + PAGE, "생일상 차리기"), "with faults the last preview stays"
        write(town, "garam/narae/2025/projects/birthday.yml", "title: 생일상 함께 차리기\nstate: ready\n")
        assert "생일상 함께 차리기" in shown(url + PAGE, "생일상 함께 차리기")
        assert read(url + "booklets/garam/narae/2025.pdf") != first


@contextmanager
def serving(project: Path, command: Callable[[int], list[str]]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "generator"), "PYTHONIOENCODING": "utf-8"}
    log = project / "serve.log"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(command(port), cwd=project, env=environment, stdout=output, stderr=output)
    try:
        url = f"http://127.0.0.1:{port}/"
        assert shown(url, "가람시", process), log.read_text(encoding="utf-8")
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)


def shown(url: str, text: str, process: subprocess.Popen[bytes] | None = None) -> str:
    """Ask until the page shows `text`; gives up after a minute or when the server has ended."""
    for _ in range(240):
        if process is not None and process.poll() is not None:
            return ""
        try:
            page = re.sub(r"\s+", " ", read(url).decode("utf-8"))
        except (URLError, ConnectionError):
            page = ""
        if text in page:
            return page
        time.sleep(0.25)
    return ""


def read(url: str) -> bytes:
    with urlopen(url, timeout=10) as answer:
        return bytes(answer.read())


def test_a_day_that_is_none_is_said(town: Path) -> None:
    config = town / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("  - ondongne\n", "  - ondongne:\n      as_of: 어제\n"),
        encoding="utf-8",
    )
    done = mkdocs(town, "build")
    assert done.returncode == 1
    assert "as_of에는 2025-12-10 같은 날짜를 씁니다: 어제" in done.stdout + done.stderr


def test_warnings_stop_a_strict_build(town: Path) -> None:
    photo = "photos: [{file: party.jpg, alt: 생일상 앞에 모인 이웃들}]\n"
    write(town, "garam/narae/2025/projects/birthday.yml", "title: 생일상 차리기\nstate: ready\n" + photo)
    (town / "councils/garam/narae/2025/photos").mkdir()
    Image.new("RGB", (8, 8)).save(town / "councils/garam/narae/2025/photos/party.jpg")
    assert mkdocs(town, "build").returncode == 0
    done = mkdocs(town, "build", "--strict")
    assert done.returncode == 1
    assert "경고[photo-without-consent]" in done.stdout + done.stderr
