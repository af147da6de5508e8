"""Judging pages judges no page here: only that what falls short is seen, and that files are served as hosts do."""

import gzip
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.audit.compressed import CompressedFiles
from tests.audit.judging import judged
from tests.audit.report import failures, table

_ANSWER = {
    "categories": {
        "performance": {"score": 0.94, "auditRefs": [{"id": "first-paint", "weight": 10}]},
        "accessibility": {"score": 1, "auditRefs": [{"id": "image-alt", "weight": 10}, {"id": "hint", "weight": 0}]},
        "best-practices": {"score": 1, "auditRefs": []},
        "seo": {"score": 1, "auditRefs": []},
    },
    "audits": {
        "first-paint": {"id": "first-paint", "score": 0.7, "displayValue": "2.4 s"},
        "image-alt": {"id": "image-alt", "score": 1},
        "hint": {"id": "hint", "score": 0},
    },
}


@pytest.fixture
def root(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "index.html").write_text("<p>온동네" * 100, encoding="utf-8")
    (tmp_path / "font.woff2").write_bytes(b"woff2")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(CompressedFiles, directory=str(tmp_path)))
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_text_is_packed_for_those_who_take_it_and_fonts_are_not(root: str) -> None:
    with urlopen(Request(root, headers={"Accept-Encoding": "gzip"})) as answer:
        assert gzip.decompress(answer.read()).decode() == "<p>온동네" * 100
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    with urlopen(root) as answer:
        assert answer.read().decode() == "<p>온동네" * 100
    with urlopen(Request(f"{root}font.woff2", headers={"Accept-Encoding": "gzip"})) as answer:
        assert answer.read() == b"woff2"
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{root}gone")


def test_a_page_that_falls_short_is_named_with_what_it_lacks() -> None:
    page = judged("about/", _ANSWER)
    assert page.faults == ("first-paint 2.4 s",)
    assert failures([page]) == [page]
    assert table([page]).splitlines() == [
        "| 쪽 | 빠르기 | 접근성 | 모범 사례 | 검색 노출 |",
        "|---|---|---|---|---|",
        "| about/ | **94** | 100 | 100 | 100 |",
        "| 가장 낮은 점수 | **94** | 100 | 100 | 100 |",
        "",
        "- first-paint: 1쪽 (about/)",
    ]


def test_a_page_that_does_is_not() -> None:
    fast = judged(
        "", {**_ANSWER, "categories": {name: {"score": 1, "auditRefs": []} for name in _ANSWER["categories"]}}
    )
    assert failures([fast]) == []
    assert "처음 쪽" in table([fast])
