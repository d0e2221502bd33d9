"""What single units do: how to sort them, what they follow, which texts excite them most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from seqviz.models.inspect.gates import reading, recover
from seqviz.models.inspect.trace import Direction
from seqviz.models.sentiment import SentimentNet
from seqviz.text.padding import pad

NUM_DISPLACED = 200
_RARELY = 0.95
_TEXTS_AT_ONCE = 64


@dataclass(frozen=True)
class ReadText:
    """One text as a layer read it: its tokens, and one gate's values, (num_tokens, num_units)."""

    tokens: tuple[str, ...]
    values: np.ndarray


@dataclass(frozen=True)
class UnitRanking:
    """Units ranked by how closely they follow a property.

    Attributes:
        units: unit numbers, the closest first, (num_units,).
        correlation: Pearson's r of each, in the same order, -1 to 1.
        chance: the |r| that the best of all units stays below in 95 of 100 displaced copies of the property.
        num_tokens: over how many tokens the correlation is taken.
        num_marked: at how many of them the property is not 0.
    """

    units: np.ndarray
    correlation: np.ndarray
    chance: float
    num_tokens: int
    num_marked: int


@dataclass(frozen=True)
class Excitement:
    """A text and the token at which a unit's value was highest (or lowest) in it."""

    text: int
    token: int
    value: float


def read_texts(
    net: SentimentNet,
    texts: Sequence[tuple[tuple[str, ...], np.ndarray]],
    layer: int,
    direction: Direction,
    gate: str,
) -> tuple[ReadText, ...]:
    """Read many texts and keep one gate of one layer and direction.

    Args:
        net: is read with dropout off, whatever its mode.
        texts: (tokens, token ids) of each, at least one token.
        layer: 0 for the layer that reads the embeddings.
        direction: of reading.
        gate: a gate or state that the net's cell has.
    """
    found: list[ReadText] = []
    for start in range(0, len(texts), _TEXTS_AT_ONCE):
        batch = texts[start : start + _TEXTS_AT_ONCE]
        token_ids, lengths = map(torch.from_numpy, pad([ids for _, ids in batch]))
        with reading(net):
            layers = recover(net.recurrent, net.vectors(token_ids), lengths)
        values = next(one for one in layers if (one.layer, one.direction) == (layer, direction)).gates[gate]
        found += [
            ReadText(tokens, values[k, : len(tokens)].float().numpy().copy())
            for k, (tokens, _) in enumerate(batch)
        ]
    return tuple(found)


def correlation(values: np.ndarray, property_values: np.ndarray) -> np.ndarray:
    """Return each unit's Pearson correlation with one or more properties; 0 where either does not vary.

    Args:
        values: (num_tokens, num_units).
        property_values: (num_tokens,) or (num_tokens, num_properties).

    Returns:
        (num_units,) or (num_units, num_properties), -1 to 1.
    """
    return _standardised(values).T @ _standardised(property_values)


def _standardised(values: np.ndarray) -> np.ndarray:
    """Centre each column and scale it to length 1; a column that does not vary becomes 0."""
    wide = np.asarray(values, dtype=float)
    centred = wide - wide.mean(axis=0)
    length = np.sqrt((centred**2).sum(axis=0))
    constant = length <= 1e-7 * np.sqrt(len(wide)) * np.maximum(np.abs(wide).max(axis=0), 1e-30)
    return np.where(constant, 0.0, centred / np.where(constant, 1.0, length))


def rank_units(values: np.ndarray, property_values: np.ndarray, seed: int = 0) -> UnitRanking:
    """Rank units by |correlation| with a property, and say what chance alone would reach.

    For the control the property is displaced: moved along the tokens by a random distance, what falls off the
    end coming in at the start. It keeps its own rhythm but loses its tie to the text. (Shuffling single tokens
    would be too lenient: states change slowly, and two slow series agree by accident more often.)

    Args:
        values: (num_tokens, num_units), of many texts one after another.
        property_values: (num_tokens,).
        seed: of the displacements.
    """
    num_tokens = len(values)
    units_alike, property_alike = _standardised(values), _standardised(property_values)
    found = units_alike.T @ property_alike
    units = np.argsort(-np.abs(found), kind="stable")
    distances = np.random.default_rng(seed).integers(0, num_tokens, NUM_DISPLACED)
    displaced = np.stack([np.roll(property_alike, distance) for distance in distances], axis=1)
    best_by_chance = np.abs(units_alike.T @ displaced).max(axis=0)
    return UnitRanking(
        units,
        found[units],
        float(np.quantile(best_by_chance, _RARELY)),
        num_tokens,
        int(np.count_nonzero(property_values)),
    )


def by_variance(values: np.ndarray) -> np.ndarray:
    """Return the unit numbers, the one that varies most over the text first, (num_units,)."""
    return np.argsort(-values.var(axis=0), kind="stable")


def by_correlation(values: np.ndarray, path: np.ndarray) -> np.ndarray:
    """Return the unit numbers, the one that follows the prediction's path most closely first, (num_units,).

    Args:
        values: (num_tokens, num_units).
        path: probability of positive after each token, (num_tokens,).
    """
    return np.argsort(-np.abs(correlation(values, path)), kind="stable")


def by_distance(difference: np.ndarray) -> np.ndarray:
    """Return the unit numbers, the one in which two readings are furthest apart first, (num_units,).

    Args:
        difference: of the two, (num_tokens, num_units), NaN where only one has a token.
    """
    return np.argsort(-np.nan_to_num(np.abs(difference)).sum(axis=0), kind="stable")


def most_exciting(texts: Sequence[ReadText], unit: int, count: int, *, sign: int = 1) -> list[Excitement]:
    """Return the texts in which a unit's value gets highest, the highest first; with `sign=-1`, lowest.

    A text is named once, by its highest token; of texts with the same tokens only the first is named.
    """
    found, seen = [], set()
    for number, text in enumerate(texts):
        if text.tokens in seen:
            continue
        seen.add(text.tokens)
        values = sign * text.values[:, unit]
        token = int(values.argmax())
        found.append(Excitement(number, token, float(sign * values[token])))
    return sorted(found, key=lambda excitement: -sign * excitement.value)[:count]
