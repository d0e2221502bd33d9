"""Pairs of sequences for encoder-decoder nets: a source and what it shall become."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from seqviz.corpora.dates import date_pairs
from seqviz.corpora.french import french_pairs
from seqviz.corpora.held_out import held_out, without_near_copies
from seqviz.corpora.prose import decode
from seqviz.corpora.records import CorpusError
from seqviz.corpora.reversals import reversals
from seqviz.corpora.tatoeba import SOURCE as TATOEBA_SOURCE
from seqviz.corpora.tatoeba import tatoeba_file

Unit = Literal["characters", "words"]
Tokens = tuple[str, ...]

FEWEST = 20  # pairs; below, nothing is left to measure the net on
LONGEST = 40  # tokens; a longer pair is left out, and the note says how many were
VALIDATION_SHARE = 0.1
BUNDLED = ("reverse", "dates", "french")
_WORD = re.compile(r"[^\W\d_]+'?|\d|[^\w\s]|_")


@dataclass(frozen=True)
class Pair:
    """One example, cut into tokens."""

    source: Tokens
    target: Tokens


@dataclass(frozen=True)
class Pairs:
    """A task for an encoder-decoder net.

    Attributes:
        name: what the page calls it.
        source_unit: how sources are cut.
        target_unit: how targets are cut.
        train: what the net learns from.
        validation: what it is measured on; no source of it is in the training part, nor one of the same words.
        note: one sentence on what was left out and how the validation part was chosen.
        source: one sentence on where the pairs come from.
    """

    name: str
    source_unit: Unit
    target_unit: Unit
    train: tuple[Pair, ...]
    validation: tuple[Pair, ...]
    note: str
    source: str


def cut(text: str, unit: Unit) -> Tokens:
    """Cut a source or target into tokens: characters; or words in lower case, each digit and mark by itself."""
    if unit == "characters":
        return tuple(text.replace(" ", ""))
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


def joined(tokens: Iterable[str], unit: Unit) -> str:
    """Write tokens as a text; the inverse of `cut` but for case and the blanks around marks."""
    if unit == "characters":
        return "".join(tokens)
    return re.sub(r"(') |(?<=\d) (?=\d)| (?=[.,])|(?<=\w) (-) (?=\w)", r"\1\2", " ".join(tokens))


def load_pairs(spec: str, *, max_length: int = LONGEST, count: int = 4_000, seed: int = 0) -> Pairs:
    """Load a task by its name.

    Args:
        spec: `reverse`, `dates`, `french` (ours, generated), `tatoeba`, `upload:KEY`, or the path of a tab-separated
            file.
        max_length: most tokens of a source or target; longer pairs are left out. Sources to reverse have
            1 to `max_length` letters.
        count: how many pairs to draw or to keep, the first ones of a file.
        seed: seed of the random numbers for drawing and for choosing the validation part.

    Raises:
        CorpusError: if there is no such task, a line has no tab, or too few pairs are left.
    """
    if spec == "reverse":
        texts = reversals(count, max_length, seed)
        return _parted("Reversing letters", texts, ("characters", "characters"), max_length, seed, _OURS)
    if spec == "dates":
        return _parted(
            "Dates to ISO", date_pairs(count, seed), ("words", "characters"), max_length, seed, _OURS
        )
    if spec == "french":
        return _parted("English to French", french_pairs(count, seed), _WORDS, max_length, seed, _OURS)
    if spec.startswith("upload:"):
        from seqviz.corpora.uploads import read

        texts = read_pairs(decode(read(spec)))[:count]
        return _of_file("Your pairs", texts, max_length, seed, "Your own pairs; nobody else is shown them.")
    if spec == "tatoeba":
        texts = read_pairs(decode(_bytes(tatoeba_file())))[:count]
        return _new_to_the_net(_of_file("Tatoeba", texts, max_length, seed, TATOEBA_SOURCE))
    path = Path(spec).expanduser()
    texts = read_pairs(decode(_bytes(path)))[:count]
    return _of_file(path.name, texts, max_length, seed, f"The file {path.name}.")


_WORDS: tuple[Unit, Unit] = ("words", "words")
_OURS = "Generated for this app by rules of our own; public domain (CC0)."


def read_pairs(text: str) -> list[tuple[str, str]]:
    """Read tab-separated pairs, as Tatoeba gives them; columns after the second are left out, so are empty lines.

    Raises:
        CorpusError: naming the line that has no tab or an empty side.
    """
    pairs = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        columns = line.split("\t")
        if len(columns) < 2:
            raise CorpusError(f"Line {number} has no tab between source and target: {line[:60]!r}.")
        source, target = columns[0].strip(), columns[1].strip()
        if not source or not target:
            raise CorpusError(f"Line {number} has an empty side: {line[:60]!r}.")
        pairs.append((source, target))
    return pairs


def _of_file(name: str, texts: list[tuple[str, str]], max_length: int, seed: int, source: str) -> Pairs:
    """Part a file's pairs; those to measure on are shuffled, for many files begin with their shortest pairs."""
    pairs = _parted(name, texts, _WORDS, max_length, seed, source)
    shuffled = random.Random(seed).sample(pairs.validation, len(pairs.validation))
    return replace(pairs, validation=tuple(shuffled))


def _new_to_the_net(pairs: Pairs) -> Pairs:
    """Leave out of the validation part what has a near-copy in the training part."""
    is_new = without_near_copies([p.source for p in pairs.train], [p.source for p in pairs.validation])
    kept = tuple(pair for pair, new in zip(pairs.validation, is_new, strict=True) if new)
    left_out = (
        f" Of these, {len(pairs.validation) - len(kept):,} are left out: nearly the same was trained on."
    )
    return replace(pairs, validation=kept, note=pairs.note + left_out)


def _parted(
    name: str,
    texts: list[tuple[str, str]],
    units: tuple[Unit, Unit],
    max_length: int,
    seed: int,
    source: str,
) -> Pairs:
    pairs = [Pair(cut(left, units[0]), cut(right, units[1])) for left, right in texts]
    kept = [
        pair for pair in pairs if 0 < len(pair.source) <= max_length and 0 < len(pair.target) <= max_length
    ]
    train, validation = part_by_source(kept, seed)
    if len(kept) < FEWEST or not validation:
        raise CorpusError(
            f"{name} needs at least {FEWEST} different pairs of 1 to {max_length} tokens a side; "
            f"there are {len(kept)}."
        )
    num_longer = len(pairs) - len(kept)
    longer = f", {num_longer:,} longer than {max_length} tokens left out" if num_longer else ""
    note = (
        f"{len(kept):,} pairs{longer}; a tenth of the different sources, chosen by chance, is kept for "
        "validation."
    )
    return Pairs(name, *units, train, validation, note, source)


def part_by_source(pairs: Sequence[Pair], seed: int) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Part pairs into training and validation by the words of the source: none of the latter is learned from."""
    is_held_out = held_out([pair.source for pair in pairs], VALIDATION_SHARE, seed + 1)
    parts: tuple[list[Pair], list[Pair]] = [], []
    for pair, held in zip(pairs, is_held_out, strict=True):
        parts[held].append(pair)
    return tuple(parts[0]), tuple(parts[1])


def _bytes(path: Path) -> bytes:
    import gzip
    import zlib

    try:
        data = path.read_bytes()
        return gzip.decompress(data) if path.suffix == ".gz" else data
    except (OSError, EOFError, zlib.error) as error:
        raise CorpusError(f"No pairs can be read from {str(path)[:200]!r}: {error}.") from error
