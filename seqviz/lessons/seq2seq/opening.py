"""What the first picture of the lesson on seq2seq is there to show."""

from __future__ import annotations

from seqviz.experiments.translation.claim import EXAMPLE
from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening
from seqviz.ui.translation import nets

#: What the sentence means, by words that the translation must hold.
MUST_HOLD = ("n'aime pas", "chien noir")


def _first_translation() -> str:
    net = nets.reader(nets.TATOEBA)
    return net.text(net.translate(EXAMPLE).written)


OPENINGS = (
    Opening(
        PictureClaim(
            "A whole sentence comes out in the other language, with its negation, and the adjective behind its noun.",
            lambda written: all(part in written for part in MUST_HOLD),
        ),
        _first_translation,
    ),
)
