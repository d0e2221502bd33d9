"""A word-vector training as scripts and the text they read."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from pathlib import Path

from seqviz.embeddings.cbow import Cbow
from seqviz.embeddings.cooccurrence import cells_that_count, cooccurrence
from seqviz.embeddings.fasttext import FastText, FastTextConfig, ngram_rows
from seqviz.embeddings.frequencies import noise_distribution
from seqviz.embeddings.glove import train_glove
from seqviz.embeddings.glove_objective import GloveConfig, weight
from seqviz.embeddings.hierarchical_softmax import HierarchicalSoftmax
from seqviz.embeddings.huffman import HuffmanTree
from seqviz.embeddings.skipgram import SkipGram
from seqviz.embeddings.train_in_blocks import SkipGramConfig, train_in_blocks
from seqviz.experiments.word_vectors.config import GLOVE_LEARNING_RATE_FACTOR, Method, WordVectorsExperiment
from seqviz.experiments.word_vectors.data import number_text, texts_read
from seqviz.experiments.word_vectors.keras_parts import ASKED, TABLES, VECTORS
from seqviz.experiments.word_vectors.train import FASTTEXT_BUCKETS
from seqviz.export.code import Writer
from seqviz.export.filling import fill
from seqviz.export.needed_files import refusal, weights_refusal
from seqviz.export.standalone import standalone

_fill = partial(fill, folder=Path(__file__).parent / "templates")

FILE = "texts.txt"
_MODELS: dict[Method, type] = {
    "skip-gram": SkipGram,
    "cbow": Cbow,
    "hierarchical softmax": HierarchicalSoftmax,
    "fasttext": FastText,
}
_TRAIN = """
config = {config}(
    dim=DIM,
    window=WINDOW,
    negatives=NEGATIVES,
    epochs=NUM_EPOCHS,
    learning_rate=LEARNING_RATE,
    subsample=SUBSAMPLE,
    noise_power=NOISE_POWER,
    seed=SEED,{further}
)
model = {model}(numbered.corpus, {vocabulary}config)
for report in train_in_blocks(numbered.corpus, config, model):
    print(f"{{report.fraction:4.0%}}  loss {{report.loss:.4f}}")
"""
_TRAIN_GLOVE = f"""
config = GloveConfig(
    dim=DIM,
    window=WINDOW,
    x_max=FULL_COUNT,
    pseudocount=PSEUDOCOUNT,
    epochs=NUM_EPOCHS,
    learning_rate={GLOVE_LEARNING_RATE_FACTOR} * LEARNING_RATE,
    seed=SEED,
)
for report, model in train_glove(cooccurrence(numbered.corpus, WINDOW, True), config):
    print(f"{{report.fraction:4.0%}}  loss {{report.loss:.4f}}")
"""


def pytorch_script(experiment: WordVectorsExperiment) -> str:
    """Write the PyTorch script that trains exactly as this experiment does."""
    values = _glove(experiment) if experiment.method == "glove" else _in_blocks(experiment.method)
    return _fill("pytorch", _common(experiment) | values)


def keras_script(experiment: WordVectorsExperiment) -> str:
    """Write the Keras script of the same tables."""
    method = experiment.method
    if method == "glove":
        values = {
            "functions": standalone(number_text, cooccurrence, cells_that_count, weight),
            "net": _fill("glove", {}),
            "examples": _fill("cells", {}),
            "loss": '"mse"',
            "examples_per_epoch": "cells.nnz",
            "vectors": "vectors = sum(model.get_layer(name).get_weights()[0] for name in ('focus', 'context'))",
        }
    else:
        functions = {"hierarchical softmax": (HuffmanTree,), "fasttext": (FastTextConfig, ngram_rows)}
        own = functions.get(method, ()) + ((noise_distribution,) if "noise" in ASKED[method] else ())
        values = {
            "functions": standalone(number_text, *own),
            "net": _fill("scored", {}),
            "examples": _fill("pairs", {"asked": ASKED[method]}),
            "loss": "keras.losses.BinaryCrossentropy(from_logits=True)",
            "examples_per_epoch": "len(corpus)" + (" * WINDOW" if method != "cbow" else ""),
            "vectors": VECTORS.get(method, "vectors = model.get_layer('inputs').get_weights()[0]"),
        }
    further = f"NUM_BUCKETS = {FASTTEXT_BUCKETS}" if method == "fasttext" else ""
    return _fill("keras", _common(experiment) | values | {"further": further, "tables": TABLES[method]})


def data_files(experiment: WordVectorsExperiment) -> dict[str, str]:
    """Return the file that both scripts read: name -> text.

    Raises:
        CorpusError: if the text cannot be had.
    """
    _, texts = texts_read(experiment.corpus, experiment.text_share)
    return {FILE: "\n".join(" ".join(text.splitlines()) for text in texts)}


def _in_blocks(method: Method) -> dict[str, str]:
    is_fasttext = method == "fasttext"
    model, config = _MODELS[method], FastTextConfig if is_fasttext else SkipGramConfig
    train = _TRAIN.format(
        config=config.__name__,
        model=model.__name__,
        vocabulary="vocabulary, " if is_fasttext else "",
        further=f"\n    num_buckets={FASTTEXT_BUCKETS}," if is_fasttext else "",
    )
    return {
        "functions": standalone(number_text, config, model, train_in_blocks),
        "train": train,
        "vectors": "model.word_vectors()" if is_fasttext else "model.vectors()",
        "needs": "",
    }


def _glove(experiment: WordVectorsExperiment) -> dict[str, str]:
    return {
        "functions": standalone(number_text, GloveConfig, cooccurrence, train_glove),
        "train": _TRAIN_GLOVE,
        "vectors": "model.vectors()",
        "needs": ", scipy",
    }


def _common(experiment: WordVectorsExperiment) -> dict[str, str]:
    lines = [
        f"{each.name.upper()} = {getattr(experiment, each.name)!r}  # {each.metadata['meaning']}"
        for each in fields(experiment)
        if each.name not in ("corpus", "method")
    ]
    needed = {"needed": refusal(experiment.kind, FILE), "needed_weights": weights_refusal()}
    return {"method": experiment.method, "settings": "\n".join(lines)} | needed


CODE = Writer({"PyTorch": pytorch_script, "Keras": keras_script}, data_files)
