"""The website: every page planned from the outcomes, each made when it is asked for."""

from ondongne.publications.site.catalogue import Sizes
from ondongne.publications.site.ground import facts, ground, plan_of
from ondongne.publications.site.here import Site
from ondongne.publications.site.llms import llms
from ondongne.publications.site.nation import chosen, sizes
from ondongne.publications.site.plan import (
    ABOUT,
    ALL,
    Directory,
    Share,
    beside,
    cards,
    pages,
    photos,
    plan,
    redirects,
    site_of,
)
from ondongne.publications.site.redirect import redirect
from ondongne.publications.site.renditions import Rendition
from ondongne.publications.site.security import POLICY, headers
from ondongne.publications.site.seeking import SEARCHED
from ondongne.publications.site.sharing import HOME as HOME_CARD
from ondongne.publications.site.sharing import SUFFIX as CARD
from ondongne.publications.site.sitemap import INDEX, OF_NATION, city_map, map_index, page_map
from ondongne.publications.site.stylesheet import stylesheet

__all__ = [
    "ABOUT",
    "ALL",
    "CARD",
    "HOME_CARD",
    "INDEX",
    "OF_NATION",
    "POLICY",
    "SEARCHED",
    "Directory",
    "Rendition",
    "Share",
    "Site",
    "Sizes",
    "beside",
    "cards",
    "chosen",
    "city_map",
    "facts",
    "ground",
    "headers",
    "llms",
    "map_index",
    "page_map",
    "pages",
    "photos",
    "plan",
    "plan_of",
    "redirect",
    "redirects",
    "site_of",
    "sizes",
    "stylesheet",
]
