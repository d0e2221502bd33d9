"""What can be known of each place of a text by looking at it: to be held against what a net's units do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

_VOWELS = frozenset("aeiouyAEIOUY")


def inside_quotes(pieces: Sequence[str]) -> np.ndarray:
    """Tell at each piece whether a quotation is open after it, (num_pieces,) float64 of 0 and 1."""
    marks = np.array([piece.count('"') for piece in pieces])
    return (np.cumsum(marks) % 2).astype(float)


def place_in_line(pieces: Sequence[str]) -> np.ndarray:
    """Count at each piece the characters since the last line break, (num_pieces,) float64."""
    places, place = [], 0
    for piece in pieces:
        place = 0 if "\n" in piece else place + len(piece)
        places.append(place)
    return np.array(places, float)


def vowel(pieces: Sequence[str]) -> np.ndarray:
    """Tell at each piece whether it ends with a vowel letter, (num_pieces,) float64 of 0 and 1."""
    return np.array([piece[-1:] in _VOWELS for piece in pieces], float)


def place_in_word(pieces: Sequence[str]) -> np.ndarray:
    """Count at each piece the letters since the word began, 0 outside words, (num_pieces,) float64."""
    places, place = [], 0
    for piece in pieces:
        place = place + len(piece) if piece.isalpha() else 0
        places.append(place)
    return np.array(places, float)


#: What people call each feature.
FEATURES: dict[str, Callable[[Sequence[str]], np.ndarray]] = {
    "a quotation is open": inside_quotes,
    "place in the line": place_in_line,
    "a vowel": vowel,
    "place in the word": place_in_word,
}


def correlations(states: np.ndarray, feature: np.ndarray) -> np.ndarray:
    """Correlate every unit with a feature over the places of a text (Pearson).

    Args:
        states: (num_places, num_units).
        feature: (num_places,).

    Returns:
        (num_units,), -1 to 1; 0 where a unit or the feature never changes.

    Raises:
        ValueError: if there are not as many places in both.
    """
    if len(states) != len(feature):
        raise ValueError(f"{len(states)} places with states but {len(feature)} with the feature")
    units = states - states.mean(axis=0)
    centred = feature - feature.mean()
    scale = np.sqrt((units**2).sum(axis=0) * (centred**2).sum())
    products = units.T @ centred
    return np.divide(products, scale, out=np.zeros_like(products, float), where=scale > 1e-12)
