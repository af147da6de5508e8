"""The only place that knows MkDocs: records become its pages, and its output is published whole."""

import gc
from typing import Final

_SELDOM: Final = 100_000
"""Objects after which cyclic garbage is looked for; at Python's 700 that takes a twentieth of a build again."""

# Here, so that it holds while all the modules are imported that a build needs.
gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])
