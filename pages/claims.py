"""Claims that articles repeat, each tried over several seeds, with a verdict computed from the numbers."""

import functools

from seqviz.claims.statistics import bootstrap_interval, sign_flip_p, tail_share
from seqviz.claims.verdicts import overall, word_of
from seqviz.lessons.claims import card, overview, prediction, run
from seqviz.lessons.claims.misconceptions import misconceptions
from seqviz.lessons.claims.tasks import TASKS, on_screen
from seqviz.ui import frame

frame.introduction(
    "Claims on trial",
    "Which sentences that articles repeat hold here, and on what do the others depend?",
    *overview.SETTINGS,
    *run.SETTINGS,
)
overview.overview_part()
card.card_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
    claim = card.chosen()
with to_predict:
    frame.predict(
        f"“{claim.told}” Tried over {len(claim.conditions())} conditions: what comes out?",
        tuple(prediction.OPTIONS.values()),
        functools.partial(prediction.reveal, claim),
        answer=prediction.answer(claim),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(*card.readings(claim), bootstrap_interval, tail_share, sign_flip_p, word_of, overall)
frame.sources(
    [
        "Efron 1979, *Bootstrap Methods: Another Look at the Jackknife*; Hesterberg 2015, *What Teachers Should Know "
        "About the Bootstrap*: what to cut off where there are few values.",
        "Fisher 1935, *The Design of Experiments*: flipping the signs of pairs.",
        "Reimers & Gurevych 2017, *Reporting Score Distributions Makes a Difference*: LSTMs over many seeds.",
        "Dror et al. 2018, *The Hitchhiker's Guide to Testing Statistical Significance in NLP*.",
    ]
)
