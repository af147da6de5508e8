"""The gist of a record: what lists, links and rules of all records ask, so that few records are read for them."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from ondongne.records.base import FieldPath, Ref, fields_with, walk
from ondongne.records.quantities import Stated
from ondongne.records.record import Record
from ondongne.records.vocabulary import Audience


class Gist(NamedTuple):
    """Texts and numbers only: it is kept where nothing else may be. `label` is what its kind is called.

    `opens` is the ordinal of the first day on which the state lets readers see the record, None where it never does;
    `photos` are the names of their files; `refs` the references, each with its field path and the kinds it may mean;
    `counted` is a digest of what sums are made of, as it is written.
    """

    label: str
    heading: str
    summary: str | None
    aliases: tuple[str, ...]
    topics: tuple[str, ...]
    audience: tuple[str, ...]
    opens: int | None
    photos: tuple[str, ...]
    refs: tuple[tuple[FieldPath, str, tuple[str, ...]], ...]
    counted: str


def gist_of(record: Record, data: Mapping[str, Any]) -> Gist:
    """The gist of a record that was made of this data."""
    audience: tuple[Audience, ...] = getattr(record, "audience", ())
    opens = record.state.opens
    return Gist(
        label=record.label,
        heading=record.heading,
        summary=record.summary,
        aliases=tuple(record.aliases),
        topics=tuple([topic._value_ for topic in record.topics]),
        audience=tuple([one._value_ for one in audience]),
        opens=opens.toordinal() if opens is not None else None,
        photos=tuple([photo.file for photo in record.photos]),
        refs=tuple([(path, str(leaf), leaf.kinds) for path, leaf in walk(record, of=(Ref,)) if isinstance(leaf, Ref)]),
        counted=_counted(record, data),
    )


def _counted(record: Record, data: Mapping[str, Any]) -> str:
    said = [data.get(field) for field in ("figures", "topics", *fields_with(type(record), (Stated,)))]
    return sha256(repr(said).encode(errors="surrogatepass")).hexdigest()
