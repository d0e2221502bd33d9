"""Why a sequence is more than its parts, and what a recurrent net does about it."""

from seqviz.experiments.fibonacci.config import FibonacciExperiment
from seqviz.experiments.word_order.pairs import PAIRS
from seqviz.lessons.why_sequence import numbers as numbers_part
from seqviz.lessons.why_sequence import numbers_findings
from seqviz.lessons.why_sequence import word_order as word_order_part
from seqviz.lessons.why_sequence.misconceptions import MISCONCEPTIONS
from seqviz.models.cells.rnn import rnn_step
from seqviz.models.first_nets import BagNet, NumberNet
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run

frame.introduction(
    "Why sequence",
    "What does a net gain by reading one thing after another, and what does it carry along?",
    *word_order_part.SETTINGS,
    *numbers_part.SETTINGS,
    *word_order_part.ORDER.controls.settings(),
    *numbers_part.FIBONACCI.controls.settings(),
)
say_lost_run(word_order_part.ORDER, numbers_part.FIBONACCI)
word_order_part.order_part()
word_order_part.state_part()
numbers_part.numbers_part()

frame.tasks(
    [
        (
            "The opinion of friends against one's own: does the recurrent net get both sentences right? And can the "
            "feed-forward net, whatever its training?",
            dict(zip(("sentence", "other"), PAIRS[1], strict=True)),
        ),
        (
            "Begin with 2 and 1 (Lucas numbers) instead of 1 and 1, and let each net go on from its own guesses. "
            "Which one drifts away?",
            {"start_one": 2, "start_two": 1, "reads": "its own guesses", "terms": 16},
        ),
        (
            "Train on 1, 1, 2, 3 … alone in place of many beginnings, then begin with 5 and 1. Has the net found the "
            "rule, or only this one sequence?",
            numbers_part.FIBONACCI.controls.values_of(FibonacciExperiment(starts="Fibonacci's"))
            | {"start_one": 5, "start_two": 1, "reads": "the true numbers"},
        ),
    ]
)
frame.predict(
    "A tanh net has learned the first twelve Fibonacci numbers. What does it say when they go on growing?",
    numbers_findings.BEYOND,
    numbers_findings.reveal_beyond,
    answer=numbers_findings.beyond_answer(),
)
frame.misconceptions(MISCONCEPTIONS)
frame.you_can_now()
frame.code(rnn_step, BagNet, NumberNet)
frame.sources(
    [
        "Elman 1990, *Finding Structure in Time*: the plain recurrent net.",
        "Rumelhart, Hinton & Williams 1986: unrolling a net through time.",
        "The reviews and the number sequences are our own.",
    ]
)
