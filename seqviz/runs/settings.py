"""An experiment's settings in words, and in which settings two experiments differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any

from seqviz.corpora.prose import gutenberg_title
from seqviz.corpora.uploads import PREFIX
from seqviz.models.cells.registry import CELLS
from seqviz.text.numbers_written import with_minus

Config = Mapping[str, Any]

#: Field -> what people call it, where its own name with spaces would not do.
WORDS: dict[str, str] = {
    "hidden_sizes": "units",
    "hidden_size": "units",
    "context_sizes": "context sizes",
    "num_epochs": "epochs",
    "num_steps": "steps",
    "num_pairs": "pairs",
    "num_seeds": "repetitions",
    "num_terms": "numbers",
    "num_symbols": "symbols",
    "bidirectional": "both directions",
    "set_forget_bias": "forget bias set by hand",
    "embedding_dim": "word-vector size",
    "dim": "vector size",
    "clip_norm": "clip norm",
    "corpus": "text",
    "task": "pairs to learn",
}
TITLES = {
    "imdb": "IMDB",
    "movie_reviews": "NLTK's movie reviews",
    "tatoeba": "Tatoeba's sentences",
    "harbour": "The Harbour Book",
    "world": "the small world",
}


def _has_forget_bias(config: Config) -> bool:
    cell = config.get("cell")
    return isinstance(cell, str) and cell in CELLS and CELLS[cell].forget_bias_gate is not None


#: Field -> whether it acts, by the other settings; fields that are not here always do.
_ACTS: dict[str, Callable[[Config], bool]] = {
    "forget_bias": lambda config: config.get("set_forget_bias", _has_forget_bias(config)),
    "dropout_before_output": lambda config: config.get("dropout", 0.0) > 0,
    **dict.fromkeys(
        ("negatives", "noise_power", "subsample"), lambda config: config.get("method") != "glove"
    ),
    **dict.fromkeys(("full_count", "pseudocount"), lambda config: config.get("method") == "glove"),
}


def acts(name: str, config: Config) -> bool:
    """Tell whether a setting has any effect beside the others: a forget bias has none where it is not set."""
    return name not in _ACTS or _ACTS[name](config)


def differing(one: Config, other: Config) -> list[str]:
    """Return the names of the settings in which two experiments of a kind differ, in their own order.

    A setting that does not act in one of them is none: the setting that turned it off is.
    """
    unlike = (name for name in one if name in other and one[name] != other[name])
    return [name for name in unlike if acts(name, one) and acts(name, other)]


def called(name: str, value: Any) -> str:
    """Name a setting before its value: "units", and with a colon before a yes or no."""
    return WORDS.get(name, name.replace("_", " ")) + (":" if isinstance(value, bool) else "")


def written(name: str, value: Any) -> str:
    """Write a setting with its value: "learning rate 0.005", "units 32 + 16", "both directions: yes"."""
    return f"{called(name, value)} {value_of(name, value)}"


def value_of(name: str, value: Any) -> str:
    """Write the value of a setting; of an upload not the key, for whoever knows it can read the file."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return " + ".join(map(str, value))
    if isinstance(value, float):
        return with_minus(value, "g")
    if name in ("corpus", "task"):
        return text_name(value)
    return str(value).upper() if name == "cell" else str(value)


def text_name(spec: str) -> str:
    """Name a text that is learned from."""
    titled = TITLES.get(spec) or PurePath(gutenberg_title(spec)).name
    return "an uploaded file" if spec.startswith(PREFIX) else titled
