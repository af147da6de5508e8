"""책자: a booklet put together by hand from records of a city, and how it is to be printed."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from ondongne.diagnostics import Fault
from ondongne.records.base import Value, field, many, required
from ondongne.records.people import Foreword
from ondongne.records.record import Titled
from ondongne.records.text import EventRef, Grammage, Line, Micrometres, Prose, RecordRef, YearNumber
from ondongne.records.vocabulary import Binding, Size, Stock
from ondongne.records.when import When

_ISBN_DIGITS: Final = 13


class Chapter(Value):
    """A chapter of a booklet."""

    title: Line = required("장", "장 제목")
    records: tuple[RecordRef, ...] = required("기록", "실을 기록의 id, 차례대로")


class Paper(Value):
    """The paper of a booklet's inside."""

    sort: Stock = required("종이", "모조지, 미색모조지, 아트지, 스노우지, 러프그로스지")
    weight: Grammage = required("무게", "1㎡의 무게, g. 80, 100, 120")
    thickness: Micrometres | None = field("두께", "인쇄소가 알려 준 한 장의 두께, ㎛. 적지 않으면 어림합니다")


class CoverText(Value):
    """What stands on a cover besides title and year."""

    spine: Line | None = field("책등 제목", "책등에 적을 짧은 제목. 적지 않으면 책 제목")
    back: Prose | None = field("뒤표지 글", "뒤표지에 적을 글")


class Imprint(Value):
    """Who published a booklet and when (판권)."""

    publisher: Line | None = field("펴낸 곳", "펴낸 기관")
    published: When | None = field("펴낸 날", "펴낸 날")
    printing: Line | None = field("판과 쇄", "초판 1쇄")
    editor: Line | None = field("엮은이", "엮은 부서나 기관")
    designer: Line | None = field("꾸민 곳", "디자인한 곳")
    printer: Line | None = field("찍은 곳", "인쇄한 곳")
    registration: Line | None = field("발간등록번호", "행정간행물의 발간등록번호")
    isbn: Line | None = field("도서번호(ISBN)", "받은 번호가 있을 때만 적습니다")
    price: Line | None = field("값", "비매품")

    def lines(self) -> dict[str, str]:
        """What it says, by label."""
        return {
            info.title or key: str(getattr(self, key))
            for key, info in type(self).model_fields.items()
            if getattr(self, key)
        }

    def faults(self) -> Iterator[Fault]:
        """An ISBN has thirteen digits, of which the last is worked out from the others (ISO 2108)."""
        if self.isbn is not None and not _is_isbn(self.isbn):
            yield Fault("wrong-isbn", at="isbn", isbn=self.isbn)


class Edition(Titled):
    """A booklet of chosen records."""

    kind: ClassVar = "editions"
    label: ClassVar = "책자"

    subtitle: Line | None = field("작은 제목", "제목 아래에 적을 글")
    year: YearNumber | None = field("해", "표지에 적을 해")
    event: EventRef | None = field("행사", "이 행사의 자료집이면 그 id. 식순, 표창, 발표 사례를 앞에 싣습니다")
    forewords: tuple[Foreword, ...] = many("머리글", "발간사, 축사")
    chapters: tuple[Chapter, ...] = many("장", "장과 그 안의 기록")
    cover: CoverText | None = field("표지", "책등과 뒤표지에 적을 글")
    imprint: Imprint | None = field("판권", "펴낸 곳과 날, ISBN")
    size: Size | None = field("판형", "책의 크기: A4, B5, 사륙배판, 크라운판, 신국판, A5. 적지 않으면 A4")
    binding: Binding | None = field("제본", "중철이나 무선. 적지 않으면 64쪽까지 중철, 넘으면 무선")
    paper: Paper | None = field("본문 종이", "책등의 너비를 셈할 종이. 적지 않으면 스노우지 120g")

    def faults(self) -> Iterator[Fault]:
        """Yield what no single field can know."""
        if self.binding is Binding.SADDLE and self.cover is not None and self.cover.spine is not None:
            yield Fault("spine-of-saddle", at="cover.spine")


def _is_isbn(written: str) -> bool:
    digits = [int(char) for char in re.sub(r"[ -]", "", written) if char in "0123456789"]
    plain = re.fullmatch(r"[0-9 -]+", written) is not None
    return plain and len(digits) == _ISBN_DIGITS and (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10 == 0
