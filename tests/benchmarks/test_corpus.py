"""Towns to measure with, and the same pages for other generators."""

from datetime import date
from pathlib import Path

import pytest

from ondongne import pipeline
from tests.benchmarks import builders, towns
from tests.benchmarks.corpus import Corpus, folders, place, write
from tests.benchmarks.towns import councils_and_years, make_town, said
from tests.conftest import DAY


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return Corpus(make_town(tmp_path_factory.mktemp("bench") / "town", 1, 1))


@pytest.mark.parametrize(
    ("pages", "expected"),
    [(1, (1, 1)), (16, (1, 1)), (500, (6, 5)), (2000, (25, 5)), (8000, (98, 5)), (50000, (400, 8))],
)
def test_a_size_is_so_many_councils_and_years(pages: int, expected: tuple[int, int]) -> None:
    assert councils_and_years(pages) == expected


def test_a_town_to_measure_has_no_photos_and_no_faults(corpus: Corpus) -> None:
    reading = pipeline.read(corpus.town.project, date.fromisoformat(DAY))
    assert not reading.failed
    assert all(not entry.record.photos for entry in reading.outcomes.entries.values())
    assert not [path for path in corpus.town.project.rglob("photos") if path.is_dir()]
    assert f"as_of: '{DAY}'" in (corpus.town.project / "mkdocs.yml").read_text(encoding="utf-8")


def test_pages_lie_where_their_addresses_are() -> None:
    assert folders(["", "garam/2025/", "stories/"]) == {"", "garam/"}
    assert place("garam/2025/", branch=False) == "garam/2025.md"
    assert place("garam/", branch=True) == "garam/index.md"
    assert place("", branch=True) == "index.md"


@pytest.mark.parametrize("branch", ["index.md", "_index.md"])
def test_every_page_is_written_with_its_title(corpus: Corpus, tmp_path: Path, branch: str) -> None:
    write(corpus, tmp_path / "pages", branch)
    written = sorted(path.relative_to(tmp_path / "pages").as_posix() for path in (tmp_path / "pages").rglob("*.md"))
    assert len(written) == corpus.pages > len(corpus.sources)
    council = "/".join(corpus.town.url.split("/")[:2])
    assert {branch, f"{council}/{branch}", f"stories/{branch}", "about.md"} <= set(written)
    page = tmp_path / "pages" / f"{corpus.town.url.rstrip('/')}.md"
    assert page.read_text(encoding="utf-8").startswith('---\ntitle: "')


def test_a_record_and_its_page_can_be_changed_again_and_again(corpus: Corpus, tmp_path: Path) -> None:
    write(corpus, tmp_path / "pages")
    page = tmp_path / "pages" / f"{corpus.town.url.rstrip('/')}.md"
    record = tmp_path / "record.yml"
    record.write_bytes(corpus.town.record.read_bytes())
    length = len(page.read_text(encoding="utf-8"))
    for number in (1, 2):
        builders.change(page, number)
        towns.change(record, number)
        assert page.read_text(encoding="utf-8").count(said(number)) == 1
        assert record.read_text(encoding="utf-8").count(said(number)) == 1
    assert said(1) not in page.read_text(encoding="utf-8") + record.read_text(encoding="utf-8")
    assert len(page.read_text(encoding="utf-8")) == length + len(said(1)) + 2


def test_every_builder_says_what_it_runs_and_what_it_changes(corpus: Corpus, tmp_path: Path) -> None:
    peers = tmp_path / "peers"
    binaries = builders.packages(peers) / "hugo" / "binaries"
    binaries.mkdir(parents=True)
    (binaries / "hugo").touch()
    for name, builder in builders.BUILDERS.items():
        made = builder(corpus, tmp_path / name, peers)
        assert made.page.is_file()
        assert made.url == corpus.town.url
        assert not made.output.exists()
    pruned = [(tmp_path / name / "mkdocs.yml").read_text(encoding="utf-8") for name in ("material", "material-pruned")]
    assert ["navigation.prune" in config for config in pruned] == [False, True]
