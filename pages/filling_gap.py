"""A missing word, guessed from the left, from the right, and from both sides; and when both sides are too much."""

from seqviz.lessons.filling_gap import gap, guess, next_word
from seqviz.lessons.filling_gap.misconceptions import misconceptions
from seqviz.lessons.filling_gap.tasks import TASKS, on_screen
from seqviz.models.labelling import FillInNet
from seqviz.ui import frame
from seqviz.ui.fill_in import FILL_IN
from seqviz.ui.runs.experiment_section import say_lost_run

frame.introduction(
    "Filling a gap",
    "What does each side of a gap know of the missing word, and when is reading both sides cheating?",
    *gap.SETTINGS,
    *FILL_IN.controls.settings(),
    *next_word.NEXT_WORD.controls.settings(),
)
say_lost_run(FILL_IN, next_word.NEXT_WORD)
gap.gap_part()
next_word.next_word_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "In the story about France, the word *France* is blanked. Which of the three nets name it?",
        guess.OPTIONS,
        guess.reveal_naming(),
        answer=guess.naming_answer(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(FillInNet)
frame.sources(
    [
        "Melamud et al. 2016, *context2vec*: filling in from two sides.",
        "Devlin et al. 2019, *BERT*: why a net that reads both ways at once is trained on words that are masked.",
        "The stories are our own.",
    ]
)
