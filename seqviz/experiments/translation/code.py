"""An encoder-decoder net as scripts and the data they read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.experiments.translation.encoding import load_encoded
from seqviz.experiments.translation.measuring import BATCH_SIZE as MEASURING_BATCH
from seqviz.export.cell_code import bias_note, keras_layer, torch_cell
from seqviz.export.code import Writer
from seqviz.export.filling import fill
from seqviz.export.needed_files import refusal, weights_refusal
from seqviz.export.schedule_code import torch_schedule
from seqviz.export.standalone import standalone
from seqviz.models.attention import AttentionKind
from seqviz.text.padding import buckets

_fill = partial(fill, folder=Path(__file__).parent / "templates")

FILE = "pairs.tsv"
_CLASS: dict[AttentionKind, str] = {
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
    "none": "",
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
    construct = [f"self.attention = AdditiveAttention({size})"] if kind == "additive" else []
    if kind != "none":
        construct.append(f"self.combine = nn.Linear({2 * size}, {size})")
    call = "self.attention" if kind == "additive" else "attend"
    values = {
        **torch_cell(experiment.cell),
        "buckets": standalone(buckets),
        "attention_class": _CLASS[kind],
        "attention_layers": "\n".join(construct),
        "attention_step": "" if kind == "none" else _STEP.format(call=call),
        "schedule": torch_schedule(experiment.schedule),
        "measuring_batch": MEASURING_BATCH,
    }
    return _fill("pytorch", _common(experiment) | values)


def keras_script(experiment: TranslationExperiment) -> str:
    """Write the Keras script of the same layers."""
    size = experiment.hidden_size
    dropped = f"layers.Dropout({experiment.dropout})" if experiment.dropout else ""
    attention = _KERAS_ATTENTION[experiment.attention].format(size=size)
    if attention:
        attention += (
            "both = layers.Concatenate()([looked_at, states])\n"
            f'states = layers.Dense({size}, activation="tanh")(both)\n'
        )
    if dropped:
        attention += f"states = {dropped}(states)\n"
    clip = f", global_clipnorm={experiment.clip_norm}" if experiment.clip_norm else ""
    values = {
        "drop_embedded": f"embedded = {dropped}(embedded)" if dropped else "",
        "drop_given": f"given = {dropped}(given)" if dropped else "",
        "layer": keras_layer(experiment.cell),
        "attention": attention,
        "optimizer": f"keras.optimizers.Adam(learning_rate={experiment.learning_rate}{clip})",
        "bias_note": bias_note(experiment.cell),
    }
    return _fill("keras", _common(experiment) | values)


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
             "num_epochs", "seed", "embedding_dim", "hidden_size", "dropout")  # fmt: skip
    needed = {"needed": refusal(experiment.kind, FILE), "needed_weights": weights_refusal()}
    return {name: getattr(experiment, name) for name in names} | needed


CODE = Writer(pytorch_script, keras_script, data_files)
