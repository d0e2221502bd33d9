"""Reading from both ends: what each position of a net knows of a sentence."""

from seqviz.lessons.directions import forward_findings, knowledge, teddy
from seqviz.lessons.directions.misconceptions import misconceptions
from seqviz.lessons.directions.tasks import TASKS, on_screen
from seqviz.models.labelling import TaggingNet
from seqviz.models.stack import RecurrentStack
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run

frame.introduction(
    "Two directions",
    "What can a net that reads from both ends know that one reading forward cannot?",
    *teddy.SENTENCES,
    knowledge.WHOSE,
    *teddy.TAGGING.controls.settings(),
)
say_lost_run(teddy.TAGGING)
teddy.teddy_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "Two sentences go on differently after *He said, “Teddy …*. What does a well trained forward net say at that "
        "word?",
        forward_findings.SAME_OR_NOT,
        forward_findings.reveal_forward(),
        answer=forward_findings.forward_answer(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(TaggingNet, RecurrentStack)
frame.sources(
    [
        "Schuster & Paliwal 1997, *Bidirectional Recurrent Neural Networks*.",
        "Graves & Schmidhuber 2005: bidirectional LSTM.",
        "The two Teddy sentences: Andrew Ng's course *Sequence Models*.",
    ]
)
