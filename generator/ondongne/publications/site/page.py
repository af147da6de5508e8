"""A page of the site before it is made."""

from collections.abc import Callable
from typing import NamedTuple


class Crumb(NamedTuple):
    """A step on the way from the home page to a page."""

    title: str
    url: str


class SitePage(NamedTuple):
    """A page: `url` ends with `/` (the home page's is empty), `render` makes the HTML of its content.

    `city` is the id of the city whose page it is; empty for pages of all.
    `card` is the site path of the picture that it is shared with.
    """

    url: str
    title: str
    description: str
    template: str
    crumbs: tuple[Crumb, ...]
    section: str
    card: str
    render: Callable[[], str]
    city: str = ""
