"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "removed", "inserted", "replaced"]
_PIECE = re.compile(r"\s+|<[^<>\s]*>|[^\W_]+(?:['\u2019][^\W_]+)*|.", re.DOTALL)


@dataclass(frozen=True)
class Span:
    """A stretch of text that stayed or changed.

    Attributes:
        kind: what happened to it.
        before: as it was; empty if inserted.
        after: as it is; empty if removed.
    """

    kind: Kind
    before: str
    after: str


def changes(before: str, after: str) -> list[Span]:
    """Compare two texts by words, tags, signs and spaces.

    Returns:
        The spans in order: what was before, joined, is `before`; what came after, joined, is `after`.

    Source: Ratcliff and Metzener 1988 (longest common stretches), in Python's difflib.
    """
    kinds: dict[str, Kind] = {
        "equal": "same",
        "delete": "removed",
        "insert": "inserted",
        "replace": "replaced",
    }
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        Span(kinds[tag], "".join(old[i:j]), "".join(new[k:m])) for tag, i, j, k, m in matcher.get_opcodes()
    ]
