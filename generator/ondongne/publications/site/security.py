"""What the site lets a browser do: run and show its own files, and nothing else."""

from typing import Final

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
"""Content Security Policy of every page, as its `<meta>` states it too (W3C, CSP Level 3).

No page has a script, a style or an event handler inside itself, so the policy needs no hashes and no exceptions.
"""

_HEADERS: Final = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'self'",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}


def headers() -> str:
    """The file `_headers` that hosts of static sites read: the headers of every answer."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in _HEADERS.items())
