"""What the repository's own records say stands on their pages."""

import re
from datetime import date
from html import unescape
from pathlib import Path

from pydantic.json_schema import models_json_schema

from ondongne import pipeline
from ondongne.publications import site
from ondongne.records.city import City
from ondongne.records.kinds import KINDS
from tests.publications.texts import texts

ROOT = Path(__file__).parents[3]
# Read otherwise (states, ids, colours, words of vocabularies) or shown in other words (how a source wrote a day).
_SHOWN_OTHERWISE = {"state", "metrics", "highlights", "topics", "kind", "accent", "as_of", "on"}


def test_every_text_of_our_records_stands_on_its_page() -> None:
    reading = pipeline.read(ROOT, date(2026, 1, 15))
    pages = {page.url: plain(page.render()) for page in site.plan(reading.outcomes, reading.design, {})}
    lost = [
        f"{entry.id} {'.'.join(path)}: {text}"
        for entry in reading.outcomes.entries.values()
        for path, text in texts(entry.document.data)
        if not _SHOWN_OTHERWISE & set(path) and letters(text) not in pages[f"{entry.id}/"]
    ]
    assert lost == []


def plain(html: str) -> str:
    return letters(unescape(re.sub(r"<[^>]+>", "", html)))


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_only_visions_have_texts_that_may_be_restored() -> None:
    others = [(model, "validation") for model in KINDS.values() if model is not City]
    assert "Wording" not in models_json_schema(others)[1]["$defs"]
    assert [name for name, field in City.model_fields.items() if "Vision" in str(field.annotation)] == ["visions"]
