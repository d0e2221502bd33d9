"""What the page of a cell shows at the moment, for the checks of its tasks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from seqviz.experiments.sentiment.trained import EncodedText, SentimentReader
from seqviz.models.inspect.cell_view import layer_of
from seqviz.models.inspect.surgery import Clamp, Surgery, SurgeryResult, operate
from seqviz.models.inspect.trace import Direction, Trace
from seqviz.ui.cells.surgery_controls import SurgeryRequest
from seqviz.ui.frame.task import Result, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.state.position import Position
from seqviz.ui.state.session import remember


@dataclass(frozen=True)
class CellScreen:
    """A net, what it reads, where the person stands, and what surgery has made of it.

    Attributes:
        net: its id; `nets.HAND_SET` for the light switch.
        reader: the net itself.
        text: what it reads.
        trace: every gate, without surgery.
        layer: which layer is drawn, and its direction.
        place: the chosen token and unit, within the text and the layer.
        request: the surgery asked for.
        changed: the text with a word swapped, where that was asked for.
        operated: what surgery came to; None where nothing is changed.
    """

    net: str
    reader: SentimentReader
    text: EncodedText
    trace: Trace
    layer: tuple[int, Direction]
    place: Position
    request: SurgeryRequest
    changed: EncodedText
    operated: SurgeryResult | None

    @property
    def gates(self) -> dict[str, np.ndarray]:
        """Each gate of the layer that is drawn, without surgery, (num_tokens, num_units)."""
        return layer_of(self.trace, *self.layer).gates

    @property
    def word(self) -> str:
        """The chosen token as it is named in a sentence: token 5, “off”."""
        return f"token {self.place.token + 1}, “{escaped(self.text.tokens[self.place.token])}”"

    def before(self, name: str) -> float:
        """Return a state of the chosen unit as it is when the chosen token comes; 0 where nothing was read before."""
        token, unit = self.place
        before = token - 1 if self.layer[1] == "forward" else token + 1
        is_first = not 0 <= before < len(self.text.tokens)
        return 0.0 if is_first else float(self.gates[name][before, unit])

    def here(self, name: str) -> float:
        """Return a gate or state of the chosen unit at the chosen token."""
        return float(self.gates[name][self.place])

    def shut(self, gate: str) -> Clamp | None:
        """Return what holds a gate at 0 in all units, where nothing else is changed; None where it is not so."""
        surgery = self.request.surgery
        clamp = surgery.clamps[0] if surgery.clamps else None
        if clamp is None or surgery.resets or self.request.swap is not None:
            return None
        return clamp if (clamp.gate, clamp.value, clamp.unit) == (gate, 0.0, None) else None

    def what_holding_does(self, clamp: Clamp) -> str:
        """Say what a held gate makes of the answer, and of the states of the layer that is drawn."""
        found = operate(self.reader.net, self.text.token_ids, self.text.tokens, Surgery((clamp,)))
        before, after = self.gates["hidden_state"], layer_of(found.trace, *self.layer).gates["hidden_state"]
        share = float(np.abs(after - before).mean() / np.abs(before).mean())
        return (
            f"the answer goes from {self.reader.positive(self.text):.3f} to {found.positive:.3f}, and the states "
            f"change by {share:.0%} of their mean size"
        )


@dataclass
class _Shown:
    """What the page has drawn last; None where it had nothing to read."""

    screen: CellScreen | None = None


def note_screen(screen: CellScreen | None) -> None:
    """Remember what has just been drawn."""
    remember(_Shown).screen = screen


def cell_on_screen() -> CellScreen | None:
    """Return what is on the screen at the moment; None where there is nothing to read."""
    return remember(_Shown).screen


def when_read(check: Callable[[CellScreen], Result]) -> Callable[[CellScreen | None], Result]:
    """Return a check that says so where there is nothing to read."""

    def checked(screen: CellScreen | None) -> Result:
        return missing("There is nothing to read: type a sentence.") if screen is None else check(screen)

    return checked
