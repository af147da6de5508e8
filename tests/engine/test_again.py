"""A build on top of what earlier ones kept gives the very bytes of a clean build, whatever was edited between."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from ondongne import paths, pipeline
from ondongne.building.making import Making
from ondongne.engine.build import build_site
from tests.conftest import DAY, KNOWN, ROOT, write

YEAR = "garam/narae/2025"
SHOWING = "photos: [{file: table.jpg, alt: 상, people: false}]\n"


def photo(project: Path, colour: str) -> None:
    place = project / "councils" / YEAR / "photos" / "table.jpg"
    place.parent.mkdir(exist_ok=True)
    Image.new("RGB", (60, 40), colour).save(place)


def add(project: Path) -> None:
    write(project, f"{YEAR}/stories/meal.yml", f"title: 함께 먹는 밥\nbody: 밥을 먹었습니다.\n{KNOWN}")


def change(project: Path) -> None:
    write(project, f"{YEAR}/projects/birthday.yml", f"title: 생일상 함께 차리기\n{SHOWING}{KNOWN}")
    photo(project, "red")


def rename(project: Path) -> None:
    stories = project / "councils" / YEAR / "stories"
    text = (stories / "meal.yml").read_text(encoding="utf-8")
    (stories / "meal.yml").unlink()
    (stories / "rice.yml").write_text(f"aliases: [{YEAR}/stories/meal]\n{text}", encoding="utf-8")


def delete(project: Path) -> None:
    (project / "councils" / YEAR / "stories" / "rice.yml").unlink()


def rename_city(project: Path) -> None:
    write(project, "garam/city.yml", f"name: 새가람시\n{KNOWN}")


def add_city(project: Path) -> None:
    write(project, "solbit/city.yml", f"name: 솔빛시\n{KNOWN}")


def edit_page(project: Path) -> None:
    (project / "content" / "about.md").write_text("# 새 소개\n", encoding="utf-8")


def edit_theme(part: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        file = project / "theme" / part
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return edit


EDITS: tuple[Callable[[Path], None], ...] = (
    lambda _: None,
    add,
    change,
    lambda project: photo(project, "blue"),
    rename,
    delete,
    rename_city,
    add_city,
    edit_page,
    edit_theme("site/parts/record.html", "<h1", "<h1 data-new"),
    edit_theme("site/main.html", "<title>", '<title data-new="">'),
    edit_theme("tokens.yml", "#B5402E", "#B5402F"),
    edit_theme("booklet/look.typ", "//", "// new\n//"),  # No byte of a booklet depends on it.
)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(project: Path, out: Path) -> dict[str, bytes]:
    reading = pipeline.read(project, date.fromisoformat(DAY))
    assert not reading.failed, reading.diagnostics
    pipeline.build(reading, Making(), lambda: build_site(project, reading, out))
    return files(out)


def test_after_every_edit_a_build_is_as_a_clean_one(
    town: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "theme", town / "theme")
    monkeypatch.setattr(paths, "_CHECKOUT", town)
    before: dict[str, bytes] = {}
    for number, edit in enumerate(EDITS):
        edit(town)
        again = build(town, town / "site")
        fresh = tmp_path_factory.mktemp("fresh")
        for name in ("councils", "content"):
            shutil.copytree(town / name, fresh / name)
        shutil.copyfile(town / "mkdocs.yml", fresh / "mkdocs.yml")
        clean = build(fresh, fresh / "site")
        assert sorted(again) == sorted(clean), number
        assert [path for path in clean if again[path] != clean[path]] == [], number
        assert again != before or edit is EDITS[-1], "the edit can be seen"
        before = again
