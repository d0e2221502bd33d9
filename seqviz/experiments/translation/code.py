"""An encoder-decoder net as scripts and the data they read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.experiments.translation.encoding import load_encoded
from seqviz.experiments.translation.measuring import BATCH_SIZE as MEASURING_BATCH
from seqviz.export.cell_code import bias_note, keras_layer, torch_cell, torch_layer
from seqviz.export.code import Writer
from seqviz.export.filling import fill
from seqviz.export.needed_files import refusal, weights_refusal
from seqviz.export.schedule_code import torch_schedule
from seqviz.export.standalone import standalone
from seqviz.models.attention import AttentionKind
from seqviz.models.cells.registry import Cell
from seqviz.text.padding import buckets

_fill = partial(fill, folder=Path(__file__).parent / "templates")

FILE = "pairs.tsv"
#: Kind of attention -> its class or function.
ATTENTION: dict[AttentionKind, str] = {
    "none": "",
    "dot": """
def attend(queries, keys, mask):
    \"\"\"Attention weights by dot product, (batch, target_length, source_length); rows sum to 1.\"\"\"
    scores = queries @ keys.transpose(1, 2) / math.sqrt(keys.shape[2])
    return scores.masked_fill(~mask.unsqueeze(1), -math.inf).softmax(dim=2)

""",
    "additive": """
class AdditiveAttention(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        self.query = nn.Linear(hidden_size, hidden_size, bias=False)
        self.key = nn.Linear(hidden_size, hidden_size, bias=False)
        self.score = nn.Linear(hidden_size, 1, bias=False)

    def forward(self, queries, keys, mask):
        \"\"\"Attention weights by v . tanh(W q + U k), (batch, target_length, source_length); rows sum to 1.\"\"\"
        both = torch.tanh(self.query(queries).unsqueeze(2) + self.key(keys).unsqueeze(1))
        scores = self.score(both).squeeze(3)
        return scores.masked_fill(~mask.unsqueeze(1), -math.inf).softmax(dim=2)

""",
}
_STEP = """
weights = {call}(states, encoder_states, mask)  # (batch, target_length, source_length)
states = torch.tanh(self.combine(torch.cat([weights @ encoder_states, states], dim=2)))
"""
_KERAS_ATTENTION: dict[AttentionKind, str] = {
    "dot": """
# Keras's dot product is not divided by the square root of the length
looked_at = layers.Attention()([states, encoder_states])
""",
    "additive": """
query = layers.Dense({size}, use_bias=False)(states)
key = layers.Dense({size}, use_bias=False)(encoder_states)
looked_at = layers.AdditiveAttention()([query, encoder_states, key])
""",
}


def pytorch_script(experiment: TranslationExperiment) -> str:
    """Write the PyTorch script that builds and trains exactly this experiment's net."""
    size, kind = experiment.hidden_size, experiment.attention
    values = {
        **torch_cell(experiment.cell),
        "buckets": standalone(buckets),
        "attention_class": ATTENTION[kind],
        "net": net_class(
            experiment.cell,
            attention_layers="" if kind == "none" else attention_layers(kind, size),
            attention_step="" if kind == "none" else attention_step(kind),
            arguments="self",
            embedding_dim=experiment.embedding_dim,
            hidden_size=size,
            num_source="len(source_vocabulary)",
            num_target="len(target_vocabulary)",
            dropout=experiment.dropout,
            free_running=_fill("free_running", {}),
        ),
        "schedule": torch_schedule(experiment.schedule),
        "measuring_batch": MEASURING_BATCH,
    }
    return _fill("pytorch", _common(experiment) | values)


def net_class(cell: Cell, **values: object) -> str:
    """Write the class of an encoder-decoder net; see `templates/net.py.txt` for what it is filled with."""
    return _fill("net", {"layer": torch_layer(cell), **values})


def attention_layers(kind: AttentionKind, size: object) -> str:
    """Write what the net's `__init__` makes for its attention, of so many units."""
    layers = [f"self.attention = AdditiveAttention({size})"] if kind == "additive" else []
    doubled = 2 * size if isinstance(size, int) else f"2 * {size}"
    return "\n".join([*layers, f"self.combine = nn.Linear({doubled}, {size})"])


def attention_step(kind: AttentionKind) -> str:
    """Write how a decoder with attention looks back at the source."""
    return _STEP.format(call="self.attention" if kind == "additive" else "attend")


def keras_script(experiment: TranslationExperiment) -> str:
    """Write the Keras script of the same layers."""
    kind = experiment.attention
    clip = f", global_clipnorm={experiment.clip_norm}" if experiment.clip_norm else ""
    values = {
        "net": keras_net(
            experiment.cell,
            "" if kind == "none" else keras_attention(kind, experiment.hidden_size),
            experiment.dropout,
            embedding_dim=experiment.embedding_dim,
            hidden_size=experiment.hidden_size,
            num_source="len(source_vocabulary)",
            num_target="len(target_vocabulary)",
        ),
        "optimizer": f"keras.optimizers.Adam(learning_rate={experiment.learning_rate}{clip})",
        "bias_note": bias_note(experiment.cell),
    }
    return _fill("keras", _common(experiment) | values)


def keras_net(cell: Cell, attention: str, dropout: float, **values: object) -> str:
    """Write an encoder-decoder net in Keras; see `templates/keras_net.py.txt` for what it is filled with."""
    names = {"drop_embedded": "embedded", "drop_given": "given", "drop_states": "states"}
    drops = {
        place: f"{name} = layers.Dropout({dropout})({name})" if dropout else ""
        for place, name in names.items()
    }
    return _fill("keras_net", {"layer": keras_layer(cell), "attention": attention, **drops, **values})


def keras_attention(kind: AttentionKind, size: object) -> str:
    """Write how a decoder with attention looks back at the source, in Keras."""
    return (
        _KERAS_ATTENTION[kind].format(size=size)
        + "both = layers.Concatenate()([looked_at, states])\n"
        + f'states = layers.Dense({size}, activation="tanh")(both)\n'
    )


def data_files(experiment: TranslationExperiment) -> dict[str, str]:
    """Return the file that both scripts read: name -> text.

    Raises:
        CorpusError: if the pairs cannot be had.
    """
    pairs = load_encoded(experiment).pairs
    lines = [
        f"{part}\t{' '.join(pair.source)}\t{' '.join(pair.target)}"
        for part in ("train", "validation")
        for pair in getattr(pairs, part)
    ]
    return {FILE: "\n".join(lines) + "\n"}


def _common(experiment: TranslationExperiment) -> dict[str, object]:
    names = ("vocabulary_size", "max_length", "teacher_forcing", "batch_size", "learning_rate", "clip_norm",
             "num_epochs", "seed")  # fmt: skip
    needed = {"needed": refusal(experiment.kind, FILE), "needed_weights": weights_refusal()}
    return {name: getattr(experiment, name) for name in names} | needed


CODE = Writer({"PyTorch": pytorch_script, "Keras": keras_script}, data_files)
