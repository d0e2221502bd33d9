"""What the vectors that the lesson on word2vec opens with are there to show."""

from __future__ import annotations

from seqviz.lessons.word2vec.network import NEAR, second_order_option
from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening

COMPANY_DECIDES = PictureClaim(
    "Words that never met but keep the same company are nearer to each other than nine pairs of words in ten.",
    NEAR.__eq__,
)

OPENINGS = (Opening(COMPANY_DECIDES, second_order_option),)
