"""What ratios of co-occurrence shares say of two words, told from the counts and no further than they reach."""

from __future__ import annotations

import math
from collections.abc import Sequence

from seqviz.embeddings.company_counts import Ratio
from seqviz.ui.markdown import escaped

NEAR_ONE = 2.0  # a ratio surely between 1/2 and this is called the same for both
#: Table 1 of Pennington, Socher and Manning 2014.
PUBLISHED = {
    "probe k": ["solid", "gas", "water", "fashion"],
    "P(k | ice)": ["1.9 × 10⁻⁴", "6.6 × 10⁻⁵", "3.0 × 10⁻³", "1.7 × 10⁻⁵"],
    "P(k | steam)": ["2.2 × 10⁻⁵", "7.8 × 10⁻⁴", "2.2 × 10⁻³", "1.8 × 10⁻⁵"],
    "ratio": ["8.9", "8.5 × 10⁻²", "1.36", "0.96"],
}


def side(ratio: Ratio) -> str:
    """Return what a ratio says for sure: "one", "other", "both" alike, or "unsure" where the counts are too small."""
    if ratio.low > 1 / NEAR_ONE and ratio.high < NEAR_ONE:
        return "both"
    if ratio.low > 1:
        return "one"
    return "other" if ratio.high < 1 else "unsure"


def findings(found: Sequence[Ratio], two: tuple[str, str]) -> str:
    """Say which probes tell the two words apart, which do not, and for which the counts are too small."""
    groups = {name: [r for r in found if side(r) == name] for name in ("one", "other", "both", "unsure")}
    one, other = map(escaped, two)
    sentences = [
        f"**{title}**: {', '.join(map(_named, groups[name]))}."
        for name, title in (
            ("one", f"Nearer to {one}"),
            ("other", f"Nearer to {other}"),
            ("both", "Near both, within a factor of 2"),
            ("unsure", "Too few meetings to tell"),
        )
        if groups[name]
    ]
    return " ".join(["**What they tell.**", *sentences, _trap(groups, two)])


def _named(ratio: Ratio) -> str:
    size = "never" if math.isnan(ratio.ratio) else f"{ratio.ratio:.2f}".replace("inf", "∞")
    return f"*{escaped(ratio.probe)}* ({size})"


def _trap(groups: dict[str, list[Ratio]], two: tuple[str, str]) -> str:
    """Give a pair of probes of which the share alone says the opposite of the ratio; "" where there is none."""
    telling = [ratio for ratio in groups["one"] if ratio.shares[0] > 0]
    pairs = [
        (ratio, plain) for ratio in telling for plain in groups["both"] if plain.shares[0] > ratio.shares[0]
    ]
    pairs += [
        (ratio, plain)
        for ratio in groups["other"]
        for plain in groups["both"]
        if plain.shares[1] > ratio.shares[1]
    ]
    if not pairs:
        return ""
    ratio, plain = pairs[0]
    word = escaped(two[0] if ratio in telling else two[1])
    return (
        f"The share alone would mislead: *{escaped(plain.probe)}* stands near {word} more often than "
        f"*{escaped(ratio.probe)}* does, but nearly as much near the other word."
    )
