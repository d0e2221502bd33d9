"""Why a sequence is more than its parts."""

from seqviz.lessons.why_sequence import pairs_right, word_order
from seqviz.lessons.why_sequence.misconceptions import misconceptions
from seqviz.lessons.why_sequence.tasks import TASKS, on_screen
from seqviz.models.cells.rnn import rnn_step
from seqviz.models.first_nets import BagNet
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run

frame.introduction(
    "Why sequence",
    "What does a net gain by reading one thing after another?",
    *word_order.SETTINGS,
    *word_order.ORDER.controls.settings(),
)
say_lost_run(word_order.ORDER)
word_order.order_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "Two sentences of the same words mean the opposite of one another. A feed-forward net takes the mean of the "
        "words' vectors: what does it answer?",
        pairs_right.ANSWERS,
        pairs_right.reveal_without_order,
        answer=pairs_right.answer_without_order(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(rnn_step, BagNet)
frame.sources(
    ["Elman 1990, *Finding Structure in Time*: the plain recurrent net.", "The reviews are our own."]
)
