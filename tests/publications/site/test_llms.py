"""The account for language models: every city and list, by links that lead somewhere."""

import re
from pathlib import Path

from ondongne.publications.site import llms
from tests.publications.site.towns import pages, written

FILES = {
    "garam/city": "name: 가람[시]\nsummary: 물가의 시입니다.",
    "garam/narae/council": "name: 나래동",
    "haneul/city": "name: 하늘시",
}


def test_every_link_leads_to_a_page(tmp_path: Path) -> None:
    outcomes = written(tmp_path, FILES)
    links = re.findall(r"^- \[([^\]]+)\]\(([^)]*)\)", llms(outcomes, "동네의 기록입니다."), re.MULTILINE)
    assert dict(links)["가람［시］"] == "garam/"
    assert {url for _, url in links} <= {page.url for page in pages(outcomes)}
    assert len(links) > len(outcomes.cities) + 10


def test_it_says_what_the_site_is(tmp_path: Path) -> None:
    assert llms(written(tmp_path, FILES), "동네의 기록입니다.").startswith("# 온동네\n\n> 동네의 기록입니다.\n")
