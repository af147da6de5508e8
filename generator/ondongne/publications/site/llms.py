"""A short account of the site for language models, as a file of that name is looked for: llms.txt (llmstxt.org)."""

from collections.abc import Iterator

from ondongne.outcomes.graph import Outcomes
from ondongne.publications.site.catalogue import BOOKLETS, INDEXED
from ondongne.publications.site.indexes import INTRODUCTIONS
from ondongne.records.kinds import KINDS


def llms(outcomes: Outcomes, about: str) -> str:
    """The site's cities and lists as Markdown, with `about` in one sentence; links are relative to the site."""
    return "\n".join(_lines(outcomes, about)) + "\n"


def _lines(outcomes: Outcomes, about: str) -> Iterator[str]:
    yield from ("# 온동네", "", f"> {about}", "")
    yield "출처에 없는 수는 비어 있으며 0이 아닙니다. ‘최초’, ‘유일’ 같은 말은 출처의 주장입니다."
    yield "기록마다 출처가 있으니, 옮길 때는 그 출처를 함께 밝혀 주십시오."
    yield from ("", "## 시", "")
    for city in outcomes.cities:
        yield _link(city.record.heading, f"{city.id}/", city.record.summary or "")
    yield from ("", "## 기록", "")
    for kind in INDEXED:
        yield _link(KINDS[kind].label, f"{kind}/", INTRODUCTIONS[kind])
    yield from ("", "## 더 볼 곳", "")
    yield _link("배움의 길", "lineage/", "어느 동네가 어디에서 무엇을 배워 갔는지 보여 줍니다.")
    yield _link("책자", f"{BOOKLETS}/", "한 해의 기록을 엮은 책자입니다.")
    yield _link("기록 사전", "data-dictionary/", "기록마다 어떤 칸이 있고 무엇을 적는지 풀었습니다.")


def _link(title: str, url: str, about: str) -> str:
    return f"- [{_plain(title)}]({url})" + (f": {_plain(about)}" if about else "")


def _plain(text: str) -> str:
    """Text on one line that is no Markdown link."""
    return " ".join(text.split()).replace("[", "［").replace("]", "］")
