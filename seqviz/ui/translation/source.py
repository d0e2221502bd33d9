"""What a net translates: a source of a person's own, or an example, and which of its tokens the net does not know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seqviz.corpora.pairs import joined
from seqviz.experiments.translation.claim import EXAMPLE
from seqviz.experiments.translation.trained import Translation, TranslationReader
from seqviz.models.seq2seq import SPECIALS
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Text

SOURCE = Text("source", "", 2000)
EXAMPLES = {
    "tatoeba": EXAMPLE,
    "french": "the girl does not see the white house in the evening",
    "dates": "tuesday the third of march 1987",
    "reverse": "abcdefgh",
}
#: Tokens that a net of a person's own pairs reads before anything is typed.
KNOWN_READ = 3
MOST_UNKNOWN_SHOWN = 8


def source_line(net: TranslationReader) -> str:
    """Let a person type a source; return it, or the task's example where it is empty."""
    controls.line(SOURCE, "Your own source", help=f"Left empty, it reads “{escaped(example_of(net))}”.")
    return source_of(net)


def source_of(net: TranslationReader) -> str:
    """Return what the net reads: what was typed, or the task's example where that is empty."""
    text = str(page_state.value(SOURCE))
    return text if net.tokens(text) else example_of(net)


def example_of(net: TranslationReader) -> str:
    """Return a source that the net can read: the task's, or the first tokens it knows of a person's own pairs."""
    known = net.source_vocabulary[len(SPECIALS) :]
    return EXAMPLES.get(net.experiment.task) or joined(known[:KNOWN_READ], net.source_unit)


def unknown_in_words(tokens: Sequence[str], unknown: Sequence[str]) -> str:
    """Say which tokens the net does not know, and when it knows none.

    Args:
        tokens: all that it reads.
        unknown: those that it does not know, at least one, each once.
    """
    shown = escaped(", ".join(unknown[:MOST_UNKNOWN_SHOWN]))
    said = f"Not in its vocabulary, so read as unknown and marked ‹ ›: {shown}"
    if set(tokens) - set(unknown):
        return said
    return f"{said}. It knows nothing of this text, so what it writes says nothing about it."


def marked(net: TranslationReader, translation: Translation) -> Translation:
    """Return a translation in whose source the tokens that the net does not know stand in ‹ ›."""
    known = set(net.source_vocabulary)
    tokens = tuple(token if token in known else f"‹{token}›" for token in translation.source)
    return replace(translation, source=tokens)
