"""Numbers as print has them: with a minus sign, which is wider than a hyphen and never broken from its number."""

from __future__ import annotations

MINUS = "\N{MINUS SIGN}"


def with_minus(value: float, spec: str) -> str:
    """Write a number by a format specification, such as "+.2f", with minus signs in place of hyphens."""
    return format(value, spec).replace("-", MINUS)
