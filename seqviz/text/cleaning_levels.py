"""The cleanings that a classifier's texts may go through before it learns, by name."""

from __future__ import annotations

from collections.abc import Sequence

from seqviz.text.chain import Options, clean
from seqviz.text.stop_words import negations, stop_words

#: Name -> the steps of `chain.STEPS`; one step each, so that its effect stands alone.
CLEANINGS: dict[str, tuple[str, ...]] = {
    "none": (),
    "stems": ("stem",),
    "lemmas": ("lemma",),
    "no stop words": ("stop",),
    "no stop words or negations": ("stop",),
}


def cleaned(texts: Sequence[str], cleaning: str) -> tuple[str, ...]:
    """Send texts through a cleaning.

    Args:
        texts: as they came.
        cleaning: a key of `CLEANINGS`. The usual stop list spares the negations; the last cleaning drops them too.
    """
    steps = CLEANINGS[cleaning]
    if not steps:
        return tuple(texts)
    with_negations = cleaning.endswith("or negations")
    options = Options(dropped=stop_words() | negations() if with_negations else stop_words())
    return tuple(clean(text, steps, options) for text in texts)
