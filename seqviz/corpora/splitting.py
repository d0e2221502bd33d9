"""The validation part: chosen so that nothing the net has learnt from stands in it."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seqviz.corpora.records import CorpusError, LabelledTexts

_WORD = re.compile(r"\w+")
_IMDB_ID = re.compile(r"^(?:train|test)/(?:pos|neg)/(\d+)_\d+(?:\.txt)?$")
BLOCKS = (
    "Validation is one block of neighbouring ids of each class (reviews of one film lie together); "
    "reviews that differ in case and punctuation at most stay on one side."
)
AT_RANDOM = (
    "Validation was drawn at random, equally from both classes; texts that differ in case and punctuation at most "
    "stay on one side."
)


@dataclass(frozen=True)
class Split:
    """A training and a validation part, and a sentence on how they were parted."""

    train: LabelledTexts
    validation: LabelledTexts
    note: str


def split_validation(texts: LabelledTexts, share: float = 0.1, seed: int = 0) -> Split:
    """Take a share of each class for validation.

    Where all ids are IMDB's (`train/pos/123_7`), the part is a block of consecutive ids per class, as reviews of one
    film have consecutive ids; otherwise it is random. Texts that differ in case, spaces and punctuation at most always
    stay on one side.

    Args:
        texts: what there is.
        share: of each class, between 0 and 1, both excluded.
        seed: draws the block's place, or the texts.

    Raises:
        CorpusError: if a class is too small to have a text on either side.
    """
    if not 0 < share < 1:
        raise ValueError(f"the validation share must lie between 0 and 1, not {share}")
    numbers = _imdb_numbers(texts.ids)
    generator = random.Random(seed)
    chosen: set[int] = set()
    for label in (0, 1):
        places = [int(place) for place in np.flatnonzero(texts.labels == label)]
        chosen |= (
            _block(places, numbers, share, generator) if numbers else _drawn(places, texts, share, generator)
        )
    return _parted(texts, _together(texts, chosen), BLOCKS if numbers else AT_RANDOM)


def _imdb_numbers(ids: Sequence[str] | None) -> list[int] | None:
    found = [_IMDB_ID.match(name) for name in ids or ()]
    return [int(name[1]) for name in found if name] if found and all(found) else None


def _size(num_texts: int, share: float) -> int:
    return min(max(1, round(num_texts * share)), num_texts - 1)


def _block(places: list[int], numbers: list[int], share: float, generator: random.Random) -> set[int]:
    places = sorted(places, key=lambda place: numbers[place])
    size = _size(len(places), share)
    start = int(generator.random() * (len(places) - size + 1))
    return set(places[start : start + size])


def _drawn(places: list[int], texts: LabelledTexts, share: float, generator: random.Random) -> set[int]:
    """Draw whole groups of texts that say the same until the share is reached."""
    groups: dict[str, list[int]] = {}
    for place in places:
        groups.setdefault(_said(texts.texts[place]), []).append(place)
    order = sorted(groups.values(), key=lambda group: (generator.random(), group[0]))
    chosen: set[int] = set()
    for group in order[:-1]:
        if len(chosen) >= _size(len(places), share):
            break
        chosen.update(group)
    return chosen


def _together(texts: LabelledTexts, chosen: set[int]) -> set[int]:
    """Give back to training each chosen text that also stands there."""
    learnt = {_said(text) for place, text in enumerate(texts.texts) if place not in chosen}
    return {place for place in chosen if _said(texts.texts[place]) not in learnt}


def _said(text: str) -> str:
    """Return a text's letters and digits alone, in lower case; texts of neither stay as they are."""
    return " ".join(_WORD.findall(text.casefold())) or text


def _parted(texts: LabelledTexts, chosen: set[int], note: str) -> Split:
    rest = [place for place in range(len(texts)) if place not in chosen]
    train, validation = take(texts, rest), take(texts, sorted(chosen))
    if len(set(train.labels.tolist())) < 2 or len(set(validation.labels.tolist())) < 2:
        different = set(zip(map(_said, texts.texts), texts.labels.tolist(), strict=True))
        counts = ", ".join(
            f"{sum(own == label for _, own in different)} {name}"
            for label, name in enumerate(("negative", "positive"))
        )
        raise CorpusError(
            f"Two different texts of each class are needed to keep some for validation; here are {counts}."
        )
    return Split(train, validation, note)


def take(texts: LabelledTexts, places: Sequence[int]) -> LabelledTexts:
    """Pick texts by their places, in that order."""
    ids = tuple(texts.ids[place] for place in places) if texts.ids else None
    labels = texts.labels[np.asarray(places, dtype=np.int64)]
    return LabelledTexts(tuple(texts.texts[place] for place in places), labels, ids)
