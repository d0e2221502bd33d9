"""A vocabulary: which tokens have a number, and which number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np

PADDING = 0
UNKNOWN = 1
SPECIALS = ("<pad>", "<unk>")


@dataclass(frozen=True)
class Vocabulary:
    """Tokens in the order of their ids.

    Attributes:
        tokens: every token with an id; the first is `<pad>` (id 0), the second `<unk>` (id 1), which
            stands for every token that has none.

    Raises:
        ValueError: if the two special tokens are not in front, or a token comes twice.
    """

    tokens: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.tokens[:2] != SPECIALS:
            raise ValueError(f"a vocabulary begins with {SPECIALS}, this one with {self.tokens[:2]}")
        if len(self._ids) != len(self.tokens):
            raise ValueError(f"{len(self.tokens)} tokens but only {len(self._ids)} different ones")

    def __len__(self) -> int:
        return len(self.tokens)

    def __contains__(self, token: object) -> bool:
        return token in self._ids

    @classmethod
    def from_texts(cls, tokenised: Iterable[Sequence[str]], max_size: int | None = None) -> Vocabulary:
        """Number the most frequent tokens of some texts.

        Args:
            tokenised: each text as its tokens.
            max_size: how many ids there may be, the two special ones included; None for no limit.

        Returns:
            The vocabulary: the most frequent token first, ties in alphabetical order.

        Raises:
            ValueError: if max_size is below 2.
        """
        if max_size is not None and max_size < len(SPECIALS):
            raise ValueError(
                f"a vocabulary holds at least its {len(SPECIALS)} special tokens, not {max_size}"
            )
        counts = Counter(chain.from_iterable(tokenised))
        ranked = sorted(counts.keys() - set(SPECIALS), key=lambda token: (-counts[token], token))
        kept = ranked if max_size is None else ranked[: max_size - len(SPECIALS)]
        return cls((*SPECIALS, *kept))

    def ids(self, tokens: Sequence[str]) -> np.ndarray:
        """Return the tokens' ids, (num_tokens,) int64; 1 for a token that has none."""
        get = self._ids.get
        return np.fromiter((get(token, UNKNOWN) for token in tokens), np.int64, len(tokens))

    def tokens_of(self, ids: Iterable[int]) -> list[str]:
        """Return the tokens that the ids stand for."""
        return [self.tokens[token_id] for token_id in ids]

    @cached_property
    def _ids(self) -> dict[str, int]:
        return {token: token_id for token_id, token in enumerate(self.tokens)}
