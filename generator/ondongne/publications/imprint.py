"""What an edition says of itself on its imprint page and back cover."""

from collections.abc import Iterator

from ondongne.publications.paragraphs import parted
from ondongne.records.edition import Edition


def published(edition: Edition) -> dict[str, str]:
    """Who published an edition and when, by label; empty where it does not say."""
    return edition.imprint.lines() if edition.imprint is not None else {}


def back_text(edition: Edition) -> tuple[str, ...]:
    """The paragraphs of the back cover."""
    text = edition.cover.back if edition.cover else None
    return tuple(parted(text)) if text else ()


def back_lines(edition: Edition, compiler: str) -> Iterator[str]:
    """Yield who published it, or else `compiler`, and when; a number only where the edition gives one."""
    imprint = edition.imprint
    yield (imprint.publisher if imprint else None) or compiler
    if imprint and imprint.published:
        yield f"{imprint.published} 펴냄"
    if imprint and imprint.registration:
        yield f"발간등록번호 {imprint.registration}"
    if imprint and imprint.isbn:
        yield f"ISBN {imprint.isbn}"
    if imprint and imprint.price:
        yield imprint.price
