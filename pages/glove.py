"""GloVe: vectors read off ratios of how often words meet."""

from seqviz.embeddings.company_counts import ratio_of
from seqviz.embeddings.cooccurrence import cooccurrence
from seqviz.embeddings.glove import AdaGrad
from seqviz.embeddings.glove_objective import GloveModel, weight
from seqviz.lessons.glove import glove as glove_part
from seqviz.lessons.glove import ratios
from seqviz.lessons.glove.empty_cells import EMPTY_SHARES, empty_share_answer, reveal_empty_share
from seqviz.lessons.glove.misconceptions import misconceptions
from seqviz.lessons.glove.tasks import TASKS, on_screen
from seqviz.lessons.glove.training import TRAINING
from seqviz.ui import frame
from seqviz.ui.state import page_state
from seqviz.ui.state.tabs import Tabs
from seqviz.ui.vectors.training import training_part

PARTS = Tabs(
    {
        "Ratios": ratios.SETTINGS,
        "Counts and their fit": glove_part.SETTINGS,
        "Train GloVe live": (*TRAINING.controls.settings(), page_state.RUN),
    }
)

frame.introduction(
    "GloVe: vectors from counts",
    "Can vectors be read off a table of how often words meet?",
    *PARTS.settings(),
)
of_ratios, of_the_fit, of_training = PARTS.draw()
with of_ratios:
    ratios.ratios_part()
with of_the_fit:
    glove_part.glove_part()
with of_training:
    training_part(TRAINING, "Train GloVe live")

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "The small world's table has a row and a column for each of its words. What share of its cells is 0?",
        EMPTY_SHARES,
        reveal_empty_share,
        answer=empty_share_answer(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(ratio_of, cooccurrence, weight, GloveModel.term, AdaGrad)
frame.sources(
    [
        "Pennington, Socher & Manning 2014, *GloVe: Global Vectors for Word Representation*.",
        "Duchi, Hazan & Singer 2011, *Adaptive Subgradient Methods* (AdaGrad).",
    ]
)
