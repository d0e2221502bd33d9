"""Words of real English by what they mean, for the colours of a map; they stand in assets/corpora/themes.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "assets" / "corpora" / "themes.toml"


@cache
def themes() -> dict[str, list[str]]:
    """Return the groups with their words; no word stands in two."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
