"""What `make audit` runs: Lighthouse on a page of every template and the Nu HTML checker on all pages.

It takes some minutes and packages of npm, so it is no part of `make test`; its tests here judge no page.
"""
