"""Every Korean text that a record's file holds, wherever it stands in it."""

import re
from collections.abc import Iterator


def texts(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Texts of a file's data, each with the keys that lead to it."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*path, str(key)))
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, path)
    elif isinstance(value, str) and re.search("[가-힣]", value):
        yield path, value
