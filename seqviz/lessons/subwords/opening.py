"""What the first answer of the lesson on subwords is there to show."""

from __future__ import annotations

from seqviz.lessons.subwords.fasttext import UNSEEN, nearest_by_parts
from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening
from seqviz.ui.vectors.source import bundled

MEANT = "grandmother"


def _first_answers() -> tuple[str, set[str]]:
    """Return the word that fastText finds nearest to the misspelling, and all words that have a row of their own."""
    return nearest_by_parts(UNSEEN.default, 1)[0].word, set(bundled("world_skipgram").vectors.words)


OPENINGS = (
    Opening(
        PictureClaim(
            f"{UNSEEN.default} is no word of the text, and its parts lead fastText to {MEANT}.",
            lambda found: found[0] == MEANT and UNSEEN.default not in found[1],
        ),
        _first_answers,
    ),
)
