"""The website: every page planned from the outcomes, each made when it is asked for."""

from ondongne.publications.site.plan import photos, plan, redirects
from ondongne.publications.site.redirect import redirect

__all__ = ["photos", "plan", "redirect", "redirects"]
