"""What the search of the site takes from MkDocs: the text of editorial pages, and Material's search out of the way."""

import re
from html import unescape
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ondongne.publications.site import seeking

PLUGIN: Final = "material/search"
_TAG: Final = re.compile(r"<[^>]*>")
_BLOCK: Final = re.compile(r"</(?:p|li|h[1-6]|t[dhr]|d[dt]|pre|div|blockquote)>|<br[ />]")


def switch_off(config: MkDocsConfig) -> None:
    """Have Material's search make no index, where a project lists it: the site has a search of its own."""
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin is not None:
        plugin.config.enabled = False


def editorial(html: str, page: Page) -> seeking.Leaf:
    """A page in Markdown as it is sought."""
    text = unescape(_TAG.sub("", _BLOCK.sub(" ", html)))
    summary = str(page.meta.get("description") or "")
    return seeking.Leaf(page.url.rstrip("/"), unescape(str(page.title or "")), summary, seeking.Words("", text))
