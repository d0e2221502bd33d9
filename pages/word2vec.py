"""Word2vec: learn a word from the company it keeps."""

from seqviz.embeddings.one_update import update_pair
from seqviz.embeddings.skipgram import pair_gradients
from seqviz.embeddings.train_in_blocks import train_in_blocks
from seqviz.embeddings.windows import skip_gram_pairs
from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.lessons.word2vec import bands
from seqviz.lessons.word2vec import network as word2vec_network
from seqviz.lessons.word2vec import window as word2vec_window
from seqviz.lessons.word2vec.misconceptions import misconceptions
from seqviz.ui import frame
from seqviz.ui.vectors.training import training_part, training_section

TRAINING = training_section()

frame.introduction(
    "Word2vec: a word is known by its company",
    "How can merely predicting neighbours put *king* beside *queen*?",
    *word2vec_window.SETTINGS,
    word2vec_network.INPUT,
    bands.BAND,
    *TRAINING.controls.settings(),
)
word2vec_window.window_part()
word2vec_network.network_part()
word2vec_window.update_part()
bands.bands_part(training_part(TRAINING), TRAINING.bundled)

frame.tasks(
    [
        (
            "Make the window 1 and count the pairs; then 4. Why does the number not simply grow fourfold?",
            {"pair_window": 1, "examples": "skip-gram"},
        ),
        (
            "Train with a window of 2 instead of 4. Which analogies suffer most, and what stands between "
            "a capital and its country in the sentences of the small world?",
            TRAINING.controls.values_of(WordVectorsExperiment(window=2)),
        ),
        (
            "Train on a quarter of the text, once by skip-gram and once by CBOW, and compare the questions with the "
            "rarest words.",
            TRAINING.controls.values_of(WordVectorsExperiment(text_share=0.25)),
        ),
        (
            "Train CBOW on the same text and compare time and analogies with skip-gram.",
            TRAINING.controls.values_of(WordVectorsExperiment(method="cbow")),
        ),
    ]
)
frame.predict(
    "Two words never stand in the same sentence, but both stand among the same neighbours. After "
    "training, their vectors are …",
    (word2vec_network.NEAR, word2vec_network.FAR, word2vec_network.NEVER_MET),
    word2vec_network.reveal_second_order,
    answer=word2vec_network.second_order_option(),
)
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(skip_gram_pairs, update_pair, pair_gradients, train_in_blocks)
frame.sources(
    [
        "Mikolov, Chen, Corrado & Dean 2013, *Efficient Estimation of Word Representations in Vector Space*.",
        "Mikolov, Sutskever, Chen, Corrado & Dean 2013, *Distributed Representations of Words and Phrases*.",
        "Goldberg & Levy 2014, *word2vec Explained*; Rong 2014, *word2vec Parameter Learning Explained*.",
        "The small world is ours: `assets/corpora/world.toml`.",
    ]
)
