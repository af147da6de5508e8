"""The website: every page planned from the outcomes, each made when it is asked for."""
