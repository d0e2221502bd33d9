"""What a net or a comparison is called by: its first settings, which each kind names, and what those names share."""

from __future__ import annotations

from seqviz.runs.registry import experiment_class, known_kinds
from seqviz.runs.settings import WORDS, Config, text_name, value_of


def settings_name(kind: str, config: Config) -> str:
    """Name a net or a comparison by its kind's first settings: "LSTM 32, both directions · 8 epochs"."""
    if kind not in known_kinds():
        return kind
    parts = getattr(experiment_class(kind), "name_parts", None)
    try:
        return " · ".join(part for part in parts(config) if part) if parts else kind
    except KeyError:  # kept by a version that had other settings
        return kind


def recurrent(config: Config) -> str:
    """Write a net by its cell, units and directions: "LSTM 32 + 16, both directions"."""
    sizes = config.get("hidden_sizes", config.get("hidden_size"))
    both = ", both directions" if config.get("bidirectional") else ""
    return f"{config['cell'].upper()} {value_of('hidden_sizes', sizes)}{both}"


def counted_setting(config: Config, name: str) -> str:
    """Write a count with its noun: "8 epochs", "1 epoch"."""
    number, noun = config[name], WORDS[name]
    return f"{number} {noun.removesuffix('s') if number == 1 else noun}"


def on_text(config: Config, default: str) -> str:
    """Write what was learned from, unless it is the default: "on IMDB"."""
    return "" if config["corpus"] == default else f"on {text_name(config['corpus'])}"
