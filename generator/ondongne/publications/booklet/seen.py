"""Practices on their way: what a visit saw and what became of it, and who learned what from whom."""

from collections.abc import Iterable, Iterator, Sequence

from ondongne.outcomes.lineage import Thread
from ondongne.publications.booklet.blocks import Block, Heading, Items, Paragraph, Remark, Span, Spans, Table
from ondongne.publications.booklet.prose import one_line
from ondongne.publications.booklet.writer import Writer, joined
from ondongne.publications.facts import label
from ondongne.publications.phrases import called, year_text
from ondongne.publications.weaving import taker
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.visit import Seen, Visit
from ondongne.records.vocabulary import VisitStatus

EMPTY_CELLS = "빈칸은 출처에 없는 것입니다."


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[Spans]]) -> tuple[Block, ...]:
    """A table without the columns that are empty; what an empty cell means is said once, under it."""
    used = [at for at in range(len(head)) if any(row[at] for row in rows)]
    cells = tuple(tuple(row[at] for at in used) for row in rows)
    if not cells:
        return ()
    remark = (Remark(((Span(EMPTY_CELLS),),)),) if any(not cell for row in cells for cell in row) else ()
    return Table(title, tuple(head[at] for at in used), cells), *remark


def seen(writer: Writer, visit: Entry[Visit]) -> Iterator[Block]:
    """The practices of a visit with the visitor's decisions and what became of them since, and its lessons."""
    record, threads = visit.record, writer.lineage.of_visit(visit)
    rows = [
        _row(writer, visit, item, next((thread for thread in threads if thread.seen == item), None))
        for item in record.seen
        if writer.outcomes.follow(visit, item.practice)
    ]
    if rows:
        yield from table("보고 들은 실천과 결정", ("실천", "결정", "들이려는 까닭", "우리 동에서 달라진 것"), rows)
    lessons = tuple(one_line(lesson) for lesson in record.lessons)
    if lessons:
        yield Heading(label(Visit, "lessons"))
        yield Paragraph(lessons[0]) if len(lessons) == 1 else Items(lessons)


def _row(writer: Writer, visit: Entry[Visit], item: Seen, thread: Thread | None) -> tuple[Spans, ...]:
    changed = one_line(item.changed) if item.changed else ()
    became = _made(writer, visit, thread) if thread else writer.say(visit, item.became) if item.became else ()
    return (
        writer.say(visit, item.practice),
        _decisions(item, thread.status if thread else item.outcome),
        one_line(item.purpose) if item.purpose else (),
        joined(tuple(filter(None, (changed, became))), " → "),
    )


def _made(writer: Writer, visit: Entry[Visit], thread: Thread) -> Spans:
    """What came of a practice, with the year where it is another than the visit's."""
    return joined(tuple(_named(writer, visit, made) for made in (*thread.projects, *thread.practices)))


def _named(writer: Writer, visit: Entry[Visit], made: Entry[Record]) -> Spans:
    if made.year in (None, visit.year):
        return (writer.name(made),)
    return writer.name(made), Span(f"({year_text(writer.outcomes, made.owner, made.year)})")


def _decisions(item: Seen, latest: VisitStatus | None) -> Spans:
    """Every decision, oldest first, and at last what is known from what was made."""
    steps = []
    for decision in item.history:
        on = f"({decision.on})" if decision.on else ""
        note = f": {' '.join(decision.note.split())}" if decision.note else ""
        steps.append(f"{decision.status.label}{on}{note}")
    if latest is not None and latest is not item.outcome:
        steps.append(latest.label)
    return (Span(" → ".join(steps)),) if steps else ()


def lineage(writer: Writer, threads: Iterable[Thread]) -> tuple[Block, ...]:
    """Who learned what from whom, as a table."""
    rows = [_thread(writer, thread) for thread in threads]
    return table("누가 누구에게서 무엇을 배웠나", ("실천", "가르쳐 준 곳", "배운 곳", "결정", "생긴 사업"), rows)


def _thread(writer: Writer, thread: Thread) -> tuple[Spans, ...]:
    return (
        (writer.name(thread.practice),),
        (Span(called(writer.outcomes, thread.origin)),),
        (Span(taker(writer.outcomes, thread)),),
        (Span(thread.status.label),) if thread.status else (),
        joined(tuple((writer.name(made),) for made in (*thread.projects, *thread.practices))),
    )
