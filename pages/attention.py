"""Attention: where the decoder looks, what that is worth, and the bottleneck that it cures."""

from seqviz.lessons.attention import bottleneck, looking
from seqviz.lessons.attention.misconceptions import misconceptions
from seqviz.lessons.attention.tasks import TASKS, on_screen
from seqviz.models.attention import AdditiveAttention, DotAttention
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run
from seqviz.ui.runs.trained import BUNDLED

frame.introduction(
    "Attention",
    "Where does the decoder look at each word it writes, and what if a sentence does not fit into one vector?",
    *looking.SETTINGS,
    *bottleneck.BOTTLENECK.controls.settings(),
)
say_lost_run(bottleneck.BOTTLENECK)
looking.looking_part(BUNDLED)
bottleneck.bottleneck_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "The largest net of the grid learns to reverse letters without attention. Of the longest sequences, how many "
        "does it write without a mistake?",
        bottleneck.SHARES,
        bottleneck.reveal_longest,
        answer=bottleneck.share_of_longest(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(AdditiveAttention, DotAttention)
frame.sources(
    [
        "Bahdanau, Cho & Bengio 2015, *Neural Machine Translation by Jointly Learning to Align and Translate*: "
        "additive attention.",
        "Luong, Pham & Manning 2015: dot-product attention, asked by the decoder's state after its update, as here.",
        "The real sentences: [Tatoeba](https://tatoeba.org), paired by "
        "[manythings.org](https://www.manythings.org/anki/); CC BY 2.0 France. The app holds what a net has learned "
        "from them, not the sentences.",
        "Jain & Wallace 2019: attention is not explanation.",
    ]
)
