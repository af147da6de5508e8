"""What the records of a year say stands in its booklet."""

import re
from pathlib import Path

import pytest

from ondongne.outcomes.lineage import Lineage
from ondongne.publications.gathering import Gathered
from tests.publications.booklet.shelf import GARAM, REAL, booklet, read, said
from tests.publications.texts import texts

# Read otherwise (states, ids, colours, words of vocabularies), said in other words (how a source wrote a day), or said
# in the year they are of.
_SHOWN_OTHERWISE = {"state", "metrics", "highlights", "topics", "kind", "accent", "as_of", "on", "tags", "visions"}


@pytest.mark.parametrize("councils", [REAL, GARAM], ids=["ours", "fictional"])
def test_every_text_of_a_year_stands_in_its_booklet(councils: Path) -> None:
    outcomes = read(councils)
    lineage = Lineage(outcomes)
    lost = []
    for city in outcomes.cities:
        for owner in (city, *outcomes.councils(city.id)):
            for year in outcomes.years(owner.id):
                gathered = Gathered(outcomes, lineage, owner, year)
                page = letters(said(booklet(outcomes, owner.id, year).data["booklet"]))
                lost += [
                    f"{gathered.home}: {entry.id} {'.'.join(path)}: {text}"
                    for entry in gathered.everything.values()
                    for path, text in texts(entry.document.data)
                    if not _SHOWN_OTHERWISE & set(path) and letters(text) not in page
                ]
    assert lost == []


def letters(text: str) -> str:
    return re.sub(r"[\s*#>]|(?m:^- )", "", text)
