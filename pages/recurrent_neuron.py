"""The recurrent neuron: unrolled, with its state token by token, and a rule that it can learn."""

from seqviz.lessons.recurrent_neuron import numbers, numbers_findings, reading
from seqviz.lessons.recurrent_neuron.misconceptions import MISCONCEPTIONS
from seqviz.lessons.recurrent_neuron.tasks import TASKS, on_screen
from seqviz.models.cells.rnn import rnn_step
from seqviz.models.first_nets import NumberNet
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run

frame.introduction(
    "The recurrent neuron",
    "What does a net carry along from word to word, and what can it learn with that?",
    *reading.SETTINGS,
    *numbers.SETTINGS,
    *numbers.FIBONACCI.controls.settings(),
)
say_lost_run(numbers.FIBONACCI)
reading.reading_part()
numbers.numbers_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "A tanh net has learned the first twelve Fibonacci numbers. What does it say when they go on growing?",
        numbers_findings.BEYOND,
        numbers_findings.reveal_beyond,
        answer=numbers_findings.beyond_answer(),
    )
frame.misconceptions(MISCONCEPTIONS)
frame.you_can_now()
frame.code(rnn_step, NumberNet)
frame.sources(
    [
        "Elman 1990, *Finding Structure in Time*: the plain recurrent net.",
        "Rumelhart, Hinton & Williams 1986: unrolling a net through time.",
        "The number sequences are our own.",
    ]
)
