"""Outcomes: records linked into a graph, who learned what from whom, figures added up, and what contradicts."""
