"""How a page is planned: under which head, from which template, with what."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from ondongne.publications.site import sharing
from ondongne.publications.site.here import Context, Here
from ondongne.publications.site.page import SitePage


class Head(NamedTuple):
    """What a page is called, what it is about, in one sentence, and the site path of the card it is shared with."""

    title: str
    about: str
    card: str = sharing.HOME


def planned(here: Here, head: Head, template: str, context: Context, section: str = "") -> SitePage:
    """A page at a place; `context` gives its template what it needs when it is made."""
    render = partial(_render, here, template, context)
    return SitePage(here.url, head.title, head.about, template, here.crumbs, section, head.card, render)


def headed(here: Here, head: Head, template: str, context: Context, section: str = "") -> SitePage:
    """A page whose template says its title and introduction itself."""
    return planned(here, head, template, partial(_with_head, head, context), section)


def _with_head(head: Head, context: Context, page: Here) -> Mapping[str, object]:
    return {"title": head.title, "about": head.about, **context(page)}


def _render(here: Here, template: str, context: Context) -> str:
    return here.site.render(template, here, context(here))
