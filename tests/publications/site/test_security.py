"""The policy of the site, the same for hosts and for pages."""

from ondongne.publications.site.security import POLICY, headers


def test_nothing_is_allowed_but_the_site_itself() -> None:
    allowed = {directive.split()[1] for directive in POLICY.split("; ")}
    assert allowed == {"'none'", "'self'"}
    assert POLICY.startswith("default-src 'none'")


def test_hosts_get_the_same_policy_for_every_path() -> None:
    first, *lines = headers().splitlines()
    assert first == "/*"
    assert f"  Content-Security-Policy: {POLICY}; frame-ancestors 'self'" in lines
    assert all(line.startswith("  ") and ": " in line for line in lines)
