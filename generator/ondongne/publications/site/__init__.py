"""The website: every page planned from the outcomes, each made when it is asked for."""

from ondongne.publications.site.nation import chosen, sizes
from ondongne.publications.site.plan import ALL, Share, photos, plan, redirects
from ondongne.publications.site.redirect import redirect
from ondongne.publications.site.security import POLICY, headers
from ondongne.publications.site.stylesheet import stylesheet

__all__ = [
    "ALL",
    "POLICY",
    "Share",
    "chosen",
    "headers",
    "photos",
    "plan",
    "redirect",
    "redirects",
    "sizes",
    "stylesheet",
]
