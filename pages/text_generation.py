"""Let a net learn to guess the next symbol of a text, and write with it."""

from seqviz.lessons.text_generation import memory as text_memory
from seqviz.lessons.text_generation import writing as text_writing
from seqviz.lessons.text_generation.misconceptions import MISCONCEPTIONS
from seqviz.lessons.text_generation.tasks import TASKS, on_screen
from seqviz.lessons.text_generation.training import EPOCH, LANGUAGE
from seqviz.models.language import LanguageNet
from seqviz.models.sampling import SamplingRule, draw
from seqviz.text.ngrams import NgramModel
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run
from seqviz.ui.state import page_state
from seqviz.ui.state.tabs import Tabs

PARTS = Tabs(
    {
        "Write": text_writing.SETTINGS,
        "Train": (*LANGUAGE.controls.settings(), page_state.RUN, EPOCH),
    }
)

frame.introduction(
    "Text generation",
    "What must a net find out about a text, only to guess what comes next?",
    *PARTS.settings(),
)
say_lost_run(LANGUAGE)
writing, training = PARTS.draw()
with training:
    LANGUAGE.settings()
    net = LANGUAGE.results()
with writing:
    text_writing.writing_part(net)

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "The temperature falls from 1 to 0.2. What happens to the share of text found word for word in the "
        "training text?",
        text_memory.SHARE,
        text_memory.reveal_temperature,
        answer=text_memory.temperature_answer(),
    )
frame.misconceptions(MISCONCEPTIONS)
frame.you_can_now()
frame.code(LanguageNet, NgramModel, SamplingRule, draw)
frame.sources(
    [
        "Jane Austen, *Emma*, 1816: Project Gutenberg's text, by way of NLTK; public domain in the USA. The app holds "
        "what a net has learned from it, not the book.",
        "Karpathy 2015, *The Unreasonable Effectiveness of Recurrent Neural Networks*; Karpathy, Johnson & Fei-Fei "
        "2015: units that follow quotation marks and line length.",
        "Mikolov et al. 2010, *Recurrent neural network based language model*.",
        "Witten & Bell 1991: the smoothing of the n-grams; the same numbers as NLTK's `WittenBellInterpolated`.",
        "Top-k: Fan, Lewis & Dauphin 2018. Top-p (nucleus): Holtzman et al. 2020.",
    ]
)
