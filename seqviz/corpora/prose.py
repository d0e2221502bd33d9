"""Running text for language models: our own book, NLTK's Gutenberg texts, a person's own."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from seqviz.corpora.harbour import harbour_book
from seqviz.corpora.records import CorpusError
from seqviz.text.decoding import BINARY, decoded, is_binary

if TYPE_CHECKING:
    from nltk.data import PathPointer

SHORTEST = 200  # characters; below, nothing is left to measure the net on
LONGEST = 1_200_000  # characters kept; more would not be read within a lesson
VALIDATION_SHARE = 0.1
GUTENBERG = (
    "austen-emma", "austen-persuasion", "austen-sense", "blake-poems", "bryant-stories", "carroll-alice",
    "chesterton-ball", "chesterton-brown", "chesterton-thursday", "edgeworth-parents", "melville-moby_dick",
    "milton-paradise", "shakespeare-caesar", "shakespeare-hamlet", "shakespeare-macbeth", "whitman-leaves",
)  # fmt: skip


@dataclass(frozen=True)
class Prose:
    """A text in two parts.

    Attributes:
        name: what the page calls it.
        train: what the model learns from: the beginning.
        validation: what it is measured on: the last tenth, never trained on.
        source: one sentence on where it comes from.
    """

    name: str
    train: str
    validation: str
    source: str


def load_prose(spec: str) -> Prose:
    """Load a text by its name.

    Args:
        spec: `harbour` (ours), `gutenberg:NAME` (one of `GUTENBERG`), `upload:KEY`, or the path of a text file.

    Raises:
        CorpusError: if there is no such text, or if it is shorter than `SHORTEST` characters.
    """
    if spec == "harbour":
        source = "Written for this app by a seeded grammar of our own; public domain (CC0)."
        return _parted("The Harbour Book", harbour_book(), source)
    if spec.startswith("gutenberg:"):
        name = spec.removeprefix("gutenberg:")
        return _parted(
            gutenberg_title(spec),
            _gutenberg(name),
            "Project Gutenberg, by way of NLTK; public domain in the USA.",
        )
    if spec.startswith("upload:"):
        from seqviz.corpora.uploads import read

        return _parted("Your text", decode(read(spec)), "Your own text; nobody else is shown it.")
    return _parted(Path(spec).name, decode(_file(spec)), f"The file {Path(spec).name}.")


def is_at_hand(spec: str) -> bool:
    """Tell whether `load_prose` can do without a download."""
    return not spec.startswith("gutenberg:") or spec.removeprefix("gutenberg:") in gutenberg_texts()


def gutenberg_title(spec: str) -> str:
    """Return what people call a Gutenberg text: gutenberg:austen-emma -> Austen: Emma; another name stays."""
    if not spec.startswith("gutenberg:"):
        return spec
    author, _, book = spec.removeprefix("gutenberg:").partition("-")
    return f"{author.title()}: {book.replace('_', ' ').title()}"


def decode(data: bytes) -> str:
    """Read bytes as text; line ends become one kind.

    Raises:
        CorpusError: if they are no text.
    """
    text = decoded(data)
    if is_binary(text):
        raise CorpusError(BINARY)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _parted(name: str, text: str, source: str) -> Prose:
    text = text.strip()[:LONGEST]
    if len(text) < SHORTEST:
        raise CorpusError(
            f"A text to learn from needs at least {SHORTEST} characters; {name} has {len(text)}."
        )
    end = _boundary(text, round(len(text) * (1 - VALIDATION_SHARE)))
    return Prose(name, text[:end], text[end:], source)


def _boundary(text: str, near: int) -> int:
    """Return the end of the line that is nearest before a place, or the place itself if that is far."""
    line_end = text.rfind("\n", near - 500, near)
    return near if line_end < near // 2 else line_end + 1


def gutenberg_texts() -> tuple[str, ...]:
    """Return the Gutenberg texts that NLTK has on this computer, by the names of `GUTENBERG`."""
    return tuple(name for name in GUTENBERG if _place_of(name) is not None)


def _place_of(name: str) -> PathPointer | None:
    """Find a text where NLTK looks now, zipped or not; NLTK's own reader goes on to look where it once was."""
    import nltk

    named = [folder for folder in os.environ.get("NLTK_DATA", "").split(os.pathsep) if folder]
    nltk.data.path += [
        folder for folder in named if folder not in nltk.data.path
    ]  # NLTK asks once, when it loads
    for folder in ("corpora/gutenberg", "corpora/gutenberg.zip/gutenberg"):
        try:
            return nltk.data.find(f"{folder}/{name}.txt")
        except LookupError:
            continue
    return None


def fetch_gutenberg() -> None:
    """Download NLTK's Gutenberg texts (about 4 MB).

    Raises:
        CorpusError: if that fails.
    """
    import nltk

    if not nltk.download("gutenberg", quiet=True):
        raise CorpusError(
            "The Gutenberg texts could not be downloaded: check the connection, or take our own book."
        )


def _gutenberg(name: str) -> str:
    if name not in GUTENBERG:
        raise CorpusError(
            f"There is no Gutenberg text called {name[:40]!r}; there are {', '.join(GUTENBERG)}."
        )
    if _place_of(name) is None:
        fetch_gutenberg()
    place = _place_of(name)
    if place is None:
        raise CorpusError(f"This copy of NLTK's Gutenberg texts does not hold {name}.")
    with place.open() as file:
        return str(file.read().decode("latin-1"))  # as NLTK's own reader does


def _file(path: str) -> bytes:
    try:
        return Path(path).expanduser().read_bytes()
    except OSError as error:
        raise CorpusError(f"No text can be read from {path[:200]!r}: {error.strerror or error}.") from error
