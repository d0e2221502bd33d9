"""What the first picture of the lesson on GloVe is there to show."""

from __future__ import annotations

from collections.abc import Sequence

from seqviz.embeddings.company_counts import Ratio
from seqviz.experiments.word_vectors.review_counts import review_counts
from seqviz.lessons.glove.ratio_findings import side
from seqviz.lessons.glove.ratios import PROBES, TWO, ratios_of
from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening


def _first_ratios() -> Sequence[Ratio]:
    return ratios_of(review_counts(), TWO.default.split(), PROBES.default.split())


def _tells_apart(found: Sequence[Ratio]) -> bool:
    return {"one", "other", "both"} <= {side(ratio) for ratio in found}


OPENINGS = (
    Opening(
        PictureClaim(
            "By the ratio of its shares a probe word clearly belongs to the one word, another clearly to the other, "
            "and a third stands near both alike.",
            _tells_apart,
        ),
        _first_ratios,
    ),
)
