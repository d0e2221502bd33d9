"""Reading from both ends, filling in, and layers on top of one another."""

from seqviz.corpora.stories import FILLERS, place_story
from seqviz.lessons.directions import brackets as brackets_part
from seqviz.lessons.directions import forward_findings
from seqviz.lessons.directions import next_word as next_word_part
from seqviz.lessons.directions import stack as stack_part
from seqviz.lessons.directions import teddy as teddy_part
from seqviz.lessons.directions.misconceptions import misconceptions
from seqviz.models.labelling import FillInNet, TaggingNet
from seqviz.models.stack import RecurrentStack
from seqviz.ui import fill_in as fill_in_part
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run

frame.introduction(
    "Two directions and stacks",
    "What can a net that reads from both ends know that one reading forward cannot, and when is that cheating?",
    *teddy_part.SETTINGS,
    *stack_part.SETTINGS,
    *fill_in_part.SETTINGS,
    *teddy_part.TAGGING.controls.settings(),
    *fill_in_part.FILL_IN.controls.settings(),
    *next_word_part.NEXT_WORD.controls.settings(),
    *brackets_part.SETTINGS,
    *brackets_part.BRACKETS.controls.settings(),
)
say_lost_run(teddy_part.TAGGING, fill_in_part.FILL_IN, next_word_part.NEXT_WORD, brackets_part.BRACKETS)
nets = teddy_part.teddy_part()
teddy_part.knowledge_part(nets)
fill_in_part.fill_in_part()
next_word_part.next_word_part()
brackets_part.brackets_part()
stack_part.stack_part(nets)

frame.tasks(
    [
        (
            "Let the two sentences begin differently, one at once, the other with *Then*. Does the forward net now "
            "answer differently at *Teddy*, and may it?",
            {"first": "Teddy needs new stuffing.", "second": "Then, Teddy needs new shoes."},
        ),
        (
            "Blank the word *pool* in *got out of the pool*. Which side can know it, and what does the other one see?",
            {"story": fill_in_part.POOL, "blank": len(place_story("pool", FILLERS[:2]).tokens) - 2},
        ),
        (
            "Blank *French* at the end of the story about France, then a word of the filler. Which words need the far "
            "end of the story, which only their neighbours?",
            {"story": fill_in_part.FRANCE, "blank": len(fill_in_part.FRANCE.split()) - 2},
        ),
    ]
)
frame.predict(
    "Two sentences go on differently after *He said, “Teddy …*. What does a well trained forward net say at that word?",
    forward_findings.SAME_OR_NOT,
    forward_findings.reveal_forward(),
    answer=forward_findings.forward_answer(),
)
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(TaggingNet, FillInNet, RecurrentStack)
frame.sources(
    [
        "Schuster & Paliwal 1997, *Bidirectional Recurrent Neural Networks*.",
        "Graves & Schmidhuber 2005: bidirectional LSTM. Melamud et al. 2016, *context2vec*: filling in from two sides.",
        "The two Teddy sentences: Andrew Ng's course *Sequence Models*. The stories are our own.",
    ]
)
