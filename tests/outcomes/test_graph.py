"""Links and outcomes: how references are resolved, and what readers may see."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.links import Links
from ondongne.records.base import Ref
from ondongne.records.council import Council
from ondongne.records.readset import reads
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from tests.outcomes.towns import outcomes, town, with_files

PROJECT = "garam/narae/2025/projects/birthday"


def ids(entries: Iterable[Entry[Record]]) -> list[str]:
    return [entry.id for entry in entries]


@pytest.mark.parametrize(
    ("written_in", "ref", "kinds", "target"),
    [
        # An id, with or without its city, from anywhere.
        ("garam", PROJECT, ("projects",), PROJECT),
        ("garam/narae", "narae/2025/projects/birthday", ("projects",), PROJECT),
        # A slug: the same council-year, then the same city-year.
        (PROJECT, "laundry", ("projects",), "garam/narae/2025/projects/laundry"),
        (PROJECT, "outcome-sharing", ("events",), "garam/2025/events/outcome-sharing"),
        ("garam/narae/2024/projects/birthday", "laundry", ("projects",), None),
        # A council, a practice, an organisation by slug.
        (PROJECT, "yunseul", ("council",), "garam/yunseul"),
        ("garam/yunseul", "laundry", ("practices",), "garam/yunseul/practices/laundry"),
        (PROJECT, "laundry", ("practices",), None),
        (PROJECT, "river-centre", ("organisations",), "garam/organisations/river-centre"),
        # A slug where several kinds may stand is not plain.
        (PROJECT, "laundry", (), None),
        (PROJECT, "laundry", ("projects", "practices"), None),
        # A former id.
        (PROJECT, "garam/yunseul/practices/washing", ("practices",), "garam/yunseul/practices/laundry"),
        ("garam/yunseul", "washing", ("practices",), "garam/yunseul/practices/laundry"),
        # A record of another kind is found: saying that it is the wrong one is up to a rule.
        (PROJECT, "garam/narae", ("city",), "garam/narae"),
        # The year of a council, the city itself.
        (PROJECT, "garam/narae/2025", ("year",), "garam/narae/2025"),
        (PROJECT, "garam", ("city",), "garam"),
        (PROJECT, "nowhere", ("council",), None),
    ],
)
def test_references_are_resolved(written_in: str, ref: str, kinds: tuple[str, ...], target: str | None) -> None:
    links = town("garam")
    found = links.resolve(links.entries[written_in], Ref(ref, kinds))
    assert (found.id if found else None) == target


def test_a_council_of_its_citys_slug_is_found(tmp_path: Path) -> None:
    links = with_files(tmp_path, {"garam/garam/council.yml": "name: 가람동\nstate: ready\n"})
    entry = links.entries[PROJECT]
    assert getattr(links.resolve(entry, Ref("garam", ("council",))), "id", None) == "garam/garam"
    assert getattr(links.resolve(entry, Ref("garam", ("city",))), "id", None) == "garam"


def test_an_id_in_use_is_no_alias(tmp_path: Path) -> None:
    text = f"title: 옛 실천\naliases: [{PROJECT}]\nstate: ready\n"
    links = with_files(tmp_path, {"garam/narae/practices/old.yml": text})
    assert dict(links.aliases) == {"garam/yunseul/practices/washing": "garam/yunseul/practices/laundry"}


def test_a_draft_cannot_take_the_former_id_of_a_record_before_it(tmp_path: Path) -> None:
    text = "title: 아직 쓰는 실천\naliases: [garam/yunseul/practices/washing]\n"
    outcomes = Outcomes(with_files(tmp_path, {"garam/yunseul/practices/new.yml": text}))
    assert dict(outcomes.aliases) == {"garam/yunseul/practices/washing": "garam/yunseul/practices/laundry"}


def test_every_reference_stands_in_its_field() -> None:
    links = town("garam")
    found = [(ref.field, ref.target and ref.target.id) for ref in links.references if ref.entry.kind == "visits"]
    assert found == [
        ("visitor", "garam/narae"),
        ("host", "garam/yunseul"),
        ("seen", "garam/yunseul/practices/laundry"),
        ("seen", "garam/narae/2025/projects/laundry"),
    ]


def test_records_of_a_kind_come_in_the_order_of_folders() -> None:
    assert ids(town("garam").of(Council)) == ["garam/narae", "garam/yunseul"]


@pytest.mark.parametrize(
    ("state", "as_of", "public"),
    [
        ("draft", date(2026, 1, 15), False),
        ("ready", date(2026, 1, 15), True),
        ("{embargoed: 2026-01-16}", date(2026, 1, 15), False),
        ("{embargoed: 2026-01-16}", date(2026, 1, 16), True),
        ("{withdrawn: 잘못 올림}", date(2026, 1, 15), False),
    ],
)
def test_what_is_public_depends_on_state_and_day(state: str, as_of: date, public: bool, tmp_path: Path) -> None:
    text = f"title: 함께 밥상\nstate: {state}\n"
    tree = with_files(tmp_path, {"garam/narae/2025/projects/lunch.yml": text}).tree
    outcomes = Outcomes(Links(tree, as_of))
    assert ("garam/narae/2025/projects/lunch" in outcomes.entries) is public
    assert outcomes.as_of == as_of


@pytest.mark.parametrize(("file", "gone"), [("garam/narae/council.yml", "garam/narae/"), ("garam/city.yml", "garam/")])
def test_nothing_of_a_hidden_council_or_city_is_public(file: str, gone: str, tmp_path: Path) -> None:
    outcomes = Outcomes(with_files(tmp_path, {file: "name: 아직\n"}))
    assert not [id_ for id_ in outcomes.entries if f"{id_}/".startswith(gone)]


def test_nothing_hidden_can_be_reached(tmp_path: Path) -> None:
    text = "title: 이웃 빨래방\naliases: [garam/yunseul/practices/washing]\n"
    outcomes = Outcomes(with_files(tmp_path, {"garam/yunseul/practices/laundry.yml": text}))
    visit = outcomes.entries["garam/narae/2025/visits/yunseul"]
    assert outcomes.follow(visit, Ref("garam/yunseul/practices/laundry", ("practices",))) is None
    assert dict(outcomes.aliases) == {}


def test_one_city_only(tmp_path: Path) -> None:
    links = with_files(tmp_path, {"haneul/city.yml": "name: 하늘시\nstate: ready\n"})
    assert ids(Outcomes(links).cities) == ["garam", "haneul"]
    assert list(Outcomes(links, frozenset({"haneul"})).entries) == ["haneul"]


def test_places_and_years() -> None:
    garam = outcomes("garam")
    project = garam.entries[PROJECT]
    assert ids(garam.cities) == ["garam"]
    assert ids(garam.councils("garam")) == ["garam/narae", "garam/yunseul"]
    assert garam.councils("haneul") == ()
    assert garam.city(project).record.name == "가람시"
    assert getattr(garam.council(project), "id", None) == "garam/narae"
    assert garam.council(garam.entries["garam/2025"]) is None
    assert (garam.years("garam"), garam.years("garam/narae"), garam.years("garam/yunseul")) == ((2025, 2024),) * 2 + (
        (),
    )
    assert getattr(garam.year("garam", 2025), "id", None) == "garam/2025"
    assert garam.year("garam", 2024) is None


def test_councils_come_as_people_count(tmp_path: Path) -> None:
    files = {f"garam/narae-{n}/council.yml": f"name: 나래{n}동\nstate: ready\n" for n in (10, 2)}
    names = [council.record.name for council in Outcomes(with_files(tmp_path, files)).councils("garam")]
    assert names == ["나래2동", "나래10동", "나래동", "윤슬동"]


def test_records_by_place_and_kind() -> None:
    garam = outcomes("garam")
    assert ids(garam.at("garam/narae/2025", "projects")) == [PROJECT, "garam/narae/2025/projects/laundry"]
    assert ids(garam.at("garam/yunseul", "practices")) == ["garam/yunseul/practices/laundry"]
    assert garam.at("garam/narae/2023", "projects") == ()
    assert ids(garam.of("awards")) == ["garam/narae/2025/awards/sharing", "garam/narae/2024/awards/sharing"]
    assert ids(garam.of("awards", "garam/narae/2024")) == ["garam/narae/2024/awards/sharing"]
    assert garam.of("awards", "garam/nar") == ()


def test_references_are_followed_back() -> None:
    garam = outcomes("garam")
    project, practice = (
        garam.entries["garam/narae/2025/projects/laundry"],
        garam.entries["garam/yunseul/practices/laundry"],
    )
    assert [(ref.entry.id, ref.field) for ref in garam.citing(project)] == [("garam/narae/2025/visits/yunseul", "seen")]
    assert ids(ref.entry for ref in garam.citing(practice, field="learned_from")) == [project.id]
    assert ids(ref.entry for ref in garam.citing(practice, kind="visits")) == ["garam/narae/2025/visits/yunseul"]
    assert garam.citing(practice, "stories") == ()


def test_drafts_cite_nothing(tmp_path: Path) -> None:
    text = "title: 빨래방\nlearned_from: [garam/yunseul/practices/laundry]\n"
    garam = Outcomes(with_files(tmp_path, {"garam/narae/2025/projects/laundry.yml": text}))
    practice = garam.entries["garam/yunseul/practices/laundry"]
    assert garam.citing(practice, field="learned_from") == ()


def test_records_below_a_place_are_those_whose_ids_begin_with_it() -> None:
    found = outcomes("garam")
    for kind in ("projects", "stories", "council", "year"):
        for folder in {place for entry in found.entries.values() for place in (entry.city, entry.owner, entry.home)}:
            below = [entry.id for entry in found.of(kind) if entry.id.startswith(f"{folder}/")]
            assert ids(found.of(kind, folder)) == below, (kind, folder)


def test_what_is_public_on_the_day_is_what_is_public_on_that_day() -> None:
    links = town("garam")
    for entry in links.entries.values():
        states = [holder is not None and holder.record.state.public(links.as_of) for holder in links.holders(entry)]
        assert links.is_public(entry) == all(states)
        assert links.is_public(entry, date(2000, 1, 1)) <= links.is_public(entry)


def test_what_is_found_once_counts_as_read_by_all_who_ask() -> None:
    asked: list[str] = []

    def heading(found: Outcomes, id_: str) -> str:
        asked.append(id_)
        return found.entries[id_].gist.heading

    seen = outcomes("garam")
    name = seen.entries["garam/narae"].gist.heading
    for _ in range(2):
        with reads() as read:
            assert seen.once(heading, "garam/narae") == name
        assert read == {"garam/narae"}
    assert asked == ["garam/narae"]


def test_what_an_entry_names_in_a_field_is_public() -> None:
    seen = outcomes("garam")
    for entry in seen.entries.values():
        told = [reference for reference in seen.links.references_of(entry) if reference.field == "projects"]
        targets = [reference.target for reference in told if reference.target is not None]
        assert list(seen.named(entry, "projects")) == [entry for entry in targets if entry.id in seen.entries]
