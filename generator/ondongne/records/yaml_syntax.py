"""What PyYAML's complaints mean to the person who wrote the file."""

from collections.abc import Callable, Mapping
from typing import Final

from yaml import MarkedYAMLError

from ondongne.records.source import Source
from ondongne.records.yaml_slips import Slip, slip_at

_CLOSERS: Final = "\"'”’]})"
