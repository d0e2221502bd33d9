"""An encoder reads, a decoder writes, and one vector stands between them."""

from seqviz.lessons.seq2seq import guess, translating
from seqviz.lessons.seq2seq.misconceptions import MISCONCEPTIONS
from seqviz.lessons.seq2seq.tasks import TASKS, on_screen
from seqviz.lessons.seq2seq.training import EPOCH, TRANSLATION
from seqviz.models.decoding import beam_search
from seqviz.models.seq2seq import TranslationNet
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run
from seqviz.ui.state import page_state
from seqviz.ui.state.tabs import Tabs

PARTS = Tabs(
    {
        "Translate": translating.SETTINGS,
        "Train": (*TRANSLATION.controls.settings(), page_state.RUN, EPOCH),
    }
)

frame.introduction(
    "Seq2seq",
    "How does a whole sentence pass through one vector?",
    *PARTS.settings(),
)
say_lost_run(TRANSLATION)
translation, training = PARTS.draw()
with training:
    TRANSLATION.settings()
    net = TRANSLATION.results()
with translation:
    translating.translating_part(net)

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "The net that the page opens with has learned from 77,000 pairs. Of sentences that it has never seen, how many "
        "does it write exactly as a translation given there?",
        guess.SHARES,
        guess.reveal_exact,
        answer=guess.exact_answer(),
    )
frame.misconceptions(MISCONCEPTIONS)
frame.you_can_now()
frame.code(TranslationNet, beam_search)
frame.sources(
    [
        "Sutskever, Vinyals & Le 2014, *Sequence to Sequence Learning with Neural Networks*; Cho et al. 2014.",
        "The real sentences: [Tatoeba](https://tatoeba.org), paired by "
        "[manythings.org](https://www.manythings.org/anki/); CC BY 2.0 France. The app holds what a net has learned "
        "from them, not the sentences.",
        "BLEU: Papineni et al. 2002, by NLTK's `corpus_bleu`.",
        "Williams & Zipser 1989: teacher forcing.",
    ]
)
