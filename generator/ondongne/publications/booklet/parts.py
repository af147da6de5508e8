"""What records hold besides their fact boxes: their parts under Korean labels, each kind's in the order of its page."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from ondongne.publications.booklet.blocks import Block, Heading, Items, Paragraph, Span, Spans
from ondongne.publications.booklet.prose import one_line, paragraphs
from ondongne.publications.booklet.writer import Writer, joined
from ondongne.publications.facts import label
from ondongne.publications.phrases import labels, year_text
from ondongne.records.base import Ref
from ondongne.records.city import Department, Region
from ondongne.records.council import BrandName, Group, Meetings, OtherName, Subcommittee, Team
from ondongne.records.event import Appointment, Commendation, ProgrammeItem, ProgrammePart
from ondongne.records.people import Contact
from ondongne.records.practice import Evidence, Step
from ondongne.records.project import Difficulty, Service
from ondongne.records.record import Record
from ondongne.records.tree import Entry

PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "city": ("about", "departments", "regions"),
    "council": (
        *("about", "aims", "chairs", "meetings", "subcommittees", "groups", "brands", "team", "other_names", "contact"),
    ),
    "year": ("overview", "officers", "next_year"),
    "projects": (
        *("background", "services", "activities", "outcome", "before", "after", "goals", "difficulties", "conditions"),
        *("next_plan", "learned_from", "contact"),
    ),
    "events": ("account", "programme", "appointments", "commendations"),
    "visits": ("purpose",),
    "practices": (
        *("problem", "works", "steps", "conditions", "pitfalls", "evidence", "origin", "projects", "contact"),
    ),
    "agreements": ("purpose", "items", "goals"),
    "awards": ("detail", "criteria", "grounds"),
    "plans": ("made_by", "aims"),
    "milestones": ("detail", "parts"),
    "organisations": ("duties", "businesses", "growth", "before", "contact"),
}

ORDERED: Final = ("steps", "growth")


def parts(writer: Writer, entry: Entry[Record], apart: Collection[str] = ()) -> Iterator[Block]:
    """Yield the parts of a record that it fills, each under its label, without those that are told `apart`."""
    yield from labelled(writer, entry, (name for name in PARTS.get(entry.kind, ()) if name not in apart))


def labelled(writer: Writer, entry: Entry[Record], names: Iterable[str]) -> Iterator[Block]:
    """Yield the parts of a record by their fields' names, each under its label."""
    for name in names:
        blocks = part(writer, entry, name)
        if blocks:
            yield Heading(label(type(entry.record), name))
            yield from blocks


def part(writer: Writer, entry: Entry[Record], name: str) -> tuple[Block, ...]:
    """One field's value as blocks; none when it is empty or refers to nothing that readers may see."""
    value = getattr(entry.record, name)
    if not value:
        return ()
    if isinstance(value, str) and not isinstance(value, Ref):
        return paragraphs(value)
    items = tuple(
        filter(None, (_line(writer, entry, item) for item in (value if isinstance(value, tuple) else (value,))))
    )
    if len(items) == 1:
        return (Paragraph(items[0], ragged=True),)
    return (Items(items, ordered=name in ORDERED),) if items else ()


def _line(writer: Writer, entry: Entry[Record], item: Any) -> Spans:
    teller = _TELLERS.get(type(item))
    if teller is not None:
        return teller(writer, entry, item)
    if isinstance(item, Ref):
        return _referred(writer, entry, item)
    return one_line(item) if isinstance(item, str) else writer.say(entry, item)


def _referred(writer: Writer, entry: Entry[Record], item: Ref) -> Spans:
    """A record that is referred to; a project with its year, for it may have the same name year after year."""
    found = writer.outcomes.follow(entry, item)
    year = (
        f" {year_text(writer.outcomes, found.owner, found.year)}"
        if found and found.kind == "projects" and found.year
        else ""
    )
    return (*writer.say(entry, item), *((Span(year, note=True),) if year else ()))


def _named(name: str, *rest: Spans) -> Spans:
    """A name and what there is to say about it."""
    given = tuple(spans for spans in rest if spans)
    return (Span(name, strong=True), *((Span(" – "), *joined(given)) if given else ()))


def _text(text: str | None) -> Spans:
    return one_line(text) if text else ()


def _service(_writer: Writer, _entry: Entry[Record], value: Service) -> Spans:
    return _named(value.name, _text(value.note), _text(labels(value.audience)))


def _difficulty(_writer: Writer, _entry: Entry[Record], value: Difficulty) -> Spans:
    met_by = (Span(" 푼 길: ", strong=True), *one_line(value.met_by)) if value.met_by else ()
    return (*one_line(value.problem), *met_by)


def _step(_writer: Writer, _entry: Entry[Record], value: Step) -> Spans:
    return _named(value.title, _text(value.note))


def _evidence(writer: Writer, entry: Entry[Record], value: Evidence) -> Spans:
    return (*_named(value.level.label, _text(value.text)), *writer.cite(entry, value.source))


def _programme(writer: Writer, entry: Entry[Record], value: ProgrammePart) -> Spans:
    theme = f"{value.title} ‘{value.theme}’" if value.theme else value.title
    return _named(theme, joined(tuple(_turn(writer, entry, item) for item in value.items), " → "))


def _turn(writer: Writer, entry: Entry[Record], value: ProgrammeItem) -> Spans:
    by = (Span("("), *writer.say(entry, value.by), Span(")")) if value.by else ()
    note = (Span(": "), *one_line(value.note)) if value.note else ()
    return (*one_line(value.title), *by, *note)


def _appointment(writer: Writer, entry: Entry[Record], value: Appointment) -> Spans:
    count = writer.say(entry, value.count, "명") if value.count else (Span("몇 명인지는 출처에 없습니다"),)
    return (*_named(value.title, count), *writer.cite(entry, value.source))


def _commendation(writer: Writer, entry: Entry[Record], value: Commendation) -> Spans:
    grounds = f"공적은 {', '.join(value.grounds)}" if value.grounds else ""
    giver = f"준 이는 {value.giver}" if value.giver else ""
    recipients = ", ".join(filter(None, (writer.person(entry, person) for person in value.recipients)))
    count = writer.say(entry, value.count, "명")
    received = (Span(f"받은 이는 {recipients}"),) if recipients else count or (Span("받은 이는 출처에 없습니다"),)
    return _named(value.title, _text(grounds), _text(giver), received)


def _other_name(_writer: Writer, _entry: Entry[Record], value: OtherName) -> Spans:
    return _named(value.name, _text(str(value.years) if value.years else None), _text(value.note))


def _subcommittee(writer: Writer, entry: Entry[Record], value: Subcommittee) -> Spans:
    return _named(value.name, _text(value.duties), writer.say(entry, value.members, "명"))


def _meetings(_writer: Writer, _entry: Entry[Record], value: Meetings) -> Spans:
    return (*one_line(value.regular), *((Span(f", 그 밖에 {value.extra}"),) if value.extra else ()))


def _group(writer: Writer, entry: Entry[Record], value: Group) -> Spans:
    return _named(value.name, _text(value.duties), writer.say(entry, value.volunteers, "명"))


def _team(writer: Writer, entry: Entry[Record], value: Team) -> Spans:
    area = _text(f"맡은 동은 {', '.join(value.area)}") if value.area else ()
    duties = _text(f"맡은 일은 {', '.join(value.duties)}") if value.duties else ()
    since = (*writer.say(entry, value.since), Span("에 생김")) if value.since else ()
    contact = _contact(writer, entry, value.contact) if value.contact else ()
    return _named(value.name, since, area, duties, contact)


def _brand(writer: Writer, entry: Entry[Record], value: BrandName) -> Spans:
    return (*_named(value.name, _text(value.meaning)), *writer.cite(entry, value.source))


def _department(writer: Writer, entry: Entry[Record], value: Department) -> Spans:
    contact = _contact(writer, entry, value.contact) if value.contact else ()
    return _named(value.name, _text(", ".join(value.duties)), contact)


def _region(writer: Writer, entry: Entry[Record], value: Region) -> Spans:
    return _named(value.name, writer.say(entry, value.councils), writer.say(entry, value.centres))


def _contact(_writer: Writer, _entry: Entry[Record], value: Contact) -> Spans:
    given = (value.office, value.phone, value.email, value.address, value.hours)
    url = (Span(value.url, url=value.url),) if value.url else ()
    return joined(tuple(filter(None, (*map(_text, given), url))))


_TELLERS: Final[Mapping[type[Any], Callable[[Writer, Entry[Record], Any], Spans]]] = {
    Service: _service,
    Difficulty: _difficulty,
    Step: _step,
    Evidence: _evidence,
    ProgrammePart: _programme,
    Appointment: _appointment,
    Commendation: _commendation,
    OtherName: _other_name,
    Subcommittee: _subcommittee,
    Meetings: _meetings,
    Group: _group,
    Team: _team,
    BrandName: _brand,
    Department: _department,
    Region: _region,
    Contact: _contact,
}
