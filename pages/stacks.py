"""Layers on top of one another: where a second one is what it takes, and what its states know."""

from seqviz.lessons.stacks import brackets, guess, layers, marked
from seqviz.lessons.stacks.misconceptions import misconceptions
from seqviz.lessons.stacks.tasks import TASKS, on_screen
from seqviz.models.labelling import TaggingNet
from seqviz.models.stack import RecurrentStack
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run

frame.introduction(
    "Stacks",
    "What does a second layer add, and on which tasks is it needed?",
    marked.STRING,
    *layers.SETTINGS,
    *brackets.BRACKETS.controls.settings(),
)
say_lost_run(brackets.BRACKETS)
marked.string_part(brackets.brackets_part())

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "Three nets mark right and wrong: one layer, one wide layer, two layers. On which tokens are the two layers "
        "ahead, from every seed?",
        tuple(guess.OPTIONS.values()),
        brackets.depth_when_bundled(),
        answer=guess.helps_answer(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(TaggingNet, RecurrentStack)
frame.sources(
    [
        "Graves, Mohamed & Hinton 2013, *Speech Recognition with Deep Recurrent Neural Networks*: several layers, each "
        "of two directions.",
        "Pascanu, Gulcehre, Cho & Bengio 2014, *How to Construct Deep Recurrent Neural Networks*: what depth can mean "
        "in a net with a loop.",
    ]
)
