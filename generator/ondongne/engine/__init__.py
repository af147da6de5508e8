"""The only place that knows MkDocs: records become its pages, and its output is published whole."""
