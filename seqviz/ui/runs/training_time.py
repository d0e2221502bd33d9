"""How long a training took, for people: what was computed, or else what the clock said."""

from __future__ import annotations

from typing import Any

from streamlit.delta_generator import DeltaGenerator


def training_time(place: DeltaGenerator, result: dict[str, Any]) -> None:
    """Show how long the steps of a finished run took: what was computed, or else what the clock said.

    Args:
        place: where the number stands.
        result: of the run.
    """
    by_clock, computed = f"{result['seconds']:.1f} s", result.get("processor_seconds")
    if computed is None:
        place.metric(
            "Training", by_clock, help="The steps alone, by the clock, whatever else the computer was doing."
        )
    else:
        place.metric(
            "Training, processor",
            f"{computed:.1f} s",
            help=f"What the steps alone have computed. By the clock they took {by_clock}.",
        )
