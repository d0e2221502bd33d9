"""Which stretches of a generated text stand word for word in the training text: memorised or invented?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """A stretch of the generated text that the training text holds as it is.

    Attributes:
        start: its first character in the generated text.
        end: one past its last.
        source: where the training text holds it first, in characters.
    """

    start: int
    end: int
    source: int

    def __len__(self) -> int:
        return self.end - self.start


def verbatim_spans(generated: str, training: str, shortest: int = 20) -> list[Span]:
    """Find the stretches of at least `shortest` characters that the training text holds too.

    Read from the left, each stretch is the longest that begins where it begins; the next begins after it.

    Returns:
        Spans in text order that do not overlap; with the longest first choice at each place.

    Raises:
        ValueError: if `shortest` is below 1.
    """
    if shortest < 1:
        raise ValueError(f"a span has at least 1 character, not {shortest}")
    spans, start = [], 0
    while start + shortest <= len(generated):
        source = training.find(generated[start : start + shortest])
        if source < 0:
            start += 1
            continue
        spans.append(_longest(generated, training, start, start + shortest, source))
        start = spans[-1].end
    return spans


def _longest(generated: str, training: str, start: int, end: int, source: int) -> Span:
    """Lengthen a span as far as any place of the training text goes along."""
    while end < len(generated):
        longer = training.find(generated[start : end + 1], source)
        if longer < 0:
            break
        source, end = longer, end + 1
    return Span(start, end, source)


def share_memorised(generated: str, spans: list[Span]) -> float:
    """Return the share of the generated characters that lie in a span, 0 for an empty text."""
    return sum(map(len, spans)) / len(generated) if generated else 0.0
