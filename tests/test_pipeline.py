"""The whole program, where its parts meet."""

from datetime import date
from pathlib import Path

import pytest

from ondongne import pipeline
from ondongne.building.making import Making
from ondongne.publications import booklet


def test_of_many_booklets_the_typesetter_remembers_few(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forgotten: list[int] = []
    monkeypatch.setattr(pipeline, "_REMEMBERED", 1)
    monkeypatch.setattr(booklet, "forget", lambda: forgotten.append(1))
    reading = pipeline.read(town, date(2026, 1, 15))
    pipeline.make_booklets(reading, Making(1))
    assert len(reading.works) == 2
    assert forgotten == [1]
    assert len(pipeline.kept_booklets(reading)) == 4
