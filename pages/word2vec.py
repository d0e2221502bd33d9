"""Word2vec: learn a word from the company it keeps."""

from seqviz.embeddings.one_update import update_pair
from seqviz.embeddings.skipgram import pair_gradients
from seqviz.embeddings.train_in_blocks import train_in_blocks
from seqviz.embeddings.windows import skip_gram_pairs
from seqviz.lessons.word2vec import bands
from seqviz.lessons.word2vec import network as word2vec_network
from seqviz.lessons.word2vec import window as word2vec_window
from seqviz.lessons.word2vec.misconceptions import misconceptions
from seqviz.lessons.word2vec.tasks import TASKS, on_screen
from seqviz.lessons.word2vec.training import TRAINING
from seqviz.ui import frame
from seqviz.ui.state import page_state
from seqviz.ui.state.tabs import Tabs
from seqviz.ui.vectors.training import training_part

PARTS = Tabs(
    {
        "The window": word2vec_window.OF_THE_WINDOW,
        "The net": word2vec_network.SETTINGS,
        "One update": word2vec_window.OF_THE_UPDATE,
        "Train and watch": (*TRAINING.controls.settings(), page_state.RUN, bands.BAND),
    }
)

frame.introduction(
    "Word2vec: a word is known by its company",
    "How can merely predicting neighbours put *king* beside *queen*?",
    *PARTS.settings(),
)
window, net, update, training = PARTS.draw()
with window:
    word2vec_window.window_part()
with net:
    word2vec_network.network_part()
with update:
    word2vec_window.update_part()
with training:
    bands.bands_part(training_part(TRAINING), TRAINING.bundled)

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
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
