"""Which levels of a claim's dials a trial tries, as one line of text: "lag=5,20; corpus=reviews"."""

from __future__ import annotations

from collections.abc import Mapping

from seqviz.claims.claim import Claim, Dial, Level
from seqviz.claims.words import listed
from seqviz.runs.experiment import ConfigError

USUAL = "usual"


def read_levels(claim: Claim, text: str) -> dict[str, tuple[Level, ...]]:
    """Return dial -> levels; dials that are not named keep their usual levels.

    Raises:
        ConfigError: if there is no such dial or level, or one is named twice.
    """
    if text.strip() == USUAL:
        return {}
    dials = {dial.name: dial for dial in claim.dials}
    found: dict[str, tuple[Level, ...]] = {}
    for entry in filter(str.strip, text.split(";")):
        name, sign, levels = (part.strip() for part in entry.partition("="))
        if name not in dials or not sign:
            offered = listed([f"{dial}=…" for dial in dials]) or "nothing: it has no setting"
            raise ConfigError(
                f"The setting levels of claim {claim.id} takes {offered}, not {entry.strip()!r}."
            )
        if name in found:
            raise ConfigError(f"The setting levels names {name} twice.")
        found[name] = _levels(dials[name], levels)
    return found


def _levels(dial: Dial, text: str) -> tuple[Level, ...]:
    offered = {str(level): level for level in dial.levels}
    wanted = [word.strip() for word in text.split(",") if word.strip()]
    wrong = [word for word in wanted if word not in offered]
    if wrong or not wanted:
        named = f"not {wrong[0]!r}" if wrong else "and at least one of them"
        raise ConfigError(f"The {dial.name} may be {', '.join(offered)}, {named}.")
    return tuple(level for level in dial.levels if str(level) in wanted)


def write_levels(claim: Claim, levels: Mapping[str, tuple[Level, ...]]) -> str:
    """Write levels as `read_levels` reads them; those that are the usual ones are left out."""
    dials = {dial.name: dial for dial in claim.dials}
    parts = [
        f"{name}={','.join(map(str, chosen))}"
        for name, chosen in levels.items()
        if tuple(chosen) != dials[name].usual
    ]
    return "; ".join(parts) or USUAL
