"""What a build in parts costs, as the parts tell it."""

import os
from pathlib import Path

from ondongne.engine.shards import Made
from tests.benchmarks.province import Measured, files, told

_RUN = {"cpu": 2.0, "wall": 1.0, "memory": 100_000_000}


def test_each_part_has_a_process_of_its_own(tmp_path: Path) -> None:
    crew = Measured(tmp_path)
    assert list(crew.run(os.path.join, [("garam",), ("maru",)])) == [
        f"{tmp_path}/parts/garam",
        f"{tmp_path}/parts/maru",
    ]
    assert all(run.cpu > 0 and run.memory > 0 for run in crew.runs["join"])
    assert [len(crew.runs["join"]), len(crew.results["join"])] == [2, 2]


def test_a_photo_counts_once() -> None:
    photos = ("garam/photos/a.jpg", "garam/photos/320/a.jpg", "garam/photos/a.jpg.webp")
    made = Made(("garam/index.html", *photos, "assets/cards/garam.png", "booklets/garam/2025.pdf"), (), 0)
    assert files(made) == {"쪽": 1, "사진": 1, "카드": 1, "책자": 1}


def test_the_table_tells_of_each_part_and_of_the_rest() -> None:
    province = {
        "survey": [_RUN, _RUN | {"cpu": 3.0}],
        "digest": 210_400,
        "made": {"runs": [_RUN, _RUN], "files": {"쪽": 1680, "책자": 105}},
        "rest": {"cpu": 4.5, "memory": 120_000_000},
    }
    assert told(province).splitlines()[2:] == [
        "| 한 시를 읽어 간추리기 | 2.50 (2.00–3.00) | 100 | 간추린 것 210 KB |",
        "| 한 시를 모두 만들기 | 2.00 (2.00–2.00) | 100 | 쪽 1,680, 책자 105 |",
        "| 모으기와 나라 전체의 쪽 | 4.50 (4.50–4.50) | 120 | 시 2곳 |",
    ]
