"""Where a person stands on a gate canvas: kept with the page's settings, so that Back and a link lead there again."""

from __future__ import annotations

from dataclasses import dataclass

from seqviz.figures.palette import GATE_NAMES
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice, Flag, Number, Setting, Text
from seqviz.ui.widgets.gate_canvas.gate_canvas import BY_NUMBER, Selection

MOST_TOKENS = 2_000
MOST_UNITS = 256
MOST_MOMENTS = 100


@dataclass(frozen=True)
class CanvasPlace:
    """The settings of one canvas.

    Attributes:
        prefix: begins their names, so that a page may have several canvases.
        gate: the gate that is shown at first.
        token: the column at first, from 0.
        shares_position: token and unit are the page's (`seqviz.ui.state.position`), not the canvas's own.
    """

    prefix: str
    gate: str = "hidden_state"
    token: int = 0
    shares_position: bool = False

    @property
    def gate_setting(self) -> Choice:
        """Which gate is chosen."""
        return Choice(f"{self.prefix}gate", tuple(GATE_NAMES), self.gate)

    @property
    def token_setting(self) -> Number[int]:
        """Which column is chosen."""
        return Number(f"{self.prefix}token", 0, MOST_TOKENS - 1, self.token, 1)

    @property
    def unit_setting(self) -> Number[int]:
        """Which unit is chosen."""
        return Number(f"{self.prefix}unit", 0, MOST_UNITS - 1, 0, 1)

    @property
    def all_setting(self) -> Flag:
        """Whether every gate is shown."""
        return Flag(f"{self.prefix}all")

    @property
    def pins_setting(self) -> Text:
        """Which columns are pinned: their numbers, a space between."""
        return Text(f"{self.prefix}pins", "", 40, is_typed=False)

    @property
    def order_setting(self) -> Text:
        """How the units are sorted."""
        return Text(f"{self.prefix}order", BY_NUMBER, 80, is_typed=False)

    @property
    def moment_setting(self) -> Number[int]:
        """Which moment of training is shown, from 0."""
        return Number(f"{self.prefix}moment", 0, MOST_MOMENTS - 1, 0, 1)

    @property
    def settings(self) -> tuple[Setting, ...]:
        """Everything of the canvas that a page keeps."""
        own: tuple[Setting, ...] = (self.gate_setting, self.all_setting, self.pins_setting)
        own = (*own, self.order_setting, self.moment_setting)
        return own if self.shares_position else (*own, self.token_setting, self.unit_setting)

    def selection(self) -> Selection:
        """Return where the canvas shall stand."""
        pins = str(page_state.value(self.pins_setting)).split()
        return Selection(
            gate=page_state.value(self.gate_setting),
            token=page_state.value(self.token_setting),
            unit=page_state.value(self.unit_setting),
            pins=tuple(int(pin) for pin in pins if pin.isdecimal()),
            all_gates=page_state.value(self.all_setting),
            order=page_state.value(self.order_setting),
            moment=page_state.value(self.moment_setting),
        )

    def follow(self, selection: Selection) -> None:
        """Remember where the canvas stands; only from a callback."""
        page_state.put(self.gate_setting, selection.gate)
        page_state.put(self.all_setting, selection.all_gates)
        page_state.put(self.pins_setting, " ".join(map(str, selection.pins)))
        page_state.put(self.order_setting, selection.order)
        page_state.put(self.moment_setting, selection.moment)
        if not self.shares_position:
            page_state.put(self.token_setting, selection.token)
            page_state.put(self.unit_setting, selection.unit)
