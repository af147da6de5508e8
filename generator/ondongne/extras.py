"""Packages that come with an extra of ours and need not be installed."""

from importlib import import_module
from typing import Any

from ondongne.failure import Failure
from ondongne.messages import say


def extra(module: str, missing: str) -> Any:
    """A module of an extra; raises Failure with the message `missing` and its hint where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise Failure(say(missing), say(f"{missing}.hint")) from None
