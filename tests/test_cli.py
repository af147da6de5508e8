"""The commands as a dong officer meets them."""

import json
import zipfile
from datetime import UTC, date, datetime, tzinfo
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Self

import pypdf
import pytest

from ondongne import cli, clock, pipeline
from ondongne.clock import midnight, today
from tests.conftest import Run, write

MILLIMETRE = 72 / 25.4


def test_check_says_that_all_is_well(run: Run, town: Path) -> None:
    done = run(town, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "기록 3건을 살폈습니다. 고칠 곳이 없습니다.\n"


def test_check_reports_every_fault_at_once_and_fails(run: Run, town: Path) -> None:
    write(town, "garam/narae/2025/projects/one.yml", "titel: 하나\n")
    write(town, "garam/narae/2025/projects/two.yml", "title: 둘\naudience: [노안]\n")
    done = run(town, "check")
    assert done.returncode == 1
    assert "projects/one.yml:1:1: 오류[" in done.stdout
    assert "projects/two.yml:2:12: 오류[" in done.stdout
    assert "혹시" in done.stdout


def test_check_ends_with_the_errors_and_where_to_look_first(run: Run, town: Path) -> None:
    """Notices come before errors by the names of files, and would push them off a small console."""
    for number in range(3):
        write(town, f"garam/narae/2025/projects/a{number}.yml", f"title: 사업 {number}\nstate: ready\n")
    noticed = run(town, "check").stdout
    assert noticed.count(": 알림[") > 2
    write(town, "garam/narae/2025/projects/two.yml", "titel: 둘\n")
    lines = run(town, "check").stdout.splitlines()
    assert not any(": 알림[" in line for line in lines)
    assert "오류 2건" in lines[-2]
    assert f"알림 {noticed.count(': 알림[')}건" in lines[-2]
    assert lines[-1] == (
        "먼저 councils/garam/narae/2025/projects/two.yml:1:1부터 고쳐 주세요. "
        "알림은 오류를 다 고친 뒤에 ondongne check가 보여 드립니다."
    )
    assert run(town, "check", "--format", "github").stdout.count("::notice ") == noticed.count(": 알림[")


@pytest.mark.parametrize("form", ["json", "github"])
def test_check_reports_to_programs(run: Run, town: Path, form: str) -> None:
    write(town, "garam/narae/2025/projects/one.yml", "titel: 하나\n")
    done = run(town, "check", "--format", form)
    assert done.returncode == 1
    if form == "json":
        assert {row["file"] for row in json.loads(done.stdout)} == {"councils/garam/narae/2025/projects/one.yml"}
    else:
        assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in done.stdout.splitlines())


@pytest.mark.parametrize("form", ["json", "github"])
def test_reports_to_programs_are_utf8_whatever_the_console_is(
    town: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(town, "garam/narae/2025/projects/one.yml", "title: 하나\naudience: [☃노인]\n")
    written = BytesIO()
    monkeypatch.chdir(town)
    monkeypatch.setattr("sys.stdout", TextIOWrapper(written, encoding="cp949", errors="replace"))
    with pytest.raises(SystemExit):
        cli.program(["check", "--format", form], standalone_mode=False)
    assert "‘☃노인’" in written.getvalue().decode("utf-8")


def test_check_of_a_sound_tree_gives_programs_an_empty_list(run: Run, town: Path) -> None:
    assert json.loads(run(town, "check", "--format", "json").stdout) == []


def test_a_folder_without_records_is_named(run: Run, tmp_path: Path) -> None:
    done = run(tmp_path, "build")
    assert done.returncode == 1
    assert done.stderr.startswith("이 폴더에는 councils 폴더가 없습니다: ")
    assert "ondongne new city" in done.stderr


def test_build_publishes_site_and_booklets_and_says_where(run: Run, town: Path) -> None:
    done = run(town, "build", "--as-of", "2026-01-15")
    assert done.returncode == 0, done.stderr
    assert (town / "site/garam/narae/2025/projects/birthday/index.html").is_file()
    assert (town / "site/booklets/garam/narae/2025.pdf").read_bytes().startswith(b"%PDF")
    assert (town / "site/booklets/garam/narae/2025.epub").read_bytes().startswith(b"PK")
    assert "기준일은 2026-01-15입니다." in done.stdout
    assert "ondongne serve" in done.stdout
    assert not [path for path in town.iterdir() if path.name.startswith(".site")]


def test_build_with_errors_publishes_nothing_and_keeps_the_last_site(run: Run, town: Path) -> None:
    (town / "site").mkdir()
    (town / "site" / "last.html").write_text("last", encoding="utf-8")
    write(town, "garam/narae/2025/projects/birthday.yml", "title: 생일\nspent: 5\nbudget: 3\nstate: ready\n")
    done = run(town, "build")
    assert done.returncode == 1
    assert "오류[overspent]" in done.stdout
    assert "아무것도 펴내지 않았습니다" in done.stderr
    assert [path.name for path in (town / "site").iterdir()] == ["last.html"]


def test_only_what_may_be_seen_on_the_day_is_published(run: Run, town: Path) -> None:
    story = "title: 때를 기다린 이야기\nstate: {embargoed: 2026-03-01}\n"
    write(town, "garam/narae/2025/stories/later.yml", story)
    page = town / "site/garam/narae/2025/stories/later/index.html"
    assert run(town, "build", "--as-of", "2026-02-28").returncode == 0
    assert not page.exists()
    assert not any("때를 기다린" in path.read_text(encoding="utf-8") for path in town.glob("site/**/*.html"))
    assert run(town, "build", "--as-of", "2026-03-01").returncode == 0
    assert page.exists()


def test_build_of_one_city_leaves_the_others_out(run: Run, town: Path) -> None:
    write(town, "dasol/city.yml", "name: 다솔시\nstate: ready\n")
    assert run(town, "build", "--city", "garam", "--out", "part").returncode == 0
    assert (town / "part/garam/narae/index.html").is_file()
    assert not (town / "part/dasol").exists()


def test_an_unknown_city_is_not_taken_for_an_empty_one(run: Run, town: Path) -> None:
    (town / "site").mkdir()
    done = run(town, "build", "--city", "garm")
    assert done.returncode == 1
    assert done.stderr == "그런 시는 없습니다: garm\n  도움: 혹시 garam인가요?\n"
    assert list((town / "site").iterdir()) == []


def test_records_that_are_not_shown_are_counted(run: Run, town: Path) -> None:
    write(town, "garam/narae/2025/stories/one.yml", "title: 쓰는 중인 이야기\n")
    write(town, "garam/narae/2025/stories/two.yml", "title: 기다리는 이야기\nstate: {embargoed: 2026-03-01}\n")
    assert (
        "5건을 살폈습니다. 고칠 곳이 없습니다. 2건은 작성 중이거나"
        in run(town, "check", "--as-of", "2026-01-01").stdout
    )
    assert " 1건은 작성 중이거나" in run(town, "check", "--as-of", "2026-03-01").stdout


def test_a_photo_that_is_none_keeps_the_last_site(run: Run, town: Path) -> None:
    record = "title: 생일상\nphotos: [{file: 나눔 사진.jpg, alt: 상, people: false}]\nstate: ready\n"
    write(town, "garam/narae/2025/projects/birthday.yml", record)
    write(town, "garam/narae/2025/photos/나눔 사진.jpg", "사진이 아닙니다")
    (town / "site").mkdir()
    done = run(town, "build")
    assert done.returncode == 1
    assert "오류[unreadable-photo] ‘나눔 사진.jpg’는 사진으로 열 수 없습니다." in done.stdout
    assert list((town / "site").iterdir()) == []


def test_a_booklet_is_made_by_its_name(run: Run, town: Path) -> None:
    done = run(town, "booklet", "garam/narae", "2025")
    assert done.returncode == 0, done.stderr
    assert (town / "garam-narae-2025.pdf").read_bytes().startswith(b"%PDF")


def test_a_booklet_is_made_as_an_ebook(run: Run, town: Path) -> None:
    done = run(town, "booklet", "garam/narae", "2025", "--format", "epub", "--out", "책.epub")
    assert done.returncode == 0, done.stderr
    assert zipfile.ZipFile(town / "책.epub").read("mimetype") == b"application/epub+zip"


def test_a_booklet_is_made_on_the_page_that_is_asked_for(run: Run, town: Path) -> None:
    done = run(town, "booklet", "garam/narae", "2025", "--size", "shinguk")
    assert done.returncode == 0, done.stderr
    width, height = pypdf.PdfReader(town / "garam-narae-2025.pdf").pages[0].mediabox[2:]
    assert (round(width / MILLIMETRE), round(height / MILLIMETRE)) == (152, 225)


def test_a_booklet_for_the_printing_house_is_several_files_with_what_it_will_ask(run: Run, town: Path) -> None:
    done = run(town, "booklet", "garam/narae", "2025", "--for", "print", "--size", "a5", "--impose", "saddle")
    assert done.returncode == 0, done.stderr
    for ending in ("print", "cover", "imposed"):
        assert (town / f"garam-narae-2025-{ending}.pdf").read_bytes().startswith(b"%PDF")
        assert f"책자를 만들었습니다: garam-narae-2025-{ending}.pdf" in done.stdout
    assert "  중철 " in done.stdout
    assert "A5 148×210mm, 재단 여백 3mm" in done.stdout
    assert not (town / "garam-narae-2025.pdf").exists()


def test_an_unknown_booklet_names_those_there_are(run: Run, town: Path) -> None:
    done = run(town, "booklet", "garam/narae", "1999")
    assert done.returncode == 1
    assert "garam/narae 2025" in done.stderr


@pytest.mark.parametrize("words", [["check"], ["build"], ["--help"], ["build", "--nope"], ["new", "ciy", "x"]])
def test_a_cp949_console_shows_everything(run: Run, town: Path, words: list[str]) -> None:
    write(town, "garam/narae/2025/stories/one.yml", 'title: "물음표 — 그리고 溫"\nstat: ready\n')
    done = run(town, *words, encoding="cp949")
    assert done.returncode in (0, 1, 2)
    assert "Traceback" not in done.stdout + done.stderr
    assert any("가" <= char <= "힣" for char in done.stdout + done.stderr)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A project of which the program cannot read a thing, by a mistake of its own."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("\udcff")

    (tmp_path / "councils").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "read", fail)
    monkeypatch.setattr("sys.argv", ["ondongne", "check"])
    return tmp_path


def test_a_mistake_of_the_program_is_kept_in_a_file(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 1
    shown = capsys.readouterr().err
    assert "프로그램이 잘못되었습니다(ZeroDivisionError)" in shown
    assert "Traceback" not in shown
    assert "ZeroDivisionError" in (broken / ".ondongne/error.log").read_text(encoding="utf-8")


def test_a_mistake_is_told_where_no_file_can_be_kept(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (broken / ".ondongne").write_text("폴더가 아닙니다", encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 1
    assert "프로그램이 잘못되었습니다(ZeroDivisionError, test_cli.py:" in capsys.readouterr().err


def test_sample_refuses_a_folder_with_something_in_it(run: Run, town: Path) -> None:
    done = run(town, "sample", "councils")
    assert done.returncode == 1
    assert "빈 폴더가 아닙니다" in done.stderr


def test_schemas_are_written(run: Run, tmp_path: Path) -> None:
    done = run(tmp_path, "schema", "--out", "schemas")
    assert done.returncode == 0, done.stderr
    schema = json.loads((tmp_path / "schemas/projects.json").read_text(encoding="utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_today_is_a_day_in_seoul(monkeypatch: pytest.MonkeyPatch) -> None:
    class Evening(datetime):
        """The clock at four in the afternoon in Greenwich, when a day has begun in Seoul."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(2025, 12, 31, 16, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Evening)
    assert today() == date(2026, 1, 1)
    assert midnight(date(1970, 1, 2)) == 15 * 3600


def test_a_site_is_built_city_by_city(run: Run, town: Path) -> None:
    done = run(town, "build", "--as-of", "2026-01-15", "--to", (town / "there").as_uri())
    assert done.returncode == 0, done.stdout + done.stderr
    assert "garam: 파일" in done.stdout
    assert f"누리집: {town / 'there'}" in done.stdout
    assert (town / "there" / "booklets" / "garam" / "2025.pdf").is_file()
    (town / "councils" / "garam" / "stray.yml").write_text("", encoding="utf-8")
    failed = run(town, "build", "--as-of", "2026-01-15", "--to", "memory://site")
    assert failed.returncode == 1
    assert "misplaced-file" in failed.stdout
    assert "아무것도 펴내지 않았습니다" in failed.stderr


def test_a_site_goes_to_one_place(run: Run, town: Path) -> None:
    failed = run(town, "build", "--out", "here", "--to", "there")
    assert (failed.returncode, "하나만" in failed.stderr) == (2, True)


@pytest.mark.parametrize("words", [("--to", "."), ("--out", "councils")])
def test_records_are_not_built_over(run: Run, town: Path, words: tuple[str, str]) -> None:
    before = sorted(town.rglob("*.yml"))
    done = run(town, "build", *words)
    assert done.returncode == 1
    assert "누리집이 아닌 것" in done.stderr
    assert sorted(town.rglob("*.yml")) == before


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nowhere", "tcp://127.0.0.1:port"])
def test_a_cluster_that_is_not_there_is_named(run: Run, town: Path, address: str) -> None:
    done = run(town, "build", "--on", address)
    assert (done.returncode, done.stderr.partition("에서")[0]) == (1, address)
    assert "Traceback" not in done.stderr
