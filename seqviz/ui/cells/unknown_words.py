"""What a net makes of words that it does not know."""

from __future__ import annotations

from collections.abc import Sequence

from seqviz.ui.cells.nets import HAND_SET
from seqviz.ui.markdown import escaped

MOST_NAMED = 8
#: Of a text without a word that the net knows.
KNOWS_NOTHING = "its answer says nothing about this text."


def unknown_words(tokens: Sequence[str], net: str) -> str:
    """Say as which token a net reads words it does not know.

    Args:
        tokens: those words, at least one; only the first few are named.
        net: HAND_SET, TRAINED or a run's id.
    """
    shown = ", ".join(f"“{escaped(token)}”" for token in tokens[:MOST_NAMED])
    if net != HAND_SET:
        return f"The net does not know {shown}: it reads the one token <unk> there."
    return (
        f"This net was set by hand to know two words, *on* and *off*. Here {shown} stands for any other word, on "
        "purpose: the net reads the one token <unk> there, and its gates keep what it remembers."
    )
