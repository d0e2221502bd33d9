"""How much of what a language model writes stands word for word in the text that it learned from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from seqviz.models.sampling import NextSymbol, SamplingRule, draw
from seqviz.text.pieces import Unit
from seqviz.text.verbatim_overlap import share_memorised, verbatim_spans
from seqviz.text.vocabulary import PADDING, UNKNOWN, Vocabulary

TEMPERATURES = (0.2, 0.5, 1.0)
NUM_SYMBOLS = {"characters": 1_500, "words": 350}  # as a text about equally long
SHORTEST = 25  # characters: a shorter stretch is nobody's


def shares_by_temperature(
    net: NextSymbol[Any], vocabulary: Vocabulary, start: Sequence[int], training: str, unit: Unit, seed: int
) -> dict[str, Any]:
    """Let a net write one text at each of `TEMPERATURES`, all from the same start and with one seed.

    Args:
        net: writes.
        vocabulary: its symbols.
        start: ids to begin with, at least one.
        training: the text that it learned from.
        unit: what it writes.
        seed: seed of the random numbers.

    Returns:
        `temperatures`; `shares`, for each of them the share of the text's characters, 0 to 1, in stretches of at
        least `shortest` characters that the training text holds; `characters`, the length of each text.
    """
    shares, lengths = [], []
    for temperature in TEMPERATURES:
        drawn = draw(net, start, NUM_SYMBOLS[unit], SamplingRule(temperature), seed, (PADDING, UNKNOWN))
        text = "".join(vocabulary.tokens_of(drawn))
        shares.append(share_memorised(text, verbatim_spans(text, training, SHORTEST)))
        lengths.append(len(text))
    return {"temperatures": list(TEMPERATURES), "shares": shares, "characters": lengths, "shortest": SHORTEST}
