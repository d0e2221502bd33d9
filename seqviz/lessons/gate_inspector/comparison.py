"""What stands on the canvas: one reading, or two under each other with their difference."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import streamlit as st

from seqviz.figures.gate_payload import most_columns
from seqviz.figures.gates import Moment, TraceView, UnitOrder, difference, widened
from seqviz.lessons.gate_inspector import controls
from seqviz.lessons.gate_inspector.reading import Reading, layer_name, read, read_tokens
from seqviz.models.inspect.units import by_distance
from seqviz.runs.store.records import SnapshotInfo
from seqviz.text.alignment import align
from seqviz.ui.runs.trained import comes_with_the_app
from seqviz.ui.sentences import readers
from seqviz.ui.server.engine import store

MOST_MOMENTS = 12
_GATES_AND_TRACES = (6, 3)


@dataclass(frozen=True)
class Picture:
    """What the canvas draws.

    Attributes:
        traces: aligned column by column; the first is the net's that was chosen.
        columns: for each column, the token of the first text that stands there, or None.
        earlier: the same at earlier moments of training.
    """

    traces: tuple[TraceView, ...]
    columns: tuple[int | None, ...]
    earlier: tuple[Moment, ...] = ()

    @property
    def everything(self) -> tuple[TraceView, ...]:
        """Every trace that can be looked at, each once: those of the earlier moments too."""
        then = [
            replace(trace, title=f"{moment.label}: {trace.title}")
            for moment in self.earlier
            for trace in (moment.traces[0], *moment.traces[2:])
        ]
        return (*then, self.traces[1]) if then else self.traces

    @property
    def chosen(self) -> str:
        """What the finished net's reading of the first text is called."""
        return self.traces[1 if self.earlier else 0].title

    @property
    def orders(self) -> tuple[UnitOrder, ...]:
        """Sort the units by how far apart the two readings are, where both have the same units."""
        traces = self.earlier[0].traces if self.earlier else self.traces
        return tuple(
            UnitOrder("how far apart the two are", {k: by_distance(v) for k, v in trace.gates.items()})
            for trace in traces
            if trace.is_difference
        )


def compare(with_what: str, reading: Reading, run_id: str, layer: str, most_tokens: int) -> Picture:
    """Draw the controls of a comparison and return its picture.

    Args:
        with_what: a key of COMPARISONS.
        reading: what the chosen net read.
        run_id: of that net.
        layer: the layer's name.
        most_tokens: of a second text.

    Raises:
        NothingToReadError: if the second text holds no word.
        StoreError: if the second net is gone.
    """
    if with_what == "sentence":
        below = read(run_id, None, controls.second_sentence(), most_tokens)
        return _stacked(reading, below, layer, ("first text", "second text"))
    if with_what == "net":
        below = read_tokens(controls.second_net(), None, reading.tokens)
        _warn_of_unlike_units(below, reading)
        return _stacked(reading, below, layer, (reading.title, _other_title(reading, below)))
    if with_what == "training":
        return _while_learning(reading, run_id, layer)
    return Picture((reading.view(layer),), tuple(range(len(reading.tokens))))


def _other_title(above: Reading, below: Reading) -> str:
    return below.title if below.title != above.title else f"{below.title}, the second net"


def _warn_of_unlike_units(below: Reading, above: Reading) -> None:
    st.caption(
        f"Unit 5 of one net has nothing to do with unit 5 of another. Above: {above.title}; below: {below.title}. "
        "A difference is drawn where both layers have equally many units; it compares the pictures, not the units' "
        "meanings."
    )


def _stacked(above: Reading, below: Reading, layer: str, titles: tuple[str, str]) -> Picture:
    columns_above, columns_below = align(above.tokens, below.tokens)
    first = widened(above.view(layer, titles[0]), columns_above)
    found = layer_name(below.layer(layer))
    title = titles[1] if found == layer else f"{titles[1]}, its layer {found}"
    second = widened(below.view(layer, title), columns_below)
    apart = difference(first, second)
    return Picture((first, second, apart) if apart else (first, second), tuple(columns_above))


def _while_learning(reading: Reading, run_id: str, layer: str) -> Picture:
    is_whole = comes_with_the_app(run_id) or store().run(run_id).state == "finished"
    now = reading.view(layer, "the finished net" if is_whole else "the net as it was when it ended")
    snapshots = [] if comes_with_the_app(run_id) else store().snapshots(run_id)
    alone = Picture((now,), tuple(range(len(reading.tokens))))
    if not snapshots:
        st.info(
            "This net was kept only as it was after training. Train one on the Sentiment page to go back in time.",
            icon=":material/history:",
        )
        return alone
    moments = [
        _moment(
            f"epoch {info.epoch:.1f} (step {info.step:,})",
            read_tokens(run_id, info.step, reading.tokens),
            now,
            layer,
        )
        for info in _spread(snapshots, now)
    ]
    return replace(alone, traces=_moment("", reading, now, layer).traces, earlier=tuple(moments))


def _moment(label: str, then: Reading, now: TraceView, layer: str) -> Moment:
    above = then.view(layer, "while it learned")
    apart = difference(above, now)
    return Moment(label, (above, now, apart) if apart else (above, now))


def _spread(snapshots: list[SnapshotInfo], now: TraceView) -> list[SnapshotInfo]:
    """Choose as many snapshots as one picture holds with four decimals, the first and the last among them."""
    values = 3 * sum(gate.size for gate in now.gates.values())
    room = most_columns(2 * values, 1, 1) - 1
    chosen = np.linspace(0, len(snapshots) - 1, max(1, min(len(snapshots), MOST_MOMENTS, room)))
    return [snapshots[k] for k in np.unique(chosen.round().astype(int))]


def most_tokens(run_id: str, most: int) -> int:
    """Return how many tokens of a text this net's widest layer can show, compared with another one."""
    widest = max(readers.reader(run_id).experiment.hidden_sizes)
    return min(most, most_columns(widest, *_GATES_AND_TRACES))
