"""What browsers fetch to search: the right words of the right records, found by any piece of them, in few bytes."""

import gzip
import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from html import unescape
from itertools import chain
from pathlib import Path

import pytest

from ondongne import pipeline
from ondongne.building.store import Store
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.links import Links
from ondongne.paths import theme_folder
from ondongne.publications import site
from ondongne.publications.design import read_design
from ondongne.publications.site import seeking
from ondongne.publications.site.addresses import home_city
from ondongne.publications.site.seeking import drawers
from ondongne.publications.site.seeking.volumes import Volumes
from ondongne.publications.site.seeking.words import NOTHING, Words, words
from ondongne.records.reading import read_tree
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.sample import make_sample
from ondongne.scaffold import write_project
from tests.conftest import DAY, ROOT

COUNCILS, YEARS = 4, 3


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Reading:
    folder = tmp_path_factory.mktemp("town")
    write_project(folder, "가람시 온동네")
    make_sample(folder, councils=COUNCILS, years=YEARS, seed=5)
    return pipeline.read(folder, date.fromisoformat(DAY))


def searched(outcomes: Outcomes, folder: Path) -> dict[str, bytes]:
    """Every file that is searched; what is kept for the next time lies in a folder."""
    of_cities = seeking.files_of_cities(outcomes, outcomes.cities, Store(folder))
    bundles = [*of_cities, *seeking.files_of_site(outcomes, [], Store(folder))]
    assert [path for bundle in bundles for path in bundle.paths] == [
        path for bundle in bundles for path, _ in bundle.make()
    ]
    return dict(chain.from_iterable(bundle.make() for bundle in bundles))


def shelf_of(texts: Sequence[Words]) -> tuple[str, ...]:
    return drawers.fill(drawers.gather(texts)).drawers


def letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def holders(shelf: tuple[str, ...], piece: str) -> Mapping[int, bool]:
    """The records with a piece of a word, found as a browser finds them, and whether their fact box has it."""
    found: dict[int, bool] = {}
    for line in filter(None, shelf[(ord(piece[0]) * 31 + ord(piece[1])) % len(shelf)].split("\n")):
        word, records = line.split(" ")
        block = 0
        for char in records if piece in word else "":
            code = ord(char)
            if code >= 0x100:
                block = (code - 0x100) * 47
            else:
                record = block + (code - 0x21) // 2
                found[record] = found.get(record, False) or code % 2 == 1
    return found


def test_a_drawer_leads_to_every_record_with_a_piece_of_a_word(town: pipeline.Reading) -> None:
    texts = [words(town.outcomes, entry) for entry in town.outcomes.entries.values()]
    shelf = shelf_of(texts)
    assert len(shelf) > 8
    for piece in ("반찬", "찬통", "어르신", "사례", "2025", "협의체", "나눔", "홀몸"):
        expected = {
            number: any(piece in letters(word) for word in text.labelled.split())
            for number, text in enumerate(texts)
            if any(piece in letters(word) for word in " ".join(text).split())
        }
        assert expected, piece
        assert holders(shelf, piece) == expected, piece


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("온(溫)복지로!", ["온복지로", "溫복지", "복지"]),
        ("통·반장제도", ["통반장", "제도"]),
        ("비전E", ["비전e"]),
        ("1,100만 원", ["1100만"]),
        ("３㎡", ["3m2"]),
        ("[누리집](https://garam.example/banchan)", ["누리집"]),
        ("“반찬이오?”", ["반찬이오"]),
    ],
)
def test_words_are_filed_without_the_signs_around_them(text: str, pieces: list[str]) -> None:
    shelf = shelf_of([Words("", text)])
    for piece in pieces:
        assert holders(shelf, piece) == {0: False}, piece
    assert "example" not in "".join(shelf)


def test_hanja_are_filed_by_themselves() -> None:
    (drawer,) = shelf_of([Words("온(溫)복지로", "")])
    assert drawer.split("\n") == ["溫 Ā!", "온溫복지로 Ā!", "온복지로 Ā!"]


@pytest.fixture(scope="module", params=["own", "sample"])
def outcomes(request: pytest.FixtureRequest) -> Outcomes:
    if request.param == "own":
        return pipeline.read(ROOT, date.fromisoformat(DAY)).outcomes
    reading: pipeline.Reading = request.getfixturevalue("town")
    return reading.outcomes


def test_nothing_is_sought_that_its_page_does_not_show(outcomes: Outcomes) -> None:
    pages = {page.url: page for page in site.plan(outcomes, read_design(theme_folder()), {})}
    home = home_city(outcomes)
    hidden = []
    for entry in outcomes.entries.values():
        html = pages["" if entry.id == home else f"{entry.id}/"].render()
        shown = letters(unescape(re.sub(r"<[^>]+>", "", html)))
        said = "\n".join(words(outcomes, entry)).split("\n")
        hidden += [(entry.id, text) for text in said if letters(drawers._LINK.sub("", text)) not in shown]
    assert hidden == []


PRIVATE = """title: 생일상
quotes:
  - {text: 고맙습니다, speaker: {role: 주민, name: 김비밀, consent: {scope: 책자, media: [책자]}}}
photos: [{file: a.jpg, alt: 흐릿한얼굴}]
learned_from: [garam/narae/practices/hidden]
state: ready
"""


def test_what_readers_may_not_see_cannot_be_sought(tmp_path: Path) -> None:
    records = {
        "garam/city": "name: 가람시",
        "garam/narae/council": "name: 나래동",
        "garam/narae/practices/hidden": "title: 감춘실천\nstate: draft",
        "garam/narae/2025/projects/birthday": PRIVATE,
        "garam/narae/2025/projects/drawn": "title: 거둔사업\nstate: {withdrawn: 거둔까닭}",
    }
    for name, text in records.items():
        path = tmp_path / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text if "state:" in text else f"{text}\nstate: ready\n", encoding="utf-8")
    outcomes = Outcomes(Links(read_tree(tmp_path)[0], date.fromisoformat(DAY)))
    files = searched(outcomes, tmp_path)
    everything = b"".join(files.values()).decode()
    assert "고맙습니다" in everything
    for word in ("김비밀", "흐릿한얼굴", "감춘실천", "거둔사업", "거둔까닭"):
        assert word not in everything


def test_volumes_hold_whole_years_and_every_page(town: pipeline.Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ondongne.publications.site.seeking.volumes._MOST", 60)
    volumes = list(Volumes(town.outcomes).of("garam"))
    years = [year for volume in volumes for year in volume.years]
    assert years == sorted(set(years))
    assert len(volumes) > 1
    found = {id_ for volume in volumes for id_ in volume.pages}
    planned = {page.url.rstrip("/") or "garam" for page in site.plan(town.outcomes, town.design, {})}
    assert set(town.outcomes.entries) <= found <= planned


def titles(files: Mapping[str, bytes], folder: str) -> Iterator[str]:
    for path, rows in json.loads(files[f"{folder}titles.json"])["pages"]:
        yield from (f"{path}/{row[0]}".strip("/") for row in rows)


def test_drawers_count_pages_as_their_titles_stand(town: pipeline.Reading, tmp_path: Path) -> None:
    files = searched(town.outcomes, tmp_path)
    for volume in Volumes(town.outcomes).of("garam"):
        listed = list(titles(files, volume.folder))
        assert sorted(listed) == sorted(id_.removeprefix("garam").strip("/") for id_ in volume.pages)
        shelf = [content.decode() for path, content in files.items() if path.startswith(volume.folder)][1:]
        for number in holders(tuple(shelf), "반찬"):
            entry = town.outcomes.entries["/".join(filter(None, ("garam", listed[number])))]
            assert "반찬" in letters(" ".join(words(town.outcomes, entry))), entry.id


@pytest.fixture
def project(town: pipeline.Reading, tmp_path: Path) -> Path:
    """A town that may be changed."""
    shutil.copytree(town.project / "councils", tmp_path / "town" / "councils")
    return tmp_path / "town"


def read(project: Path) -> Outcomes:
    return pipeline.read(project, date.fromisoformat(DAY)).outcomes


def stories(records: Path) -> list[Path]:
    return sorted(records.rglob("stories/*.yml"))


def edit(records: Path, most: int = 1) -> None:
    for story in stories(records)[:most]:
        story.write_text(f"{story.read_text(encoding='utf-8')}tags: [새꼬리표]\n", encoding="utf-8")


def edit_many(records: Path) -> None:
    edit(records, most=100)


def add(records: Path) -> None:
    first = stories(records)[0]
    shutil.copyfile(first, first.with_name("another.yml"))


def remove(records: Path) -> None:
    max(records.rglob("events/*.yml")).unlink()


def rename_a_council(records: Path) -> None:
    council = max(records.rglob("council.yml"))
    council.write_text(council.read_text(encoding="utf-8").replace("name: ", "name: 새", 1), encoding="utf-8")


@pytest.mark.parametrize("most", [60, 1000])
@pytest.mark.parametrize("change", [edit, edit_many, add, remove, rename_a_council])
def test_what_was_kept_gives_what_is_made_anew(
    change: Callable[[Path], None], most: int, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ondongne.publications.site.seeking.volumes._MOST", most)
    before = searched(read(project), tmp_path / "kept")
    change(project / "councils")
    outcomes = read(project)
    found = searched(outcomes, tmp_path / "kept")
    assert found == searched(outcomes, tmp_path / "new") == searched(outcomes, tmp_path / "kept")
    assert found != before


def test_a_change_reads_one_block_of_pages_again(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched(read(project), tmp_path / "kept")
    asked: list[str] = []

    def noted(outcomes: Outcomes, entry: Entry[Record]) -> Words:
        asked.append(entry.id)
        return words(outcomes, entry)

    monkeypatch.setattr("ondongne.publications.site.seeking.volumes.words", noted)
    searched(read(project), tmp_path / "kept")
    assert asked == []
    edit(project / "councils")
    searched(read(project), tmp_path / "kept")
    story = stories(project / "councils")[0]
    assert story.relative_to(project / "councils").with_suffix("").as_posix() in asked
    assert len(asked) <= drawers.BLOCK


def test_a_page_of_no_city_is_found_as_it_is_now(town: pipeline.Reading, tmp_path: Path) -> None:
    def files(text: str, folder: str) -> dict[str, bytes]:
        leaves = [seeking.Leaf("about", "소개", "", Words("", text))]
        bundles = seeking.files_of_site(town.outcomes, leaves, Store(tmp_path / folder))
        return dict(chain.from_iterable(bundle.make() for bundle in bundles))

    assert files("하나", "kept") != files("둘", "kept") == files("둘", "new") == files("둘", "kept")


def test_what_cannot_be_kept_is_found_all_the_same(town: pipeline.Reading, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert searched(town.outcomes, tmp_path / "file") == searched(town.outcomes, tmp_path)


@pytest.mark.parametrize("block", range(3))
def test_a_block_is_renewed_as_if_all_were_gathered_anew(block: int) -> None:
    texts = [Words(f"표{number % 7}", f"글{number % 5} 글{number % 11} 온{number}") for number in range(3 * 47 - 5)]
    held = drawers.gather(texts)
    start = block * drawers.BLOCK
    texts[start : start + 3] = [NOTHING, Words("글4 새것", "표3 온1"), Words("온140", "")]
    filled = drawers.fill(held)
    changes = drawers.renew(held, block, texts[start : start + drawers.BLOCK])
    assert held == drawers.gather(texts)
    assert drawers.refill(filled, changes) == drawers.fill(held)


def test_a_search_takes_few_bytes(town: pipeline.Reading, tmp_path: Path) -> None:
    """At 2,000 pages no more than 400 KB for the first query and 60 KB for others, and so less here."""
    share = len(town.outcomes.entries) / 2000
    sizes = {path: len(gzip.compress(content)) for path, content in searched(town.outcomes, tmp_path).items()}
    names = [path for path in sizes if path.endswith(".json")]
    drawer = max(size for path, size in sizes.items() if path.endswith(".txt"))
    assert sum(sizes[path] for path in names) < 100_000 * share + 3000
    assert drawer < 15_000
