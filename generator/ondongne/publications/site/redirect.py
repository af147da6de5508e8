"""The page at an address that a record no longer has."""

from typing import Final

from markupsafe import escape

from ondongne.publications.site.addresses import relative

_PAGE: Final = """<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<title>옮긴 쪽</title>
<meta http-equiv="refresh" content="0; url={url}">
<meta name="robots" content="noindex">
<link rel="canonical" href="{url}">
<p>이 쪽은 옮겼습니다. <a href="{url}">새 주소로 가기</a></p>
</html>
"""


def redirect(old: str, new: str) -> str:
    """HTML that sends readers from the site URL `old` to `new`, by itself or by a link."""
    return _PAGE.format(url=escape(relative(old, new)))
