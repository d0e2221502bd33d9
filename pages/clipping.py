"""What makes a run explode, and what clipping does about it."""

from seqviz.lessons.clipping import clipping, guess
from seqviz.lessons.clipping.misconceptions import MISCONCEPTIONS
from seqviz.lessons.clipping.tasks import TASKS, on_screen
from seqviz.models.cliff import measure_cliff
from seqviz.models.initial import with_spectral_radius
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run

frame.introduction(
    "Exploding gradients and clipping",
    "What makes a training explode, and how is it tamed?",
    *clipping.CLIPPING.controls.settings(),
)
say_lost_run(clipping.CLIPPING)
clipping.clipping_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "Three runs begin with the same weights and read the same batches; they differ in clipping alone. Which one "
        "has the lowest loss at its end?",
        guess.OPTIONS,
        guess.reveal_lowest,
        answer=guess.lowest_answer(),
    )
frame.misconceptions(MISCONCEPTIONS)
frame.you_can_now()
frame.code(with_spectral_radius, measure_cliff)
frame.sources(
    [
        "Pascanu, Mikolov & Bengio 2013, *On the difficulty of training recurrent neural networks*: clipping, cliffs.",
        "Hochreiter & Schmidhuber 1997: the adding problem.",
        "Le, Jaitly & Hinton 2015: recurrent weights that begin as the identity.",
    ]
)
