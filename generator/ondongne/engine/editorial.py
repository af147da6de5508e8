"""Editorial pages as the site's policy and its readers need them, beyond what Markdown writes."""

import re
from typing import Final

_ALIGNED: Final = re.compile(r'(<t[hd]) style="text-align: (left|center|right);"')
_FOREIGN: Final = re.compile(r"<code>(?=[^<]*[A-Za-z])([\x20-\x7e]+?)</code>")


def mended(html: str) -> str:
    """HTML in which cells of tables are aligned by classes, and names of fields and commands are said to be English."""
    return _FOREIGN.sub(r'<code lang="en">\1</code>', _ALIGNED.sub(r'\1 class="to-\2"', html))
