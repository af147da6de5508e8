"""Ondongne (온동네): records of neighbourhood welfare councils, compiled into a website and printable booklets."""

__version__ = "0.1.0"
