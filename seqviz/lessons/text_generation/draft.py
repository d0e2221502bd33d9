"""What a person has settled by hand in a text that a net writes: kept in the address, for one beginning."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from seqviz.experiments.language_model.trained import FORBIDDEN
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Number, Text

DRAFT = Text("draft", "", 20_000, is_typed=False)
PLACE = Number("place", 0, 100_000, 0, 1)


@dataclass(frozen=True)
class Draft:
    """What a person has settled by hand: for this beginning, these symbols come first.

    Attributes:
        beginning: what it belongs to, shortened: model, writer and prompt.
        ids: the symbols after the prompt up to and with the one chosen last.
    """

    beginning: str
    ids: list[int]

    @property
    def written(self) -> str:
        """The draft as the page keeps it."""
        return " ".join([self.beginning, *map(str, self.ids)]) if self.ids else ""


def draft_of(beginning: tuple[str, ...], num_symbols: int) -> Draft:
    """Return the draft that the page keeps, or an empty one where that belongs to another beginning.

    Args:
        beginning: net, writer and prompt.
        num_symbols: of the net's vocabulary; a draft of others belongs to another net.
    """
    short = f"{zlib.crc32(repr(beginning).encode()):08x}"
    of, *ids = page_state.value(DRAFT).split() or [""]
    fits = of == short and all(
        k.isdecimal() and int(k) < num_symbols and int(k) not in FORBIDDEN for k in ids
    )
    return Draft(short, [int(k) for k in ids] if fits else [])


def take(draft: Draft, ids: list[int]) -> None:
    """Add symbols to a draft; the text goes on from there."""
    page_state.put(DRAFT, Draft(draft.beginning, draft.ids + ids).written)
    page_state.put(PLACE, PLACE.default)


def start_over() -> None:
    """Let the text begin with nothing but the prompt."""
    page_state.put(DRAFT, "")
    page_state.put(PLACE, PLACE.default)
