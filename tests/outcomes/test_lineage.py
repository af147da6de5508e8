"""Who learned what from whom: tests/towns/lineage, and small changes to it."""

from pathlib import Path

import pytest

from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Lineage, Thread
from tests.outcomes.towns import outcomes, with_files

YUNSEUL = "garam/yunseul/practices"
VISIT = """
title: 윤슬동 견학
visitor: {{record: garam/narae}}
host: {{record: garam/yunseul}}
seen: {seen}
state: ready
"""


@pytest.fixture(scope="module")
def lineage() -> Lineage:
    return Lineage(outcomes("lineage"))


def line(thread: Thread) -> str:
    made = " ".join(entry.id for entry in (*thread.projects, *thread.practices))
    status = thread.status.label if thread.status else "-"
    return f"{thread.year} {thread.practice.id} → {thread.taker_name}: {status} {made}".strip()


def changed(project: Path, **files: str) -> Lineage:
    named = {f"garam/{name.replace('__', '/')}.yml": text for name, text in files.items()}
    return Lineage(Outcomes(with_files(project, named, base="lineage")))


def test_every_thread_is_told_once(lineage: Lineage) -> None:
    assert [line(thread) for thread in lineage.threads] == [
        "2025 garam/mulbit/practices/laundry-van → 윤슬동: 도입 garam/yunseul/2025/projects/laundry-van",
        "2025 garam/narae/practices/winter-laundry → 물빛동: 도입 garam/mulbit/2025/projects/laundry-van",
        "2025 garam/yunseul/practices/laundry → 가람시: 도입 garam/2025/projects/laundry",
        "2024 garam/yunseul/practices/laundry → 푸른시 하늘동: 도입",
        "2024 garam/yunseul/practices/repair → 물빛동: 도입 garam/mulbit/2024/projects/repair",
        "2024 garam/yunseul/practices/tea → 푸른시 하늘동: 도입하지 않음",
        "2023 garam/yunseul/practices/bazaar → 나래동: 도입하지 않음",
        "2023 garam/yunseul/practices/laundry → 나래동: 고쳐서 도입 garam/narae/2024/projects/laundry"
        " garam/narae/2025/projects/laundry garam/narae/practices/winter-laundry",
        "2023 garam/yunseul/practices/phone-check → 나래동: -",
        "2023 garam/yunseul/practices/tea → 나래동: 도입 garam/narae/2025/projects/tea",
    ]


def test_a_thread_tells_how_it_came_about(lineage: Lineage) -> None:
    [thread] = [found for found in lineage.learned("garam/narae") if found.practice.id == f"{YUNSEUL}/laundry"]
    assert thread.origin.id == "garam/yunseul"
    assert thread.taker is not None
    assert thread.taker.id == "garam/narae"
    assert thread.visit is not None
    assert thread.visit.id == "garam/narae/2023/visits/yunseul"
    assert (thread.purpose, thread.changed) == ("겨울 이불을 빨 데가 없었습니다.", "겨울 이불만 맡습니다.")
    assert thread.seen is not None
    assert [(said.status.label, said.on and str(said.on), said.note) for said in thread.seen.history] == [
        ("논의 중", None, None),
        ("고쳐서 도입", "2024년 3월", "겨울에만 하기로 했습니다."),
    ]


def test_a_project_without_a_visit_is_an_adoption(lineage: Lineage) -> None:
    [thread] = lineage.of_practice(lineage.outcomes.entries[f"{YUNSEUL}/repair"])
    assert (thread.visit, thread.purpose, thread.changed, thread.seen) == (None, None, None, None)
    assert thread.taken_up


def test_a_taker_may_be_a_name_only(lineage: Lineage) -> None:
    named = [thread for thread in lineage.taught("garam/yunseul") if thread.taker is None]
    assert {thread.taker_name for thread in named} == {"푸른시 하늘동"}


def test_threads_are_found_from_both_ends_and_from_the_visit(lineage: Lineage) -> None:
    entries = lineage.outcomes.entries
    assert len(lineage.taught("garam/yunseul")) == 8
    assert len(lineage.learned("garam/mulbit")) == 2
    assert [line(thread) for thread in lineage.learned("garam")] == [
        "2025 garam/yunseul/practices/laundry → 가람시: 도입 garam/2025/projects/laundry"
    ]
    assert len(lineage.of_visit(entries["garam/narae/2023/visits/yunseul"])) == 4
    assert [thread.practice.slug for thread in lineage.of_project(entries["garam/narae/2025/projects/tea"])] == ["tea"]
    assert lineage.taught("garam/nowhere") == ()


def test_a_practice_that_came_home_is_a_loop(lineage: Lineage) -> None:
    assert [[entry.id for entry in loop] for loop in lineage.loops] == [
        [f"{YUNSEUL}/laundry", "garam/narae/practices/winter-laundry", "garam/mulbit/practices/laundry-van"]
    ]


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        (
            "garam/mulbit/practices/laundry-van",
            [("garam/narae/practices/winter-laundry", 1, "물빛동"), (f"{YUNSEUL}/laundry", 2, "나래동")],
        ),
        (
            "garam/narae/2025/projects/laundry",
            [(f"{YUNSEUL}/laundry", 1, "나래동")],
        ),
        (
            "garam/yunseul/2025/projects/laundry-van",
            [
                ("garam/mulbit/practices/laundry-van", 1, "윤슬동"),
                ("garam/narae/practices/winter-laundry", 2, "물빛동"),
                (f"{YUNSEUL}/laundry", 3, "나래동"),
            ],
        ),
        (f"{YUNSEUL}/laundry", []),
    ],
)
def test_ancestry_goes_up_to_the_root(lineage: Lineage, id_: str, expected: list[tuple[str, int, str | None]]) -> None:
    found = lineage.ancestry(lineage.outcomes.entries[id_])
    assert [(step.entry.id, step.depth, step.thread and step.thread.taker_name) for step in found] == expected


def onward(lineage: Lineage, id_: str) -> list[tuple[str, str]]:
    found = lineage.further(lineage.outcomes.entries[id_])
    return [(thread.practice.slug, thread.taker_name) for thread in found]


def test_a_practice_goes_on_from_hand_to_hand(lineage: Lineage) -> None:
    assert onward(lineage, f"{YUNSEUL}/laundry") == [("winter-laundry", "물빛동"), ("laundry-van", "윤슬동")]


def test_nobody_had_from_a_practice_what_is_older_than_it(lineage: Lineage) -> None:
    assert onward(lineage, "garam/narae/practices/winter-laundry") == [("laundry-van", "윤슬동")]


def test_what_was_dropped_goes_no_further(lineage: Lineage, tmp_path: Path) -> None:
    assert onward(lineage, f"{YUNSEUL}/bazaar") == []
    seen = "[{practice: garam/narae/practices/winter-laundry, status: 도입하지 않음}]"
    visit = VISIT.format(seen=seen).replace("garam/narae}", "garam/mulbit}")
    found = changed(tmp_path, mulbit__2025__visits__narae=visit)
    assert onward(found, f"{YUNSEUL}/laundry") == []


def test_a_project_comes_from_where_the_one_before_it_came_from(tmp_path: Path) -> None:
    project = "title: 세 해째\npredecessor: garam/narae/2025/projects/laundry\nstate: ready\n"
    found = changed(tmp_path, narae__2026__projects__laundry=project)
    steps = found.ancestry(found.outcomes.entries["garam/narae/2026/projects/laundry"])
    assert [(step.entry.id, step.depth) for step in steps] == [(f"{YUNSEUL}/laundry", 1)]


def test_a_loop_of_origins_ends_all_the_same(tmp_path: Path) -> None:
    practice = "title: 실천\norigin: [{origin}]\nstate: ready\n"
    found = changed(
        tmp_path,
        narae__practices__a=practice.format(origin="garam/mulbit/practices/b"),
        mulbit__practices__b=practice.format(origin="garam/narae/practices/a"),
    )
    entry = found.outcomes.entries["garam/narae/practices/a"]
    assert [step.entry.id for step in found.ancestry(entry)] == ["garam/mulbit/practices/b"]
    assert [thread.taker_name for thread in found.further(entry)] == ["나래동"]


def test_what_is_not_public_is_in_no_thread(tmp_path: Path) -> None:
    found = changed(
        tmp_path,
        yunseul__practices__tea="title: 찻집 상담\nstate: draft\n",
        narae__2024__projects__laundry="title: 겨울 빨래방\nlearned_from: [garam/yunseul/practices/laundry]\n",
        haneul__council="name: 하늘동\n",
        yunseul__2024__visits__hidden=VISIT.format(seen="[repair]").replace("garam/narae", "garam/haneul"),
    )
    lines = [line(thread) for thread in found.threads]
    assert not any("/tea" in found or ("하늘동: " in found and "푸른시" not in found) for found in lines)
    assert (
        "2023 garam/yunseul/practices/laundry → 나래동: 고쳐서 도입"
        " garam/narae/2025/projects/laundry garam/narae/practices/winter-laundry"
    ) in lines


def test_learning_from_oneself_is_no_thread(tmp_path: Path) -> None:
    project = "title: 사업\nlearned_from: [winter-laundry]\nstate: ready\n"
    found = changed(tmp_path, narae__2025__projects__own=project)
    assert [
        t.taker_name for t in found.of_practice(found.outcomes.entries["garam/narae/practices/winter-laundry"])
    ] == ["물빛동"]


def test_a_project_older_than_the_visit_is_a_thread_of_its_own(tmp_path: Path) -> None:
    project = "title: 장터\nlearned_from: [garam/yunseul/practices/phone-check]\nstate: ready\n"
    found = changed(tmp_path, narae__2022__projects__phone=project)
    practice = found.outcomes.entries[f"{YUNSEUL}/phone-check"]
    assert [(thread.year, thread.visit is None) for thread in found.of_practice(practice)] == [
        (2023, False),
        (2022, True),
    ]


def test_a_project_does_not_come_of_a_visit_that_dropped_it(tmp_path: Path) -> None:
    project = "title: 장터\nlearned_from: [garam/yunseul/practices/bazaar]\nstate: ready\n"
    found = changed(tmp_path, narae__2025__projects__bazaar=project)
    threads = found.of_practice(found.outcomes.entries[f"{YUNSEUL}/bazaar"])
    assert [(thread.year, thread.status and thread.status.label) for thread in threads] == [
        (2025, "도입"),
        (2023, "도입하지 않음"),
    ]


def test_the_newest_visit_that_can_have_led_to_a_project_did(tmp_path: Path) -> None:
    seen = "[garam/yunseul/practices/phone-check]"
    project = "title: 안부 전화\nlearned_from: [garam/yunseul/practices/phone-check]\nstate: ready\n"
    found = changed(
        tmp_path,
        narae__2024__visits__again=VISIT.format(seen=seen),
        narae__2025__visits__later=VISIT.format(seen=seen),
        narae__2024__projects__phone=project,
    )
    threads = found.of_practice(found.outcomes.entries[f"{YUNSEUL}/phone-check"])
    assert [(thread.year, len(thread.projects)) for thread in threads] == [(2025, 0), (2024, 1), (2023, 0)]


def test_what_was_changed_on_the_way_was_adapted(tmp_path: Path) -> None:
    seen = (
        "[{practice: garam/yunseul/practices/repair, changed: 문턱만 고칩니다., became: garam/narae/2025/projects/tea}]"
    )
    found = changed(tmp_path, narae__2025__visits__repair=VISIT.format(seen=seen))
    [thread] = [found for found in found.learned("garam/narae") if found.practice.slug == "repair"]
    assert thread.status is not None
    assert thread.status.label == "고쳐서 도입"


def test_an_origin_that_is_a_project_stands_for_its_practice(tmp_path: Path) -> None:
    practice = "title: 빨래 나눔\nsince: 2026\norigin: [garam/narae/2024/projects/laundry]\nstate: ready\n"
    found = changed(tmp_path, mulbit__practices__washing=practice)
    entry = found.outcomes.entries["garam/mulbit/practices/washing"]
    [thread] = [thread for thread in found.learned("garam/mulbit") if entry in thread.practices]
    assert (thread.practice.id, thread.year) == ("garam/narae/practices/winter-laundry", 2025)
    assert [(step.entry.id, step.depth) for step in found.ancestry(entry)][:2] == [
        ("garam/narae/practices/winter-laundry", 1),
        ("garam/narae/2024/projects/laundry", 1),
    ]
