"""A sentiment experiment as scripts and the data they read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.data import corpus_of
from seqviz.experiments.sentiment.loop import SENTENCE_ENDS
from seqviz.experiments.sentiment.pretraining import PRETRAINED_LEARNING_RATE_SHARE
from seqviz.experiments.sentiment.stretches import stretches
from seqviz.export.code import Writer
from seqviz.export.filling import fill
from seqviz.export.layers import Layers
from seqviz.export.needed_files import refusal, weights_refusal
from seqviz.export.reviews_table import reviews_table
from seqviz.export.schedule_code import torch_schedule
from seqviz.export.standalone import standalone
from seqviz.models.sentiment import Pooling, pooled_size
from seqviz.text.padding import buckets
from seqviz.text.tokens import words

_fill = partial(fill, folder=Path(__file__).parent / "templates")

FILE = "reviews.csv"
_POOLING: dict[Pooling, str] = {
    "max": "pooled = states.masked_fill(~mask, -math.inf).amax(dim=1)",
    "mean": "pooled = (states * mask).sum(dim=1) / lengths.unsqueeze(1)",
    "max+mean": "largest = states.masked_fill(~mask, -math.inf).amax(dim=1)\n"
    "mean = (states * mask).sum(dim=1) / lengths.unsqueeze(1)\n"
    "pooled = torch.cat([largest, mean], dim=1)",
}
_KERAS_POOLING: dict[Pooling, str] = {
    "last": "pooled = states",
    "max": "pooled = layers.GlobalMaxPooling1D()(states)",
    "mean": "pooled = layers.GlobalAveragePooling1D()(states)",
    "max+mean": "largest, mean = layers.GlobalMaxPooling1D()(states), layers.GlobalAveragePooling1D()(states)\n"
    "pooled = layers.Concatenate()([largest, mean])",
}
_FIRST_VECTORS = """
# the word vectors begin as skip-gram left them: the embedding of seqviz's first snapshot
if (HERE / "first_vectors.safetensors").exists():
    from safetensors.torch import load_file
    with torch.no_grad():
        net.embedding.weight.copy_(load_file(HERE / "first_vectors.safetensors")["embedding.weight"])
else:
    print("There is no first_vectors.safetensors (a finished run's archive has it): the word vectors begin at random")
"""


_ORDER = "order = np.random.default_rng(SEED)"
_CUTS = "\ncuts = np.random.default_rng(SEED)\nsentence_ends = [number.get(token, 1) for token in {ends}]"
_WHOLE = "logits = net(*pad([train_ids[k] for k in chosen]))"
_CUT = """
texts = [train_ids[k] for k in chosen]
if cuts.random() < {share}:  # a short stretch of each review
    texts = stretches(texts, sentence_ends, cuts)
logits = net(*pad(texts))"""


def pytorch_script(experiment: SentimentExperiment) -> str:
    """Write the PyTorch script that builds and trains exactly this experiment's net."""
    layers = _layers(experiment)
    return _fill(
        "pytorch",
        _common(experiment)
        | {
            "cell_class": layers.torch_cell(),
            "recurrent_layers": layers.torch_layers(batch_first=True),
            "read_layers": layers.torch_reading(),
            "pooled_size": pooled_size(layers.output_size, experiment.pooling),
            "pooling": _torch_pooling(experiment),
            "dropout": experiment.dropout,
            "output_sees": "self.dropout(pooled)" if experiment.dropout_before_output else "pooled",
            "buckets": standalone(*([buckets, stretches] if experiment.stretches else [buckets])),
            "orders": _ORDER + (_CUTS.format(ends=SENTENCE_ENDS) if experiment.stretches else ""),
            "read_batch": _CUT.format(share=experiment.stretches) if experiment.stretches else _WHOLE,
            "optimizer": _torch_optimizer(experiment),
            "schedule": torch_schedule(experiment.schedule),
            "rename": layers.rename(),
            "first_vectors": _FIRST_VECTORS if experiment.embedding == "skip-gram" else "",
        },
    )


def keras_script(experiment: SentimentExperiment) -> str:
    """Write the Keras script of the same layers."""
    layers = _layers(experiment)
    lines = [layers.keras_layers(experiment.dropout, last_only=experiment.pooling == "last")]
    lines.append(_KERAS_POOLING[experiment.pooling])
    if experiment.dropout and experiment.dropout_before_output:
        lines.append(f"pooled = layers.Dropout({experiment.dropout})(pooled)")
    values = {
        "layers": "\n".join(lines),
        "optimizer": _keras_optimizer(experiment),
        "bias_note": layers.bias_note(),
    }
    return _fill("keras", _common(experiment) | values)


def data_files(experiment: SentimentExperiment) -> dict[str, str]:
    """Return the file that both scripts read: name -> text.

    Raises:
        CorpusError: if the corpus cannot be had.
    """
    return {FILE: reviews_table(corpus_of(experiment))}


def _layers(experiment: SentimentExperiment) -> Layers:
    return Layers(
        experiment.cell, experiment.embedding_dim, experiment.hidden_sizes, experiment.bidirectional
    )


def _common(experiment: SentimentExperiment) -> dict[str, object]:
    names = ("vocabulary_size", "max_length", "keep", "batch_size", "learning_rate", "clip_norm", "num_epochs",
             "seed", "embedding_dim")  # fmt: skip
    length = experiment.max_length
    return {name: getattr(experiment, name) for name in names} | {
        "trim": f"[:{length}]" if experiment.keep == "first" else f"[-{length}:]",
        "text_functions": standalone(words),
        "needed": refusal(experiment.kind, FILE),
        "needed_weights": weights_refusal(),
    }


def _torch_pooling(experiment: SentimentExperiment) -> str:
    if experiment.pooling != "last":
        return _POOLING[experiment.pooling]
    last = "states[torch.arange(len(states)), lengths - 1"
    if not experiment.bidirectional:
        return f"pooled = {last}]"
    size = experiment.hidden_sizes[-1]
    return f"pooled = torch.cat([{last}, :{size}], states[:, 0, {size}:]], dim=1)"


def _torch_optimizer(experiment: SentimentExperiment) -> str:
    share = PRETRAINED_LEARNING_RATE_SHARE if experiment.embedding == "skip-gram" else None
    if share is None:
        parameters = "net.parameters()"
    else:
        parameters = (
            "[\n"
            f'    {{"params": list(net.embedding.parameters()), "lr": {share} * LEARNING_RATE}},\n'
            '    {"params": [p for name, p in net.named_parameters() if not name.startswith("embedding")]},\n'
            "]"
        )
    rule = {"adam": "Adam", "sgd": "SGD", "rmsprop": "RMSprop"}[experiment.optimizer]
    fused = "" if experiment.optimizer == "rmsprop" else ", fused=True"
    return f"optimizer = torch.optim.{rule}({parameters}, lr=LEARNING_RATE{fused})"


def _keras_optimizer(experiment: SentimentExperiment) -> str:
    rule = {"adam": "Adam", "sgd": "SGD", "rmsprop": "RMSprop"}[experiment.optimizer]
    clip = f", global_clipnorm={experiment.clip_norm}" if experiment.clip_norm else ""
    return f"keras.optimizers.{rule}(learning_rate={experiment.learning_rate}{clip})"


CODE = Writer({"PyTorch": pytorch_script, "Keras": keras_script}, data_files)
