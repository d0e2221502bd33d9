"""What a bag of words cannot do: order, negation, synonyms, misspellings; and a net beside it."""

from seqviz.lessons.bags import growth as swelling
from seqviz.lessons.bags import sentences as lesson
from seqviz.lessons.bags import shuffles as shuffling
from seqviz.lessons.bags import synonyms, trial
from seqviz.lessons.bags.misconceptions import misconceptions
from seqviz.lessons.bags.tasks import TASKS, on_screen
from seqviz.text.augmentation import misspell, shuffle_words
from seqviz.text.baseline import fit_baseline
from seqviz.text.measures import growth
from seqviz.ui import frame
from seqviz.ui.texts import source as text_source

frame.introduction(
    "What bags cannot do",
    "Which texts look identical to a bag of words, and do they to a recurrent net?",
    text_source.corpus_setting(),
    *lesson.SETTINGS,
    *shuffling.SETTINGS,
    *trial.SETTINGS,
    *swelling.SETTINGS,
)
lesson.two_sentences()
shuffling.shuffle_part()
trial.trial_part()
synonyms.synonyms_part()
share, seed = swelling.typo_controls()
corpus = text_source.choose_corpus("Corpus to misspell")
if corpus:
    swelling.show_growth(corpus, share, seed)

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, lambda: on_screen(corpus))
with to_predict:
    frame.predict(
        "You shuffle the words of a review a hundred times. How many different answers does a classifier get "
        "to see that "
        "counts single words?",
        shuffling.OPTIONS,
        shuffling.reveal_answers,
        answer=shuffling.answers_option(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(shuffle_words, misspell, growth, fit_baseline)
frame.sources(
    [
        "Harris 1954, *Distributional structure*: where the words “bag of words” come from.",
        "Wang & Manning 2012, *Baselines and bigrams*: how far words and pairs go.",
        "Heaps 1978, *Information retrieval*: a vocabulary grows with its corpus, ever more slowly.",
    ]
)
