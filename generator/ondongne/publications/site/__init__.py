"""The website: every page planned from the outcomes, each made when it is asked for."""

from ondongne.publications.site.plan import photos, plan, redirects

__all__ = ["photos", "plan", "redirects"]
