"""What a net or a comparison is called by: its kind's first settings."""

from __future__ import annotations

from collections.abc import Callable

from seqviz.models.cells.registry import CELLS
from seqviz.runs.settings import WORDS, Config, text_name, value_of, written


def settings_name(kind: str, config: Config) -> str:
    """Name a net or a comparison by its kind's first settings: "LSTM 32, both directions · 8 epochs"."""
    name = _NAMES.get(kind)
    try:
        return kind if name is None else " · ".join(part for part in name(config) if part)
    except KeyError:  # kept by a version that had other settings
        return kind


def _recurrent(config: Config) -> str:
    sizes = config.get("hidden_sizes", config.get("hidden_size"))
    both = ", both directions" if config.get("bidirectional") else ""
    return f"{config['cell'].upper()} {value_of('hidden_sizes', sizes)}{both}"


def _counted(config: Config, name: str) -> str:
    """Write a count with its noun: "8 epochs", "1 epoch"."""
    number, noun = config[name], WORDS[name]
    return f"{number} {noun.removesuffix('s') if number == 1 else noun}"


def _on(config: Config, default: str) -> str:
    return "" if config["corpus"] == default else f"on {text_name(config['corpus'])}"


def _sentiment(config: Config) -> tuple[str, ...]:
    return _recurrent(config), _on(config, "reviews"), _counted(config, "num_epochs")


def _baseline(config: Config) -> tuple[str, ...]:
    return "TF-IDF and logistic regression", _on(config, "reviews")


def _language_model(config: Config) -> tuple[str, ...]:
    return _recurrent(config), config["unit"], _on(config, "harbour"), _counted(config, "num_epochs")


def _translation(config: Config) -> tuple[str, ...]:
    attention = "no attention" if config["attention"] == "none" else f"{config['attention']} attention"
    return f"{_recurrent(config)}, {attention}", text_name(config["task"]), _counted(config, "num_epochs")


def _bottleneck(config: Config) -> tuple[str, ...]:
    sizes = ", ".join(map(str, config["context_sizes"]))
    return (
        f"{config['cell'].upper()} of {sizes} units, {config['attention']} attention and none",
        _counted(config, "num_epochs"),
        _counted(config, "num_seeds"),
    )


def _word_vectors(config: Config) -> tuple[str, ...]:
    size = f"{config['dim']} numbers, window {config['window']}"
    return f"{config['method']}, {size}", _on(config, "world"), _counted(config, "num_epochs")


def _recall(config: Config) -> tuple[str, ...]:
    bias = written("forget_bias", config["forget_bias"]) if config["set_forget_bias"] else ""
    return (
        f"{', '.join(cell.upper() for cell in CELLS)} of {config['hidden_size']} units",
        f"lags to {config['longest_lag']}",
        bias,
        "forget biases compared" if config.get("compare_biases") else "",
        _counted(config, "num_seeds") if config.get("num_seeds", 1) > 1 else "",
    )


def _clipping(config: Config) -> tuple[str, ...]:
    net = f"{config['activation']} net of {config['hidden_size']} units"
    return net, f"length {config['length']}", _counted(config, "num_steps")


def _fibonacci(config: Config) -> tuple[str, ...]:
    return f"tanh and ReLU of {config['hidden_size']} units", _counted(config, "num_steps")


def _order(config: Config) -> tuple[str, ...]:
    return f"feed-forward and recurrent net of {config['hidden_size']} units", _counted(config, "num_steps")


def _one_cell(config: Config) -> tuple[str, ...]:
    return _recurrent(config), _counted(config, "num_steps")


def _step_time(config: Config) -> tuple[str, ...]:
    return "layers in turn", f"{config['units']} units", f"length {config['length']}"


def _update_time(config: Config) -> tuple[str, ...]:
    return "full softmax and its short cuts", f"{config['vocabulary_size']:,} words"


def _trial(config: Config) -> tuple[str, ...]:
    seeds = config["num_seeds"]
    return f"claim {config['claim']} on trial", f"{seeds} seed{'' if seeds == 1 else 's'}"


def _brackets(config: Config) -> tuple[str, ...]:
    return (
        _recurrent(config),
        "one layer and two",
        _counted(config, "num_steps"),
        _counted(config, "num_seeds"),
    )


#: Kind -> the parts of its runs' name.
_NAMES: dict[str, Callable[[Config], tuple[str, ...]]] = {
    "sentiment": _sentiment,
    "baseline": _baseline,
    "language-model": _language_model,
    "translation": _translation,
    "bottleneck": _bottleneck,
    "word-vectors": _word_vectors,
    "recall": _recall,
    "clipping": _clipping,
    "fibonacci": _fibonacci,
    "order": _order,
    "tagging": _one_cell,
    "brackets": _brackets,
    "fill-in": _one_cell,
    "next-word": _one_cell,
    "step-time": _step_time,
    "update-time": _update_time,
    "trial": _trial,
}
