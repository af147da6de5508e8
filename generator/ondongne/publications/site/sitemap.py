"""The sitemap: an index of one map for each city and one for all other pages (sitemaps.org protocol, 0.9)."""

from collections.abc import Iterable
from datetime import date
from typing import Final
from urllib.parse import urljoin

from markupsafe import escape

INDEX: Final = "sitemap.xml"
OF_NATION: Final = "sitemap-pages.xml"

_NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def city_map(city: str) -> str:
    """The site path of a city's map."""
    return f"{city}/{INDEX}"


def page_map(site_url: str, urls: Iterable[str], day: date) -> str:
    """The map of pages at some site URLs, all as of a day."""
    return _list("urlset", "url", site_url, urls, day)


def map_index(site_url: str, cities: Iterable[str], day: date) -> str:
    """The map of maps."""
    return _list("sitemapindex", "sitemap", site_url, (OF_NATION, *map(city_map, cities)), day)


def _list(whole: str, part: str, site_url: str, urls: Iterable[str], day: date) -> str:
    lines = (
        f"<{part}><loc>{escape(urljoin(site_url, url))}</loc><lastmod>{day.isoformat()}</lastmod></{part}>\n"
        for url in urls
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} xmlns="{_NAMESPACE}">\n{"".join(lines)}</{whole}>\n'
