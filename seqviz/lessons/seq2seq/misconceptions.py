"""What is often said of attention and of decoding, and what is so."""

from __future__ import annotations

from seqviz.lessons.seq2seq.forcing import looking_elsewhere

LONG_SENTENCES = (
    "Without attention long sentences are impossible.",
    "They are hard: the grid shows by how much, for its few sizes and epochs. Larger nets, more data and "
    "reading the source backwards moved the limit (Sutskever et al. 2014).",
)
BEAM_SEARCH = (
    "Beam search finds the likeliest sentence.",
    "It finds the likeliest of those that it kept. Only a beam as wide as all beginnings is sure.",
)
TEACHER_FORCING = (
    "Teacher forcing is cheating.",
    "It is how the decoder learns quickly; but then it never sees its own mistakes during training, and at the "
    "first one it is on new ground.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [_explanation(), LONG_SENTENCES, BEAM_SEARCH, TEACHER_FORCING]


def _explanation() -> tuple[str, str]:
    return (
        "Attention shows why the net answered as it did.",
        "It shows where one layer looked, and the states that it looks at have read all of the sentence up to "
        f"there. What the look is worth shows only when it is forced elsewhere. {looking_elsewhere()}",
    )
