"""An output takes the place of the last one whole, and what did not change stays the file it was."""

import os
from pathlib import Path

import pytest

from ondongne.building.output import Output


def publish(target: Path, files: dict[str, str], spare: Path | None = None) -> None:
    output = Output(target, spare)
    for path, text in files.items():
        output.write(path, text.encode())
    output.publish()


def times(target: Path) -> dict[str, int]:
    """When each file was written; those of an earlier output are made a day older first."""
    return {path.relative_to(target).as_posix(): path.stat().st_mtime_ns for path in target.rglob("*.html")}


def age(target: Path) -> None:
    for path in target.rglob("*.html"):
        os.utime(path, (1_000_000, 1_000_000))


@pytest.fixture(params=[True, False], ids=["links", "no links"])
def linking(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    def refuse(*_: object) -> None:
        raise OSError(38, "no links here")

    if not request.param:
        monkeypatch.setattr(os, "link", refuse)
    return bool(request.param)


def test_a_file_that_did_not_change_keeps_its_time(tmp_path: Path, linking: bool) -> None:
    site = tmp_path / "site"
    publish(site, {"a/b/index.html": "하나", "a/index.html": "둘", "index.html": "셋"})
    age(site)
    before = {path: path.stat().st_ino for path in site.rglob("*.html")}
    publish(site, {"a/b/index.html": "하나", "a/index.html": "다른", "c/index.html": "새"})
    assert {path for path, time in times(site).items() if time == 1_000_000 * 10**9} == {"a/b/index.html"}
    assert sorted(times(site)) == ["a/b/index.html", "a/index.html", "c/index.html"]
    assert (site / "a/index.html").read_text(encoding="utf-8") == "다른"
    assert ((site / "a/b/index.html").stat().st_ino == before[site / "a/b/index.html"]) is linking
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.usefixtures("linking")
def test_a_copy_is_taken_over_when_it_has_the_size_and_time_of_what_is_kept(tmp_path: Path) -> None:
    site, kept = tmp_path / "site", tmp_path / "kept.pdf"
    kept.write_bytes(b"%PDF-1")
    os.utime(kept, (1_000_000, 1_000_000))
    for text in (b"%PDF-1", b"%PDF-1", b"%PDF-2 changed"):
        kept.write_bytes(text)
        os.utime(kept, (1_000_000 + len(text), 1_000_000 + len(text)))
        output = Output(site)
        output.copy("booklets/a.pdf", kept)
        output.publish()
        assert (site / "booklets/a.pdf").read_bytes() == text
        assert (site / "booklets/a.pdf").stat().st_mtime == kept.stat().st_mtime
        assert (site / "booklets/a.pdf").stat().st_ino != kept.stat().st_ino
    (site / "booklets/a.pdf").write_bytes(b"%PDF-2 meddled")
    output = Output(site)
    output.copy("booklets/a.pdf", kept)
    output.publish()
    assert (site / "booklets/a.pdf").read_bytes() == b"%PDF-2 changed"


@pytest.mark.usefixtures("linking")
def test_what_others_wrote_is_taken_in(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"about/index.html": "하나", "404.html": "둘"})
    age(site)
    output = Output(site)
    (output.staging / "about").mkdir()
    (output.staging / "about" / "index.html").write_text("하나", encoding="utf-8")
    (output.staging / "404.html").write_text("다른", encoding="utf-8")
    (output.staging / "own.html").write_text("남의 것", encoding="utf-8")
    output.write("own.html", "우리 것".encode())
    output.publish()
    assert times(site)["about/index.html"] == 1_000_000 * 10**9
    assert times(site)["404.html"] != 1_000_000 * 10**9
    assert (site / "own.html").read_text(encoding="utf-8") == "우리 것"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.usefixtures("linking")
def test_the_last_output_is_never_written_into(tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / "spare"
    for _ in range(3):
        publish(site, {"index.html": "하나"}, spare)
    output = Output(site, spare)
    for text in ("하나", "둘", "셋"):
        output.write("index.html", text.encode())
        (output.staging / "other.html").write_text(text, encoding="utf-8")
    assert (site / "index.html").read_text(encoding="utf-8") == "하나"
    output.discard()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (site / "index.html").read_text(encoding="utf-8") == "하나"


OUTPUTS: tuple[dict[str, str], ...] = (
    {"index.html": "하나", "a/index.html": "둘", "a/b/index.html": "셋", "d/e/index.html": "넷"},
    {"index.html": "하나", "a/index.html": "다른", "a/b/index.html": "셋", "d/e/index.html": "넷"},
    {"index.html": "하나", "a": "글", "d/e/index.html": "넷", "f/g/h/index.html": "다섯"},
    {"index.html": "여섯", "a/index.html": "둘", "d": "글"},
    {},
    {"index.html": "하나", "a/index.html": "둘", "a/b/index.html": "셋", "d/e/index.html": "넷"},
)


def meddle(folder: Path) -> None:
    """Do to an output what nobody should."""
    for path in [*folder.rglob("*")]:
        if path.name == "b":
            path.rename(folder / "away")
        elif path.name == "e":
            (path / "stray.html").write_text("흘린 것", encoding="utf-8")
            (path / "link.html").symlink_to(folder)
    (folder / "index.html").write_text("덮어 쓴 것", encoding="utf-8")


@pytest.mark.parametrize("meddling", ["nobody", "site", "spare"])
@pytest.mark.usefixtures("linking")
def test_what_is_begun_with_leaves_no_trace(meddling: str, tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / "kept" / "spare"
    spare.parent.mkdir()
    for files in (*OUTPUTS, *OUTPUTS[:1] * 3, *OUTPUTS):
        publish(site, files, spare)
        found = {path.relative_to(site).as_posix(): path for path in site.rglob("*")}
        assert {path: file.read_text(encoding="utf-8") for path, file in found.items() if file.is_file()} == files
        folders = {folder.as_posix() for path in files for folder in Path(path).parents} - {"."}
        assert {path for path, file in found.items() if file.is_dir()} == folders
        assert {path.name for path in tmp_path.iterdir()} == {"site", "kept"}
        if (tmp_path / meddling).is_dir():
            meddle(tmp_path / meddling)
        elif spare.is_dir() and meddling == "spare":
            meddle(spare)


@pytest.mark.parametrize("begins", [True, False], ids=["with a spare", "without one"])
def test_a_file_is_kept_only_as_long_as_it_is_the_one_that_was_made(begins: bool, tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / "spare" if begins else None
    names = ("a/index.html", "b/index.html", "c/index.html")
    for _ in range(3):
        publish(site, dict.fromkeys(names, "하나"), spare)
    output = Output(site, spare)
    marks = {}
    for name in names:
        output.write(name, "하나".encode())
        marks[name] = output.mark(name)
    output.publish()
    (site / "a/index.html").write_text("둘", encoding="utf-8")
    (site / "b/index.html").unlink()
    output = Output(site, spare)
    kept = [name for name in names if (mark := marks[name]) is not None and output.keep(name, mark)]
    output.publish()
    # What is no more in the last output may still be in the one before.
    assert kept == (["b/index.html", "c/index.html"] if begins else ["c/index.html"])
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == set(kept)
    assert {(site / name).read_text(encoding="utf-8") for name in kept} == {"하나"}


def test_a_link_to_the_site_goes_on_leading_there(tmp_path: Path) -> None:
    link, web = tmp_path / "site", tmp_path / "srv" / "web"
    web.mkdir(parents=True)
    link.symlink_to(web)
    publish(link, {"index.html": "하나"})
    assert (link.is_symlink(), (web / "index.html").read_text(encoding="utf-8")) == (True, "하나")
    assert {path.name for path in (*tmp_path.iterdir(), *web.parent.iterdir())} == {"site", "srv", "web"}


def test_a_symbolic_link_is_not_taken_over(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {})
    (tmp_path / "elsewhere.html").write_text("하나", encoding="utf-8")
    (site / "index.html").symlink_to(tmp_path / "elsewhere.html")
    publish(site, {"index.html": "하나"})
    assert not (site / "index.html").is_symlink()
