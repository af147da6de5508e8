"""Every value that a record can hold: as people write it, and what the program makes of it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from ondongne.records.base import Cite, Ref, Value, walk
from ondongne.records.city import contrast
from ondongne.records.evidence import Claim, Photo, Source, Wording
from ondongne.records.kinds import KINDS
from ondongne.records.people import Consent, Party, Person, Quote
from ondongne.records.project import Project
from ondongne.records.quantities import Account, Count, Figure, Money, Stated
from ondongne.records.state import State
from ondongne.records.vocabulary import Audience, Licence, Medium, Standing, VisitStatus
from ondongne.records.when import PartialDate, When, read_span
from tests.records.writing import read


def codes(value: Value) -> list[str]:
    return [fault.code for _, leaf in walk(value) if isinstance(leaf, Value) for fault in leaf.faults()]


def error_types(model: type[Value], text: str) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        read(model, text)
    return [error["type"] for error in caught.value.errors()]


@pytest.mark.parametrize(
    ("written", "shown", "first", "last"),
    [
        ("2025-12-10", "2025. 12. 10.(수)", date(2025, 12, 10), date(2025, 12, 10)),
        ("2012-12", "2012년 12월", date(2012, 12, 1), date(2012, 12, 31)),
        ("2012", "2012년", date(2012, 1, 1), date(2012, 12, 31)),
        ("2024-02", "2024년 2월", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025/9999-12", "2025년~9999년 12월", date(2025, 1, 1), date(9999, 12, 31)),
        ("2019-06-13/2019-06-14", "2019. 6. 13.(목)~14.(금)", date(2019, 6, 13), date(2019, 6, 14)),
        ("2023/2026", "2023~2026년", date(2023, 1, 1), date(2026, 12, 31)),
        ("2025-03/2025-11", "2025년 3~11월", date(2025, 3, 1), date(2025, 11, 30)),
        ("2018-09/", "2018년 9월부터", date(2018, 9, 1), None),
        ("{on: 2017, derived: true, as_written: 지난해}", "2017년(추정)", date(2017, 1, 1), date(2017, 12, 31)),
        (
            "{on: 2025-05, derived: true, as_written: 지난 14일}",
            "2025년 5월(추정)",
            date(2025, 5, 1),
            date(2025, 5, 31),
        ),
    ],
)
def test_when(written: str, shown: str, first: date, last: date | None) -> None:
    when = read(When, written)
    assert str(when) == shown
    assert when.start.first() == first
    assert (when.end.last() if when.end else None) == last
    assert when.year == first.year
    assert codes(when) == []


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ("2025-1-5", "wrong_date"),
        ("지난해", "wrong_date"),
        ("2025-12-10T09:00", "wrong_date"),
        ("25", "wrong_date"),
        ("2025.12", "wrong_date"),
        ("２０２５", "wrong_date"),
        ("true", "wrong_date"),
        ("2025-12-10/2025-12-11/2025-12-12", "wrong_date"),
        ("/2025", "wrong_date"),
        ("2025-13", "no_such_day"),
        ("2025-02-29", "no_such_day"),
        ("2025-00", "no_such_day"),
        ("0000", "no_such_day"),
        ("2025-12/2025-11", "dates_reversed"),
        ("2026/2025-12-31", "dates_reversed"),
    ],
)
def test_when_refuses(written: str, error: str) -> None:
    assert error_types(When, written) == [error]


def test_span_within_a_partial_date_is_not_reversed() -> None:
    assert read_span("2025/2025-03").end == PartialDate(2025, 3)


@pytest.mark.parametrize(
    ("written", "unit", "shown"),
    [
        ("477", "명", "477명"),
        ("0", "명", "0명"),
        ("12.50", "%", "12.5%"),
        ("{value: 80, about: true, unit: 명, as_of: 2021-06}", "가구", "80여 명"),
        ("{value: 83, about: true}", "명", "약 83명"),
        ("{value: 1200, unit: ㎡}", "명", "1,200㎡"),
    ],
)
def test_count(written: str, unit: str, shown: str) -> None:
    assert read(Count, written).text(unit) == shown


@pytest.mark.parametrize(
    ("written", "error"),
    [("-1", "greater_than_equal"), ("'477'", "not_a_number"), ("1e3", "not_a_number"), ("true", "not_a_number")],
)
def test_count_refuses(written: str, error: str) -> None:
    assert error_types(Count, written) == [error]


def test_figure_keeps_target_and_value_apart() -> None:
    figure = read(Figure, "{metric: households, value: 48, target: 50}")
    assert (figure.value, figure.target, codes(figure)) == (Decimal(48), Decimal(50), [])
    assert codes(read(Figure, "{metric: households}")) == ["empty-figure"]
    assert codes(read(Figure, "{metric: households, value: 0}")) == []


@pytest.mark.parametrize(
    ("written", "total", "parts"),
    [
        ("125000000", 125_000_000, [None]),
        ("0", 0, [None]),
        ("{value: 3, source: 시비}", 3, ["시비"]),
        (
            "[{value: 20000000, source: 시비}, {value: 10000000, source: 공동모금회, cite: 1}]",
            30_000_000,
            ["시비", "공동모금회"],
        ),
        ("[1, 2]", 3, [None, None]),
    ],
)
def test_money(written: str, total: int, parts: list[str | None]) -> None:
    money = read(Money, written)
    assert money.total == total
    assert [part.source for part in money.parts] == parts


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ("[]", "empty_list"),
        ("1.5", "not_a_whole_number"),
        ("300만원", "not_a_whole_number"),
        ("-1", "greater_than_equal"),
        ("10000000000000000", "less_than"),
        ("{parts: [1]}", "missing"),
    ],
)
def test_money_refuses(written: str, error: str) -> None:
    assert error in error_types(Money, written)


@pytest.mark.parametrize(
    ("written", "faults"),
    [
        ("위원", []),
        ("{role: 위원, affiliation: 나래복지관}", []),
        ("{role: 시장, name: 아무개, public_office: true}", []),
        ("{role: 위원, name: 아무개, consent: {scope: 이름}}", []),
        ("{role: 위원, name: 아무개}", ["name-without-consent"]),
        ("{role: 위원, name: 아무개, public_office: false}", ["name-without-consent"]),
    ],
)
def test_person(written: str, faults: list[str]) -> None:
    person = read(Person, written)
    assert (person.role in ("위원", "시장"), codes(person)) == (True, faults)


@pytest.mark.parametrize(
    ("written", "medium", "day", "covered"),
    [
        ("{scope: 사진}", Medium.PRESS, date(2030, 1, 1), True),
        ("{scope: 사진, media: [누리집, print]}", Medium.WEB, date(2030, 1, 1), True),
        ("{scope: 사진, media: [누리집, print]}", Medium.PRESS, date(2030, 1, 1), False),
        ("{scope: 사진, until: 2025-12}", Medium.WEB, date(2025, 12, 31), True),
        ("{scope: 사진, until: 2025-12}", Medium.WEB, date(2026, 1, 1), False),
        ("{scope: 사진, until: 2025-12, guardian: true}", Medium.WEB, date(2025, 1, 1), True),
    ],
)
def test_consent(written: str, medium: Medium, day: date, covered: bool) -> None:
    assert read(Consent, written).covers(medium, day) is covered


def test_quote() -> None:
    quote = read(Quote, "{text: 고맙습니다, speaker: 참여 어르신, on: 2025-12, paraphrase: true, source: 1}")
    assert quote.speaker is not None
    assert (quote.text, quote.speaker.role, quote.paraphrase, quote.source) == ("고맙습니다", "참여 어르신", True, 1)
    assert isinstance(quote.source, Cite)


@pytest.mark.parametrize(
    ("written", "allowed", "faults"),
    [
        ("{file: a.jpg, alt: 빈 상}", False, ["photo-without-consent"]),
        ("{file: a.jpg, alt: 빈 상, people: false}", True, []),
        ("{file: a.JPEG, alt: 빈 상, consent: {scope: 사진}}", True, []),
        ("{file: 2025년 잔치.webp, alt: 잔치, licence: kogl-1, consent: {scope: 사진, media: [책자]}}", False, []),
    ],
)
def test_photo(written: str, allowed: bool, faults: list[str]) -> None:
    photo = read(Photo, written)
    assert photo.allowed(Medium.WEB, date(2025, 1, 1)) is allowed
    assert codes(photo) == faults


@pytest.mark.parametrize(
    "name",
    ["../a.jpg", "b/a.jpg", "b\\\\a.jpg", "a.heic", "a.jpg.svg", ".jpg", ".a.jpg", "C:a.jpg", "a.jpg\\n", "a?.png"],
)
def test_photo_file_is_a_name_and_no_path(name: str) -> None:
    assert error_types(Photo, f'{{file: "{name}", alt: 가}}') == ["wrong_photo_file"]


def test_photo_needs_words_for_who_cannot_see_it() -> None:
    assert error_types(Photo, "{file: a.jpg}") == ["missing"]
    assert error_types(Photo, "{file: a.jpg, alt: ' '}") == ["string_too_short"]


def test_source() -> None:
    assert read(Source, "나래동 소식지").title == "나래동 소식지"
    source = read(
        Source, "{title: 소식지, publisher: 가람시, on: 2025-12, url: 'https://garam.example/a?b=1', page: 3~4쪽}"
    )
    assert (str(source.on), source.page) == ("2025년 12월", "3~4쪽")


@pytest.mark.parametrize(
    "url",
    [
        "garam.example",
        "javascript:alert(1)",
        "https://",
        "https://a b",
        "https://a\\nb",
        "ftp://a.example",
        'http://\\"',
    ],
)
def test_address_is_one_of_the_web(url: str) -> None:
    assert error_types(Source, f'{{title: 가, url: "{url}"}}') == ["wrong_address"]


def test_claim_needs_its_source() -> None:
    assert codes(read(Claim, "{text: 처음 열었다, scope: 전국, kind: first, source: 1}")) == []
    assert codes(read(Claim, "{text: 처음 열었다, kind: 최초}")) == ["claim-without-source"]


GRADE = "{conflict: [{value: 최우수, source: 1}, {value: 우수, source: 1, note: 본문}], preferred: 2}"


def test_conflict_keeps_both_and_puts_one_first() -> None:
    stated = read(Stated[str], GRADE)
    assert stated.value == "우수"
    assert [other.value for other in stated.others] == ["최우수"]
    assert [account.source for account in stated.accounts] == [1, 1]


def test_agreement_is_one_account() -> None:
    stated = read(Stated[Count], "{value: 24, about: true, source: 2}")
    assert (stated.value.text("명"), stated.others) == ("약 24명", ())
    assert stated.accounts == (Account[Count](value=stated.value),)


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ("{conflict: [{value: 가}]}", "conflict_of_one"),
        ("{conflict: 가}", "conflict_of_one"),
        ("{conflict: [{value: 가}, {value: 나}], preferred: 3}", "no_such_preference"),
        ("{conflict: [{value: 가}, {value: 나}], preferred: 0}", "no_such_preference"),
        ("{conflict: [{value: 가}, {value: 나}], preferred: 둘}", "not_a_whole_number"),
        ("{conflict: [{value: 가}, {value: 나}], source: 1}", "extra_forbidden"),
        ("{conflict: [가, 나]}", "model_type"),
    ],
)
def test_conflict_refuses(written: str, error: str) -> None:
    assert error in error_types(Stated[str], written)


@pytest.mark.parametrize(
    ("written", "licence"), [("kogl-0", Licence.FREE), ("공공누리 제4유형", Licence.NON_COMMERCIAL_NO_DERIVATIVES)]
)
def test_licence(written: str, licence: Licence) -> None:
    assert read(Project, f"title: 가\nlicence: {written}\n").licence is licence


@pytest.mark.parametrize(
    ("written", "status", "public"),
    [
        ("draft", Standing.DRAFT, False),
        ("작성 중", Standing.DRAFT, False),
        ("ready", Standing.READY, True),
        ("공개", Standing.READY, True),
        ("{embargoed: 2026-01-05}", Standing.EMBARGOED, False),
        ("{embargoed: 2026-01-04}", Standing.EMBARGOED, True),
        ("{공개 보류: 2026-01}", Standing.EMBARGOED, True),
        ("{withdrawn: 잘못 올림}", Standing.WITHDRAWN, False),
        ("{내림: 잘못 올림}", Standing.WITHDRAWN, False),
    ],
)
def test_state(written: str, status: Standing, public: bool) -> None:
    state = read(State, written)
    assert (state.status, state.public(date(2026, 1, 4))) == (status, public)


def test_a_record_is_a_draft_unless_it_says_otherwise() -> None:
    assert read(Project, "title: 가\n").state.status is Standing.DRAFT
    assert read(Project, "title: 가\nstate:\n").state.status is Standing.DRAFT


@pytest.mark.parametrize(
    "written",
    [
        "embargoed",
        "내림",
        "{withdrawn: }",
        "{embargoed: }",
        "{ready: 예}",
        "{withdrawn: 가, why: 나}",
        "{embargo: 2026-01-05}",
        "{}",
    ],
)
def test_state_refuses(written: str) -> None:
    assert error_types(State, written) == ["bare_state"]


def test_wording_that_lost_characters() -> None:
    wording = read(Wording, "{text: 함께하는 온(溫)동네, as_written: 함께하는 온()동네, restored: true}")
    assert (str(wording), wording.as_written, codes(wording)) == ("함께하는 온(溫)동네", "함께하는 온()동네", [])
    assert str(read(Wording, "곁에 있는 이웃")) == "곁에 있는 이웃"
    assert codes(read(Wording, "{text: 가, restored: true}")) == ["restored-without-original"]


def test_party_is_a_record_or_a_name() -> None:
    party = read(Party, "{record: garam/narae, role: 맞음}")
    assert isinstance(party.record, Ref)
    assert codes(party) == codes(read(Party, "나래시장 상인회")) == []
    assert codes(read(Party, "{role: 맞음}")) == ["nameless-party"]


@pytest.mark.parametrize("vocabulary", [Audience, Licence, Medium, VisitStatus, Standing])
def test_terms_are_read_by_label_and_slug(vocabulary: Any) -> None:
    for term in vocabulary:
        assert vocabulary.read(term.label) is vocabulary.read(term.value) is term


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_title_is_required(kind: str) -> None:
    required = {name for name, field in KINDS[kind].model_fields.items() if field.is_required()}
    assert required <= {"title", "name", "visitor", "host"}


def test_an_empty_line_is_as_good_as_none() -> None:
    empty = "".join(f"{name}:\n" for name in Project.model_fields if name != "title")
    assert read(Project, f"title: 가\n{empty}") == read(Project, "title: 가\n")


def test_records_are_frozen() -> None:
    with pytest.raises(ValidationError):
        Project.__setattr__(read(Project, "title: 가\n"), "title", "나")


def test_contrast_of_black_and_white() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21
    assert contrast("#777777", "#777777") == 1
