"""A build on top of what earlier ones kept gives the very bytes of a clean build, whatever was edited between."""

import gc
import shutil
import weakref
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from ondongne import paths, pipeline
from ondongne.building.making import Making
from ondongne.building.output import Output
from ondongne.engine.again import Again
from ondongne.engine.build import build_site
from ondongne.engine.pages import RecordPage
from ondongne.engine.press import Press
from tests.conftest import DAY, KNOWN, ROOT, write
from tests.outcomes.towns import TOWNS

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


def plain(name: str, text: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        (project / "content" / name).write_text(text, encoding="utf-8")

    return edit


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
    plain("leaf.svg", "<svg/>"),
    plain("leaf.svg", "<gvs/>"),
    edit_theme("site/assets/js/search.js", "const", "/**/const"),
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


def test_a_page_of_mkdocs_takes_the_place_of_a_file_in_the_project(town: Path) -> None:
    plain("404.html", "own")(town)
    assert b"own" != site_only(town)["404.html"] == site_only(town)["404.html"]


def site_only(project: Path, day: str = DAY) -> dict[str, bytes]:
    """The site of a project, without booklets."""
    reading = pipeline.read(project, date.fromisoformat(day))
    assert not reading.failed, reading.diagnostics
    build_site(project, reading, project / "site")
    return files(project / "site")


def clean(project: Path, fresh: Path, day: str = DAY) -> dict[str, bytes]:
    """The same, made where nothing was ever made."""
    for name in ("councils", "content"):
        shutil.copytree(project / name, fresh / name)
    shutil.copyfile(project / "mkdocs.yml", fresh / "mkdocs.yml")
    return site_only(fresh, day)


@pytest.fixture
def towns(town: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two cities that learned from each other; the cards of their pages, which take long to draw, are left out."""
    monkeypatch.setattr(pipeline, "planned_cards", lambda *_: ())
    shutil.copytree(TOWNS / "lineage/councils/garam", town / "councils/garam", dirs_exist_ok=True)
    shutil.copytree(TOWNS / "figures/councils/garam", town / "councils/solbit")
    write(
        town,
        "solbit/narae/2025/visits/yunseul.yml",
        f"title: 윤슬동에 다녀왔습니다\nvisitor: {{record: solbit/narae}}\nhost: {{record: garam/yunseul}}\n"
        f"seen: [{{practice: garam/yunseul/practices/laundry}}]\nparticipants: 7\n{KNOWN}",
    )
    chapter = "{title: 처음, records: [solbit/narae/2025/projects/laundry]}"
    write(town, "solbit/editions/best.yml", f"title: 솔빛의 좋은 일\nchapters: [{chapter}]\n{KNOWN}")
    return town


def rewrite(record: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        file = project / "councils" / record
        text = file.read_text(encoding="utf-8")
        assert old in text, text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


FAR: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "the name of a practice, at a city that saw it": (
        rewrite("garam/yunseul/practices/laundry.yml", "이웃 빨래방", "새 빨래방"),
        {"solbit/narae/2025/visits/yunseul/index.html", "lineage/index.html", "garam/yunseul/index.html"},
    ),
    "a figure, in the sum of the year": (
        rewrite("solbit/narae/2025/projects/laundry.yml", "value: 20", "value: 777"),
        {"solbit/narae/2025/index.html", "solbit/2025/index.html", "solbit/index.html"},
    ),
    "the name of a metric": (
        rewrite("solbit/city.yml", "도운 가구", "함께한 가구"),
        {"solbit/narae/2025/index.html", "solbit/index.html", "solbit/narae/2025/projects/laundry/index.html"},
    ),
    "the name of a council": (
        rewrite("garam/yunseul/council.yml", "윤슬동", "새윤슬동"),
        {"solbit/narae/2025/visits/yunseul/index.html", "garam/yunseul/practices/tea/index.html", "garam/index.html"},
    ),
    "a year that was worked out": (
        rewrite("solbit/narae/2025/year.yml", "summary:", "year: {on: 2025, derived: true}\nsummary:"),
        {"solbit/narae/index.html", "solbit/narae/2025/projects/garden/index.html"},
    ),
    "an office": (
        rewrite(
            "garam/yunseul/council.yml",
            "state:",
            "chairs: [{role: 공동위원장, name: 김가람, public_office: true}]\nstate:",
        ),
        {"garam/yunseul/index.html"},
    ),
    "the title of an edition": (
        rewrite("solbit/editions/best.yml", "솔빛의 좋은 일", "솔빛의 더 좋은 일"),
        {"solbit/editions/best/index.html"},
    ),
    "a source": (
        rewrite("garam/narae/2023/visits/yunseul.yml", "가람시 복지 소식", "윤슬동 소식지"),
        {"garam/narae/2023/visits/yunseul/index.html"},
    ),
    "a record that waits for its day": (
        rewrite("garam/mulbit/2024/projects/repair.yml", "state: ready", "state: {embargoed: 2026-02-01}"),
        {"garam/mulbit/index.html"},
    ),
}
"""Edits, each with some of the pages that it changes."""


def test_what_is_far_away_changes_too(towns: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    before = site_only(towns)
    for name, (edit, expected) in FAR.items():
        edit(towns)
        again = site_only(towns)
        assert again == clean(towns, tmp_path_factory.mktemp("fresh")), name
        assert expected <= {path for path in again if again[path] != before.get(path)}, name
        before = again
    later = (date.fromisoformat(DAY) + timedelta(30)).isoformat()
    assert "garam/mulbit/2024/projects/repair/index.html" not in before
    again = site_only(towns, later)
    assert "garam/mulbit/2024/projects/repair/index.html" in again
    assert again == clean(towns, tmp_path_factory.mktemp("fresh"), later)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The URLs of pages of records that are made, but for those in the navigation."""
    found: list[str] = []
    html = Press.html

    def noted(press: Press, page: RecordPage) -> str:
        found.append(page.url)
        return html(press, page)

    monkeypatch.setattr(Press, "html", noted)
    return found


def test_only_what_changed_is_made(towns: Path, made: list[str]) -> None:
    site_only(towns)
    whole = len(made)
    made.clear()
    site_only(towns)
    assert made == []
    rewrite("garam/narae/2023/visits/yunseul.yml", "네 가지 실천을", "네 가지 일을")(towns)
    site_only(towns)
    assert "garam/narae/2023/visits/yunseul/" in made
    assert len(made) < whole / 2


def test_a_page_that_somebody_changed_is_made_again(towns: Path, made: list[str]) -> None:
    before = site_only(towns)
    places = [towns / "site" / name / "index.html" for name in ("garam/yunseul", "garam/narae", "solbit/narae")]
    made.clear()
    places[0].write_text("nothing", encoding="utf-8")
    places[1].unlink()
    places[2].parent.rename(towns / "away")
    assert site_only(towns) == before
    assert {"garam/yunseul/", "garam/narae/", "solbit/narae/"} <= set(made)


@pytest.mark.parametrize("step", ["make", "keep"])
def test_a_build_that_is_killed_leaves_nothing_stale(
    step: str, towns: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    site_only(towns)
    rewrite("garam/yunseul/practices/laundry.yml", "이웃 빨래방", "새 빨래방")(towns)

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr(Again, step, die)
        site_only(towns)
    assert site_only(towns) == clean(towns, tmp_path_factory.mktemp("fresh"))
    rewrite("garam/yunseul/practices/laundry.yml", "새 빨래방", "이웃 빨래방")(towns)
    assert site_only(towns) == clean(towns, tmp_path_factory.mktemp("fresh"))


def test_a_template_that_lists_all_pages_is_made_each_time(towns: Path, made: list[str]) -> None:
    settings = (towns / "mkdocs.yml").read_text(encoding="utf-8")
    assert "theme:\n  name: material" in settings
    settings = settings.replace("theme:\n  name: material", "theme:\n  name: material\n  custom_dir: ours")
    (towns / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (towns / "ours").mkdir()
    (towns / "ours" / "main.html").write_text(
        '{% extends "base.html" %}'
        "{% block footer %}{% for file in pages %}{{ file.page.title }}{% endfor %}{% endblock %}",
        encoding="utf-8",
    )
    site_only(towns)
    rewrite("garam/narae/2023/visits/yunseul.yml", "윤슬동 견학", "새 견학")(towns)
    made.clear()
    again = site_only(towns)
    assert b"".join([*again.values()]).count("새 견학".encode()) > len(made) > 10


def test_a_picture_that_a_projects_own_template_takes_in_is_seen_to_change(town: Path) -> None:
    own = town / "own"
    write_text(own / "partials/copyright.html", '{% include ".icons/own/logo.svg" %}')
    config = (town / "mkdocs.yml").read_text(encoding="utf-8")
    write_text(town / "mkdocs.yml", config.replace("  name: material", "  name: material\n  custom_dir: own"))
    for logo in ("<svg>첫째</svg>", "<svg>둘째</svg>"):
        write_text(own / ".icons/own/logo.svg", logo)
        assert logo in site_only(town)[f"{YEAR}/projects/birthday/index.html"].decode()


def write_text(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_outputs_are_let_go_once_they_are_published(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[Output]] = []

    class Noted(Output):
        def __init__(self, target: Path, spare: Path | None = None) -> None:
            super().__init__(target, spare)
            made.append(weakref.ref(self))

    monkeypatch.setattr("ondongne.engine.plugin.Output", Noted)
    reading = pipeline.read(town, date.fromisoformat(DAY))
    for _ in range(2):
        build_site(town, reading)
    gc.unfreeze()
    gc.collect()
    assert made[0]() is None
