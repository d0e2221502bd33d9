"""fastText: vectors from the parts of words, also for words never seen."""

from seqviz.embeddings.fasttext import character_ngrams, vector_of_any_word
from seqviz.lessons.subwords import changes, fasttext
from seqviz.lessons.subwords.misconceptions import misconceptions
from seqviz.lessons.subwords.tasks import TASKS, on_screen
from seqviz.ui import frame
from seqviz.ui.state import page_state
from seqviz.ui.state.tabs import Tabs
from seqviz.ui.vectors.training import training_part, training_section

TRAINING = training_section("world_fasttext")

PARTS = Tabs(
    {
        "A word never seen": (fasttext.UNSEEN,),
        "Its parts": fasttext.OF_THE_NGRAMS,
        "Every word misspelt": changes.SETTINGS,
        "Train fastText live": (*TRAINING.controls.settings(), page_state.RUN),
    }
)

frame.introduction(
    "Subwords: fastText",
    "What can be said of a word never seen, and why does a typo not end it?",
    *PARTS.settings(),
)
unseen, ngrams, misspelt, training = PARTS.draw()
with unseen:
    fasttext.unseen_part()
with ngrams:
    fasttext.ngrams_part()
with misspelt:
    changes.changes_part()
with training:
    training_part(TRAINING, "Train fastText live")

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "Leave the middle letter out of every long word of the small world. For how many of these "
        "misspellings does fastText's nearest word turn out to be the word that was meant?",
        ("for hardly any", "for about half", "for most of them"),
        fasttext.reveal_misspelling,
        answer=fasttext.recovered_option(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(character_ngrams, vector_of_any_word)
frame.sources(
    ["Bojanowski, Grave, Joulin & Mikolov 2017, *Enriching Word Vectors with Subword Information*."]
)
