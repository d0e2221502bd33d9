"""A comparison of several nets as scripts and the data they read."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

from seqviz.corpora.reviews import review_corpus
from seqviz.export.code import Writer
from seqviz.export.comparison_parts import Parts, settings_of
from seqviz.export.filling import fill
from seqviz.export.needed_files import refusal, weights_refusal
from seqviz.export.reviews_table import reviews_table

_NEVER = "LEARNED = math.inf  # the share of right answers at which a net need not train on"
_TRAINING = 'report += f", loss {train(arm, net):.6f}"'
_WITH_WEIGHTS = {
    "weights_usage": "python train.py weights.safetensors    loads the weights downloaded from seqviz instead",
    "needs": "; safetensors to load weights",
    "import_sys": "import sys",
    "weights_path": "WEIGHTS = next((each for each in sys.argv[1:] if each.endswith('.safetensors')), None)"
    + weights_refusal(),
    "load": """
if WEIGHTS:
    from safetensors.torch import load_file

    weights = load_file(WEIGHTS)
    $rename
""",
    "learn": f"""
if WEIGHTS:
    own = {{name.split("/")[1]: value for name, value in weights.items() if name.startswith(f"{{arm}}/")}}
    net.load_state_dict(own)
else:
    {_TRAINING}
""",
}
_WITHOUT_WEIGHTS = dict.fromkeys(_WITH_WEIGHTS, "") | {"learn": _TRAINING}


def comparison_writer(parts_of: Callable[[Any], Parts]) -> Writer:
    """Return how a comparison is written as code.

    Args:
        parts_of: from an experiment to what its scripts consist of.
    """
    return Writer(
        {
            "PyTorch": lambda experiment: _pytorch_script(experiment, parts_of(experiment)),
            "Keras": lambda experiment: _keras_script(experiment, parts_of(experiment)),
        },
        lambda experiment: {
            name: reviews_table(review_corpus()) for name in [parts_of(experiment).files] if name
        },
    )


def _pytorch_script(experiment: Any, parts: Parts) -> str:
    rule = "SGD(net.parameters(), lr=LEARNING_RATE)"
    if parts.optimizer == "Adam":
        rule = "Adam(net.parameters(), lr=LEARNING_RATE, fused=True)"
    values = {
        "nets": parts.torch_nets,
        "optimizer": f"torch.optim.{rule}",
        "steps_a_turn": parts.steps_a_turn,
        "learned": "" if "LEARNED" in parts.further else _NEVER,
    }
    weights = _WITHOUT_WEIGHTS
    if parts.has_weights:
        rename = textwrap.indent(parts.rename, "    ")
        weights = _WITH_WEIGHTS | {"load": _WITH_WEIGHTS["load"].replace("    $rename", rename)}
    return fill("comparison_pytorch", _common(experiment, parts) | values | weights)


def _keras_script(experiment: Any, parts: Parts) -> str:
    options = "learning_rate=LEARNING_RATE"
    if experiment.kind == "clipping":
        options += ", **CLIPPING[arm]"
    elif getattr(experiment, "clip_norm", parts.further.get("CLIP_NORM")):
        options += ", global_clipnorm=CLIP_NORM"
    values = {
        "nets": parts.keras_nets,
        "optimizer": f"keras.optimizers.{parts.optimizer}({options})",
        "loss": parts.keras_loss,
        "bias_note": parts.bias_note,
    }
    return fill("comparison_keras", _common(experiment, parts) | values)


def _common(experiment: Any, parts: Parts) -> dict[str, Any]:
    reads = (
        f"It reads {parts.files} from the folder that it lies in."
        if parts.files
        else "It draws its own data."
    )
    return {
        "about": parts.about,
        "reads": reads,
        "settings": settings_of(experiment, parts),
        "functions": parts.functions,
        "data": parts.data,
        "seed": parts.seed,
        "needed": refusal(experiment.kind, *filter(None, [parts.files])),
    }
