"""Which cell carries a fact how far: a symbol to recall after a lag, and a story with a gap at its far end."""

from seqviz.lessons.remembering import distance, guess, recall
from seqviz.lessons.remembering.misconceptions import misconceptions
from seqviz.lessons.remembering.tasks import TASKS, on_screen
from seqviz.models.initial import with_forget_bias
from seqviz.models.labelling import FillInNet
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run

frame.introduction(
    "Remembering",
    "Which cell carries a fact how far, and what decides it?",
    *recall.RECALL.controls.settings(),
    *recall.SETTINGS,
    *distance.SETTINGS,
)
say_lost_run(recall.RECALL)
recall.recall_part()
distance.distance_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        f"A symbol must be named after {guess.longest_lag()} distractors. LSTMs learn it that differ only in the "
        "forget bias that they begin with: which one gets most right?",
        guess.options(),
        guess.reveal_best,
        answer=guess.best_answer(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(with_forget_bias, FillInNet)
frame.sources(
    [
        "Hochreiter & Schmidhuber 1997, *Long Short-Term Memory*: tasks with long lags.",
        "Gers, Schmidhuber & Cummins 2000, *Learning to Forget*; Jozefowicz, Zaremba & Sutskever 2015: the forget "
        "bias.",
        "The stories are our own.",
    ]
)
