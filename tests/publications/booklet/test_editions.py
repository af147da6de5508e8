"""Editions: an event's programme book, a collection over the years, and how each is to be printed."""

from pathlib import Path

import pytest

from ondongne.outcomes.graph import Outcomes
from ondongne.paths import theme_folder
from ondongne.publications.booklet import works
from ondongne.publications.booklet.printing import press_copy
from ondongne.publications.booklet.printing_order import Order
from ondongne.publications.booklet.printing_trims import TRIMS
from ondongne.publications.design import read_design
from ondongne.records.vocabulary import Size
from tests.publications.booklet.shelf import chapters, edition, planned, said, texts, written
from tests.verapdf import verapdf

DESIGN = read_design(theme_folder())
EVENT = """
title: 성과공유회
when: 2025-12-10
presenters: [beoram, narae]
programme:
  - title: 1부
    items: [여는 말, {title: 표창, by: {name: 시장}}]
  - title: 2부
    theme: 이웃의 말
    items: [{title: 사례 발표, note: 두 동이 이야기합니다.}]
commendations:
  - {title: 이웃상, grounds: [한 해를 빠짐없이 살핌], giver: 시장, recipients: [봉사자], count: 2}
appointments:
  - {title: 새 위원, count: 3}
"""
TOLD = "title: {}의 이야기\npresented_at: garam/2025/events/sharing\nbody: 함께 먹었습니다."
PROGRAMME = """
title: 성과공유회 자료집
event: garam/2025/events/sharing
size: B5
binding: 중철
chapters:
  - {title: 덧붙임, records: [garam/narae/2025/projects/birthday]}
imprint: {publisher: 가람시(가상), published: 2025-12, isbn: 979-11-000000-0-7, price: 비매품, editor: 복지정책과}
cover: {back: "함께 먹으면\\n\\n이웃입니다."}
"""
COLLECTION = """
title: 이웃에게 배운 것들
size: 신국판
cover: {back: 이웃의 일은 이웃이 압니다.}
chapters:
  - title: 두 해의 사업
    records: [garam/narae/2024/projects/birthday, garam/narae/2025/projects/birthday]
"""
FILES = {
    "garam/beoram/council": "name: 벼람동",
    "garam/2025/events/sharing": EVENT,
    "garam/narae/2025/stories/narae": TOLD.format("나래"),
    "garam/beoram/2025/stories/beoram": TOLD.format("벼람"),
    "garam/beoram/2025/stories/untold": "title: 발표하지 않은 이야기",
    "garam/narae/2024/projects/birthday": "title: 첫 생신상",
    "garam/narae/2025/projects/birthday": "title: 생신상",
    "garam/editions/programme": PROGRAMME,
    "garam/editions/collection": COLLECTION,
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    return written(tmp_path_factory.mktemp("editions"), FILES)


def test_a_programme_book_tells_its_event_before_its_own_chapters(outcomes: Outcomes) -> None:
    found = chapters(edition(outcomes, "garam/editions/programme"))
    assert list(found)[:4] == ["식순", "표창과 위촉", "발표 사례", "덧붙임"]
    order = [said(block) for block in found["식순"]]
    at = order.index("1부")
    assert order[at : at + 5] == ["1부", "여는 말\n표창 시장", "2부", "이웃의 말", "사례 발표: 두 동이 이야기합니다."]
    honours = [said(block) for block in found["표창과 위촉"] if block["is"] == "table"]
    assert [word in honours[0] for word in ("이웃상", "한 해를 빠짐없이 살핌", "시장", "봉사자", "2명")] == [True] * 5
    assert "새 위원" in honours[1]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (("3", "2"), ("새 위원 3명 새 분과장 2명", [])),
        (("3", ""), ("새 위원 3명 새 분과장", ["빈칸은 출처에 없는 것입니다."])),
        (("", ""), ("새 위원 새 분과장", ["몇 명을 위촉했는지는 출처에 없습니다."])),
    ],
)
def test_how_many_were_appointed_is_told_or_said_to_be_unknown(
    tmp_path: Path, counts: tuple[str, str], expected: tuple[str, list[str]]
) -> None:
    given = (f"count: {count}" if count else "" for count in counts)
    listed = "\n".join(
        f"  - {{title: {who}, {count}}}" for who, count in zip(("새 위원", "새 분과장"), given, strict=True)
    )
    event = f"title: 성과공유회\nwhen: 2025-12-10\nappointments:\n{listed}"
    files = {"garam/2025/events/sharing": event, "garam/editions/programme": PROGRAMME}
    made = chapters(edition(written(tmp_path, FILES | files), "garam/editions/programme"))["표창과 위촉"]
    table = next(block for block in made if block["is"] == "table")
    assert " ".join(said(row) for row in table["rows"]).split() == expected[0].split()
    assert [said(block) for block in made if block["is"] == "remark"] == expected[1]


def test_stories_told_at_the_event_come_in_the_order_of_their_councils(outcomes: Outcomes) -> None:
    blocks = chapters(edition(outcomes, "garam/editions/programme"))["발표 사례"]
    headings = [block["text"] for block in blocks if block["is"] == "heading" and "anchor" in block]
    assert headings == ["벼람의 이야기", "나래의 이야기"]


def test_a_record_that_is_chosen_again_stands_only_where_it_comes_first(tmp_path: Path) -> None:
    chapter = "  - {{title: {}, records: [garam/narae/2025/projects/birthday, garam/narae/2025/stories/narae]}}\n"
    again = f"title: 두 번\nevent: garam/2025/events/sharing\nchapters:\n{chapter.format('하나')}{chapter.format('둘')}"
    outcomes = written(tmp_path, FILES | {"garam/editions/again": again})
    told = chapters(edition(outcomes, "garam/editions/again"))
    headings = {title: [block["anchor"] for block in blocks if "anchor" in block] for title, blocks in told.items()}
    assert headings["하나"] == ["garam/narae/2025/projects/birthday"]
    assert "garam/narae/2025/stories/narae" in headings["발표 사례"]
    assert "둘" not in told
    assert texts(planned(outcomes)["booklets/garam/editions/again.pdf"].make())


def test_an_edition_may_choose_places_years_and_booklets_too(tmp_path: Path) -> None:
    ids = "[garam, garam/narae, garam/narae/2025, garam/editions/collection]"
    chosen = {"garam/editions/all": f"title: 모두\nchapters: [{{title: 모두, records: {ids}}}]"}
    year = {"garam/narae/2025/year": "summary: 한 해"}
    outcomes = written(tmp_path, FILES | chosen | year)
    blocks = chapters(edition(outcomes, "garam/editions/all"))["모두"]
    headings = [block["text"] for block in blocks if block["is"] == "heading" and "anchor" in block]
    assert headings == ["가람시", "나래동", "나래동 2025년", "이웃에게 배운 것들"]
    assert texts(planned(outcomes)["booklets/garam/editions/all.pdf"].make())


def test_a_cover_leaves_no_room_for_what_it_does_not_say(tmp_path: Path) -> None:
    given = {"garam/city": "name: 가람시\nofficial: true", "garam/editions/plain": "title: 이웃의 밥상\nchapters: []"}
    cover = edition(written(tmp_path, FILES | given), "garam/editions/plain").data["booklet"]["cover"]
    assert {"subtitle", "year", "note", "back"}.isdisjoint(cover)
    assert (cover["place"], cover["title"]) == ("가람시", "이웃의 밥상")


def test_the_imprint_says_what_the_edition_gives(outcomes: Outcomes) -> None:
    rows = {row["label"]: said(row["lines"]) for row in _imprint(outcomes, "programme")}
    assert rows["펴낸 곳"] == "가람시(가상)"
    assert rows["펴낸 날"] == "2025년 12월"
    assert rows["엮은이"] == "복지정책과"
    assert rows["값"] == "비매품"
    assert rows["도서번호(ISBN)"] == "979-11-000000-0-7"
    assert "도서번호(ISBN)" not in {row["label"] for row in _imprint(outcomes, "collection")}


def test_a_back_cover_says_whose_it_is_and_no_number_that_was_not_given(outcomes: Outcomes) -> None:
    def backs(name: str) -> list[list[str]]:
        work = next(work for work in works(outcomes, DESIGN) if work.id == f"garam/editions/{name}")
        copy = press_copy(work, Order(TRIMS[Size.A5]), DESIGN.press)
        pages = (
            texts(work.artifact().make())[-1],
            texts(copy.files["-print.pdf"])[-1],
            *texts(copy.files["-cover.pdf"]),
        )
        return [[line.strip() for line in page.split("\n")] for page in pages]

    lines = {
        "가람시",
        "함께 먹으면",
        "이웃입니다.",
        "가람시(가상)",
        "2025년 12월 펴냄",
        "ISBN 979-11-000000-0-7",
        "비매품",
    }
    assert [lines - set(page) for page in backs("programme")] == [set()] * 3
    assert [line for page in backs("collection") for line in page if "ISBN" in line] == []


def _imprint(outcomes: Outcomes, name: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = edition(outcomes, f"garam/editions/{name}").data["booklet"]["imprint"]
    return rows


def test_every_sort_of_edition_meets_both_standards_on_its_own_page(outcomes: Outcomes, tmp_path: Path) -> None:
    artifacts = planned(outcomes)
    for name in ("editions/programme", "editions/collection", "2025", "narae/2025"):
        pdf = artifacts[f"booklets/garam/{name}.pdf"].make()
        assert texts(pdf)
        (tmp_path / f"{name.replace('/', '-')}.pdf").write_bytes(pdf)
    assert verapdf(tmp_path.glob("*.pdf")) == []
