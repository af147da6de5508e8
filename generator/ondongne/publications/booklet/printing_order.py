"""What is asked of a printing house."""

from dataclasses import dataclass

from ondongne.publications.booklet.printing_paper import USUAL
from ondongne.publications.booklet.printing_trims import Trim
from ondongne.records.edition import Paper
from ondongne.records.vocabulary import Binding


@dataclass(frozen=True, slots=True)
class Order:
    """The trimmed page, the binding where it was decided, the paper, and whether pages are to be laid on sheets."""

    trim: Trim
    binding: Binding | None = None
    paper: Paper = USUAL
    imposed: bool = False
