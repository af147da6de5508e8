"""An output takes the place of the last one whole, and what did not change stays the file it was."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ondongne.building.output import Output


def publish(target: Path, files: dict[str, str]) -> None:
    output = Output(target)
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
def test_what_others_wrote_is_settled(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"about/index.html": "하나", "404.html": "둘"})
    age(site)
    output = Output(site)
    (output.staging / "about").mkdir()
    (output.staging / "about" / "index.html").write_text("하나", encoding="utf-8")
    (output.staging / "404.html").write_text("다른", encoding="utf-8")
    output.settle(["about/index.html", "404.html", "nothing.html"])
    output.publish()
    assert times(site)["about/index.html"] == 1_000_000 * 10**9
    assert times(site)["404.html"] != 1_000_000 * 10**9


@pytest.mark.parametrize("write", [Output.write, lambda output, path, _: output.settle([path])])
@pytest.mark.usefixtures("linking")
def test_the_last_output_is_never_written_into(write: Callable[[Output, str, bytes], None], tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": "하나"})
    output = Output(site)
    output.write("index.html", "하나".encode())
    write(output, "index.html", "둘".encode())
    output.write("index.html", "셋".encode())
    assert (site / "index.html").read_text(encoding="utf-8") == "하나"
    assert (output.staging / "index.html").read_text(encoding="utf-8") == "셋"
    output.discard()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_symbolic_link_is_not_taken_over(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {})
    (tmp_path / "elsewhere.html").write_text("하나", encoding="utf-8")
    (site / "index.html").symlink_to(tmp_path / "elsewhere.html")
    publish(site, {"index.html": "하나"})
    assert not (site / "index.html").is_symlink()
