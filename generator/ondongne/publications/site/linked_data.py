"""What a page is about, in the vocabulary that search engines and other programs read (schema.org, as JSON-LD).

Addresses are relative to the page, as JSON-LD allows. Only what the record says is stated.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from ondongne.publications.html import Html
from ondongne.publications.phrases import called, year_text
from ondongne.publications.site.here import Here
from ondongne.records.city import City
from ondongne.records.council import Council
from ondongne.records.event import Event
from ondongne.records.people import Contact
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.story import Story
from ondongne.records.tree import Entry
from ondongne.records.when import PartialDate, When

Node = Mapping[str, object]

_SIGNS: Final = re.compile("[<>&\u2028\u2029]")
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def of_record(page: Here, entry: Entry[Record]) -> Html:
    """A record as a data block; nothing for a kind that the vocabulary has no word for."""
    describe = _KINDS.get(entry.kind)
    return _block(describe(page, entry)) if describe else Html()


def of_year(page: Here, owner: Entry[Record], year: int) -> Html:
    """A council's or city's year as a data block: a set of records of that year, and its booklet where there is one."""
    outcomes, pdf = page.site.outcomes, f"booklets/{owner.id}/{year}.pdf"
    record = outcomes.year(owner.id, year)
    return _block(
        {
            "@type": "Dataset",
            "inLanguage": "ko",
            "name": f"{called(outcomes, owner)} {year_text(outcomes, owner.id, year)}",
            "description": record.record.summary if record else None,
            "temporalCoverage": str(year),
            "creator": _organization(page, owner),
            "distribution": {"@type": "DataDownload", "encodingFormat": "application/pdf", "contentUrl": page.link(pdf)}
            if pdf in page.site.booklets
            else None,
        }
    )


def _block(node: Node) -> Html:
    stated = {"@context": "https://schema.org", **_stated(node)}
    text = _SIGNS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", _ENCODER.encode(stated))
    return Html(f'<script type="application/ld+json">{text}</script>')


def _stated(node: Node) -> dict[str, object]:
    return {name: value for name, value in node.items() if value}


def _city(_: Here, entry: Entry[Record]) -> Node:
    city = cast(City, entry.record)
    return {"@type": "GovernmentOrganization", "name": city.heading, "areaServed": city.heading}


def _council(page: Here, entry: Entry[Record]) -> Node:
    council = cast(Council, entry.record)
    return {
        "@type": "GovernmentOrganization",
        "name": council.full_name,
        "alternateName": [name.name for name in council.other_names],
        "description": council.summary,
        "foundingDate": _first_day(council.formed),
        "areaServed": [*council.dongs] or council.name,
        "parentOrganization": _organization(page, page.site.outcomes.city(entry)),
        "contactPoint": _contact(council.contact),
    }


def _contact(contact: Contact | None) -> Node | None:
    if contact is None:
        return None
    stated = _stated({"telephone": contact.phone, "email": contact.email})
    return {"@type": "ContactPoint", **stated} if stated else None


def _project(page: Here, entry: Entry[Record]) -> Node:
    project = cast(Project, entry.record)
    return {
        "@type": "Project",
        "name": project.title,
        "description": project.summary,
        "foundingDate": _first_day(project.period),
        "parentOrganization": _owner(page, entry),
    }


def _event(page: Here, entry: Entry[Record]) -> Node:
    event = cast(Event, entry.record)
    return {
        "@type": "Event",
        "inLanguage": "ko",
        "name": event.title,
        "description": event.summary,
        "startDate": _first_day(event.when),
        "endDate": _last_day(event.when),
        "location": {"@type": "Place", "name": event.place} if event.place else None,
        "organizer": _owner(page, entry),
    }


def _story(page: Here, entry: Entry[Record]) -> Node:
    story = cast(Story, entry.record)
    return _article(page, entry) | {"description": story.lead or story.summary}


def _article(page: Here, entry: Entry[Record]) -> dict[str, object]:
    record = entry.record
    return {
        "@type": "Article",
        "inLanguage": "ko",
        "headline": record.heading,
        "description": record.summary,
        "publisher": _owner(page, entry),
        "citation": [source.url or source.title for source in record.sources],
    }


def _owner(page: Here, entry: Entry[Record]) -> Node:
    return _organization(page, page.site.outcomes.entries[entry.owner])


def _organization(page: Here, owner: Entry[Record]) -> Node:
    name = owner.record.full_name if isinstance(owner.record, Council) else owner.record.heading
    return {"@type": "GovernmentOrganization", "name": name, "url": page.link(owner)}


def _first_day(when: When | None) -> str | None:
    return _iso(when.on.start) if when else None


def _last_day(when: When | None) -> str | None:
    return _iso(when.on.end) if when and when.on.end else None


def _iso(day: PartialDate) -> str:
    """A date as far as it is known, as ISO 8601 writes it: 2025, 2025-12, 2025-12-10."""
    return "-".join([f"{part:02d}" for part in day if part is not None])


_KINDS: Final[Mapping[str, Callable[[Here, Entry[Any]], Node]]] = {
    "city": _city,
    "council": _council,
    "projects": _project,
    "events": _event,
    "stories": _story,
    "practices": _article,
}
