"""Every kind of experiment, declared once; the command line, the workers, the exports and the tests walk over it."""

from __future__ import annotations

from seqviz.corpora.real_data import REVIEWS
from seqviz.runs.registry import Kind, RealData

_HERE = "seqviz.experiments"

#: Film reviews that people wrote. One layer of 32 units and one direction make a net small enough to look at.
_FILM_REVIEWS = {
    "corpus": "imdb", "embedding": "skip-gram", "embedding_dim": 18, "vocabulary_size": 17_002, "max_length": 400,
    "stretches": 0.5, "dropout": 0.5, "learning_rate": 0.004, "schedule": "one-cycle", "batch_size": 32,
    "num_epochs": 5,
}  # fmt: skip


def _of_film_reviews(**settings: object) -> RealData:
    return RealData(_FILM_REVIEWS | settings, str(REVIEWS), variable="SEQVIZ_IMDB")


_EMMA = RealData(
    {"corpus": "gutenberg:austen-emma", "hidden_sizes": (256,), "dropout": 0.1, "vocabulary_size": 200,
     "sequence_length": 128, "learning_rate": 0.006, "schedule": "one-cycle"}, "nltk_data", variable="NLTK_DATA",
)  # fmt: skip
_TATOEBA = RealData(
    {"task": "tatoeba", "hidden_size": 128, "embedding_dim": 56, "dropout": 0.1, "max_length": 10,
     "num_pairs": 200_000, "vocabulary_size": 4_000, "batch_size": 128, "num_epochs": 12,
     "schedule": "one-cycle"}, "eng_fra/fra.txt.gz", variable="SEQVIZ_TATOEBA",
)  # fmt: skip

KINDS = (
    Kind(
        name="sentiment",
        summary="a net that tells positive reviews from negative ones",
        config=f"{_HERE}.sentiment.config:SentimentExperiment",
        train=f"{_HERE}.sentiment.train:fit_sentiment",
        trained=f"{_HERE}.sentiment.trained:SentimentReader",
        code=f"{_HERE}.sentiment.code:CODE",
        command="train",
        bundled={"reviews_lstm": {}, "reviews_gru": {"cell": "gru"}},
        pretrained={
            "imdb-lstm-last": _of_film_reviews(pooling="last"),
            "imdb-lstm": _of_film_reviews(),
            "imdb-gru": _of_film_reviews(cell="gru"),
            "imdb-rnn": _of_film_reviews(cell="rnn", learning_rate=0.002),
        },
        claims={"reviews_lstm": f"{_HERE}.sentiment.claim:LEARNS"},
    ),
    Kind(
        name="baseline",
        summary="the baseline beside every net: TF-IDF with logistic regression",
        config=f"{_HERE}.baseline.config:BaselineExperiment",
        train=f"{_HERE}.baseline.train:fit",
        code=f"{_HERE}.baseline.code:CODE",
    ),
    Kind(
        name="language-model",
        summary="a net that predicts a text symbol by symbol",
        config=f"{_HERE}.language_model.config:LanguageModelExperiment",
        train=f"{_HERE}.language_model.train:fit_language_model",
        trained=f"{_HERE}.language_model.trained:LanguageReader",
        code=f"{_HERE}.language_model.code:CODE",
        command="train-text",
        bundled={"harbour_lstm": {}},
        claims={"emma-lstm": f"{_HERE}.language_model.claim:BETTER_THAN_COUNTING"},
        pretrained={"emma-lstm": _EMMA},
    ),
    Kind(
        name="translation",
        summary="an encoder-decoder net on pairs of sequences",
        config=f"{_HERE}.translation.config:TranslationExperiment",
        train=f"{_HERE}.translation.train:fit_translation",
        trained=f"{_HERE}.translation.trained:TranslationReader",
        code=f"{_HERE}.translation.code:CODE",
        command="train-pairs",
        bundled={"french_gru": {}},
        claims={"tatoeba-gru": f"{_HERE}.translation.claim:LOOKS_WHERE_IT_TRANSLATES"},
        pretrained={"tatoeba-gru": _TATOEBA},
    ),
    Kind(
        name="bottleneck",
        summary="context sizes, without attention and with it, on sequences of growing length",
        config=f"{_HERE}.translation.config:BottleneckExperiment",
        train=f"{_HERE}.translation.bottleneck_train:fit_bottleneck",
        code=f"{_HERE}.translation.bottleneck_code:CODE",
        bundled={"bottleneck": {}},
    ),
    Kind(
        name="word-vectors",
        summary="word vectors, by any of five methods",
        config=f"{_HERE}.word_vectors.config:WordVectorsExperiment",
        train=f"{_HERE}.word_vectors.train:fit_word_vectors",
        keeps_bare_weights=True,
        code=f"{_HERE}.word_vectors.code:CODE",
        command="embed",
        bundled={
            "world_skipgram": {},
            **{f"world_{method}": {"method": method} for method in ("cbow", "glove", "fasttext")},
            "world_huffman": {"method": "hierarchical softmax"},
        },
    ),
    Kind(
        name="recall",
        summary="every cell, on naming a symbol after a lag",
        config=f"{_HERE}.recall.config:RecallExperiment",
        train=f"{_HERE}.recall.train:fit_recall",
        code=f"{_HERE}.recall.code:CODE",
        bundled={"recall": {"compare_biases": True, "num_seeds": 3}},
        claims={"recall": f"{_HERE}.recall.claim:THE_BIAS_DECIDES"},
    ),
    Kind(
        name="clipping",
        summary="one run without clipping, with clipping by norm, and by value",
        config=f"{_HERE}.clipping.config:ClippingExperiment",
        train=f"{_HERE}.clipping.train:fit_clipping",
        code=f"{_HERE}.clipping.code:CODE",
        bundled={"clipping": {}},
        claims={"clipping": f"{_HERE}.clipping.claim:CLIPPING_LETS_IT_LEARN"},
    ),
    Kind(
        name="fibonacci",
        summary="tanh and ReLU, on each number from the two before it",
        config=f"{_HERE}.fibonacci.config:FibonacciExperiment",
        train=f"{_HERE}.fibonacci.train:fit_fibonacci",
        trained=f"{_HERE}.fibonacci.trained:NumberReader",
        code=f"{_HERE}.fibonacci.code:CODE",
        bundled={"fibonacci": {}},
    ),
    Kind(
        name="order",
        summary="a net that cannot see the order of words, beside one that reads them in turn",
        config=f"{_HERE}.word_order.config:OrderExperiment",
        train=f"{_HERE}.word_order.train:fit_order",
        trained=f"{_HERE}.word_order.trained:OrderReader",
        code=f"{_HERE}.word_order.code:CODE",
        bundled={"word_order": {}},
        claims={"word_order": f"{_HERE}.word_order.claim:READING_IN_TURN_HELPS"},
    ),
    Kind(
        name="tagging",
        summary="one direction and two, on labelling words",
        config=f"{_HERE}.tagging.config:TaggingExperiment",
        train=f"{_HERE}.tagging.train:fit_tagging",
        trained=f"{_HERE}.tagging.trained:TaggingReader",
        code=f"{_HERE}.tagging.code:CODE",
        bundled={"teddy": {}},
        claims={"teddy": f"{_HERE}.tagging.claim:BOTH_ENDS_KNOW"},
    ),
    Kind(
        name="brackets",
        summary="one layer and two, on marking brackets and the words between them",
        config=f"{_HERE}.brackets.config:BracketsExperiment",
        train=f"{_HERE}.brackets.train:fit_brackets",
        trained=f"{_HERE}.brackets.trained:BracketReader",
        code=f"{_HERE}.brackets.code:CODE",
        bundled={"brackets": {"num_seeds": 3}},
        claims={"brackets": f"{_HERE}.brackets.claim:TWO_SIDES_TAKE_TWO_LAYERS"},
    ),
    Kind(
        name="fill-in",
        summary="the words to the left, to the right and on both sides, on filling in a gap",
        config=f"{_HERE}.fill_in.config:FillInExperiment",
        train=f"{_HERE}.fill_in.train:fit_fill_in",
        trained=f"{_HERE}.fill_in.trained:FillInReader",
        code=f"{_HERE}.fill_in.code:CODE",
        bundled={"stories": {}},
        claims={"stories": f"{_HERE}.fill_in.claim:EACH_SIDE_KNOWS_ITS_OWN"},
    ),
    Kind(
        name="next-word",
        summary="one direction and two, on naming the next word",
        config=f"{_HERE}.next_word.config:NextWordExperiment",
        train=f"{_HERE}.next_word.train:fit_next_word",
        keeps_bare_weights=True,
        code=f"{_HERE}.next_word.code:CODE",
        bundled={"next_word": {}},
        claims={"next_word": f"{_HERE}.next_word.claim:ONLY_COPIED"},
    ),
    Kind(  # no code: it times layers, and the equations of those are on the pages of the cells
        name="step-time",
        summary="how long a training step of each layer takes",
        config=f"{_HERE}.timing.config:StepTimeExperiment",
        train=f"{_HERE}.timing.measure:time_steps",
    ),
    Kind(  # no code: it times single updates
        name="update-time",
        summary="how long an update of word vectors takes, by full softmax and its two short cuts",
        config=f"{_HERE}.timing.config:UpdateTimeExperiment",
        train=f"{_HERE}.timing.measure:time_updates",
    ),
    Kind(  # no code: its runs are experiments of the kinds above, whose pages offer it
        name="trial",
        summary="a claim of articles, tried over several seeds",
        config="seqviz.claims.config:TrialExperiment",
        train="seqviz.claims.trial:run_trial",
        command="trial",
    ),
)
