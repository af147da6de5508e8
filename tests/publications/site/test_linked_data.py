"""Data blocks of pages: what the record says and no more, readable by any program, and no way out of the block."""

import json
import re
from pathlib import Path

import pytest

from tests.publications.site.towns import rendered, written

ORGANIZATION = "GovernmentOrganization"
SOURCES = "sources:\n  - {title: 나래동 소식지, url: 'https://paper.example/1'}"
FILES = {
    "garam/city": "name: 가람시",
    "garam/narae/council": "name: 나래동\nother_names: [이웃사이]\nformed: 2016-03\ncontact: {phone: 031-000-0000}",
    "garam/narae/2025/year": "summary: 이웃을 살핀 한 해입니다.",
    "garam/narae/2025/projects/tea": "title: 찻집\nsummary: 차를 나눕니다.\nperiod: 2025-03/2025-11",
    "garam/narae/2025/events/day": "title: 나눔의 날\nwhen: 2025-12-10\nplace: 나래동 마당",
    "garam/narae/2025/stories/winter": f"title: 겨울\nlead: 추운 날이었습니다.\nbody: 글입니다.\n{SOURCES}",
    "garam/narae/practices/tea": "title: 찻집 여는 법",
    "garam/narae/2025/awards/prize": "title: 나눔상",
}
NARAE = {"@type": ORGANIZATION, "name": "나래동 지역사회보장협의체"}


def blocks(html: str) -> list[dict[str, object]]:
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]


@pytest.mark.parametrize(
    ("url", "node"),
    [
        ("", {"@type": ORGANIZATION, "name": "가람시", "areaServed": "가람시"}),
        (
            "garam/narae/",
            {
                **NARAE,
                "alternateName": ["이웃사이"],
                "foundingDate": "2016-03",
                "areaServed": "나래동",
                "parentOrganization": {"@type": ORGANIZATION, "name": "가람시", "url": "../../"},
                "contactPoint": {"@type": "ContactPoint", "telephone": "031-000-0000"},
            },
        ),
        (
            "garam/narae/2025/",
            {
                "@type": "Dataset",
                "inLanguage": "ko",
                "name": "나래동 2025년",
                "description": "이웃을 살핀 한 해입니다.",
                "temporalCoverage": "2025",
                "creator": {**NARAE, "url": "../../../garam/narae/"},
                "distribution": {
                    "@type": "DataDownload",
                    "encodingFormat": "application/pdf",
                    "contentUrl": "../../../booklets/garam/narae/2025.pdf",
                },
            },
        ),
        (
            "garam/narae/2025/projects/tea/",
            {
                "@type": "Project",
                "name": "찻집",
                "description": "차를 나눕니다.",
                "foundingDate": "2025-03",
                "parentOrganization": {**NARAE, "url": "../../../../../garam/narae/"},
            },
        ),
        (
            "garam/narae/2025/events/day/",
            {
                "@type": "Event",
                "inLanguage": "ko",
                "name": "나눔의 날",
                "startDate": "2025-12-10",
                "endDate": "2025-12-10",
                "location": {"@type": "Place", "name": "나래동 마당"},
                "organizer": {**NARAE, "url": "../../../../../garam/narae/"},
            },
        ),
        (
            "garam/narae/2025/stories/winter/",
            {
                "@type": "Article",
                "inLanguage": "ko",
                "headline": "겨울",
                "description": "추운 날이었습니다.",
                "publisher": {**NARAE, "url": "../../../../../garam/narae/"},
                "citation": ["https://paper.example/1"],
            },
        ),
        (
            "garam/narae/practices/tea/",
            {
                "@type": "Article",
                "inLanguage": "ko",
                "headline": "찻집 여는 법",
                "publisher": {**NARAE, "url": "../../../../garam/narae/"},
            },
        ),
    ],
)
def test_a_page_says_what_its_record_is(tmp_path: Path, url: str, node: dict[str, object]) -> None:
    html = rendered(written(tmp_path, FILES), url, ["booklets/garam/narae/2025.pdf"])
    assert blocks(html) == [{"@context": "https://schema.org", **node}]


def test_a_kind_without_a_word_for_it_has_no_block(tmp_path: Path) -> None:
    assert blocks(rendered(written(tmp_path, FILES), "garam/narae/2025/awards/prize/")) == []


def test_a_booklet_that_was_not_made_is_not_offered(tmp_path: Path) -> None:
    [block] = blocks(rendered(written(tmp_path, FILES), "garam/narae/2025/"))
    assert "distribution" not in block


def test_no_text_leaves_its_block(tmp_path: Path) -> None:
    title = "</script><script>alert(1)</script> & <!--"
    html = rendered(
        written(tmp_path, {**FILES, "garam/narae/2025/projects/tea": f"title: '{title}'"}),
        "garam/narae/2025/projects/tea/",
    )
    [block] = blocks(html)
    assert block["name"] == title
    assert "<script>alert" not in html
