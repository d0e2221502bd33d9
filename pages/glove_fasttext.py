"""GloVe and fastText: vectors from counts, and vectors from the parts of words."""

from seqviz.embeddings.company_counts import ratio_of
from seqviz.embeddings.cooccurrence import cooccurrence
from seqviz.embeddings.fasttext import character_ngrams, vector_of_any_word
from seqviz.embeddings.glove import AdaGrad
from seqviz.embeddings.glove_objective import GloveModel, weight
from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.lessons.glove_fasttext import changes, ratios
from seqviz.lessons.glove_fasttext import fasttext as fasttext_parts
from seqviz.lessons.glove_fasttext import glove as glove_parts
from seqviz.lessons.glove_fasttext.misconceptions import misconceptions
from seqviz.ui import frame
from seqviz.ui.vectors.training import training_part, training_section

TRAINING = training_section("world_glove")
EVERY_CELL = WordVectorsExperiment(method="glove", full_count=10.0, pseudocount=0.3)

frame.introduction(
    "GloVe and fastText: counts, and parts of words",
    "Can vectors be read off a table of counts, and what can be said of a word never seen?",
    *ratios.SETTINGS,
    *glove_parts.SETTINGS,
    *fasttext_parts.SETTINGS,
    *changes.SETTINGS,
    *TRAINING.controls.settings(),
)
ratios.ratios_part()
glove_parts.glove_part()
fasttext_parts.ngrams_part()
fasttext_parts.unseen_part()
changes.changes_part()
training_part(TRAINING, "Train live: choose GloVe or fastText as the method")

frame.tasks(
    [
        (
            "Choose two words that never meet. What does GloVe learn about them?",
            {"cell": "enjoy deep", "meeting_window": 1},
        ),
        (
            "Find a misspelling that fastText does not understand. Which n-grams are left of the word?",
            {"unseen": "qeuen", "subword": "queen", "compared": "qeuen", "shortest": 3, "longest": 6},
        ),
        (
            "Swap two letters in every word, then double one. After which change are fewer originals found, and "
            "which n-grams does it break?",
            {"change": "swap"},
        ),
        (
            "Train GloVe and then skip-gram on the small world, and compare the analogies. Which of the "
            "two ever looks at pairs that do not occur?",
            TRAINING.controls.values_of(WordVectorsExperiment(method="glove")),
        ),
        (
            "Let the empty cells count: train GloVe with 0.3 added to every count and x_max 10, then with "
            "nothing added. What do pairs that never meet teach?",
            TRAINING.controls.values_of(EVERY_CELL),
        ),
    ]
)
frame.predict(
    "Leave the middle letter out of every long word of the small world. For how many of these "
    "misspellings does fastText's nearest word turn out to be the word that was meant?",
    ("for hardly any", "for about half", "for most of them"),
    fasttext_parts.reveal_misspelling,
    answer=fasttext_parts.recovered_option(),
)
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(ratio_of, cooccurrence, weight, GloveModel.term, AdaGrad, character_ngrams, vector_of_any_word)
frame.sources(
    [
        "Pennington, Socher & Manning 2014, *GloVe: Global Vectors for Word Representation*.",
        "Bojanowski, Grave, Joulin & Mikolov 2017, *Enriching Word Vectors with Subword Information*.",
        "Duchi, Hazan & Singer 2011, *Adaptive Subgradient Methods* (AdaGrad).",
    ]
)
