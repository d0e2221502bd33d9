"""A warning about pictures of predicted prices: a random walk, predicted so that it looks right."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.figures.prices import predicted_prices
from seqviz.lessons.where_used.random_walk import ASKED, LINEAR, LSTM, Forecast, forecast
from seqviz.text.intervals import share_interval
from seqviz.ui import controls, frame
from seqviz.ui.state.address import Choice, Number

WALK = Number("walk", 1, 20, 1, 1)
FORECASTER = Choice("forecaster", (LINEAR, LSTM), LINEAR)
SETTINGS = (WALK, FORECASTER)


def prices_part() -> None:
    """Draw prices of a random walk, what was predicted for each day, and what that is worth."""
    st.subheader("Can a net predict prices?")
    st.markdown(
        "Tutorials show a curve of predicted prices that lies close to the true one. Here each price is the one before "
        "plus a step **drawn at random**, so nothing can be predicted; yet a prediction may look right."
    )
    left, right = st.columns(2)
    with left:
        walk = controls.slider(WALK, "Random walk number")
    with right:
        forecaster = controls.choice(FORECASTER, "Predicted by")
    found = forecast(walk, forecaster)
    frame.figure(
        predicted_prices(found.prices, found.said),
        key="prices",
        how_to_read="Solid: the price. Dashed: what was predicted for that day from the five prices before it. Zoom "
        "in: the dashed curve turns a day after the solid one.",
    )
    st.markdown(verdict(found))


def verdict(found: Forecast) -> str:
    """Say what a forecast is worth: beside copying the last price, and as up or down."""
    nearer = np.corrcoef(found.said, found.before)[0, 1], np.corrcoef(found.said, found.prices)[0, 1]
    return (
        f"Root mean square error: **{found.error:.3f}**; of saying that the price stays as it was the day before: "
        f"**{found.error_of_copying:.3f}**. {_beside_copying(found)} The predictions' correlation with the price of "
        f"the day before is {nearer[0]:.4f}, with that of the day itself {nearer[1]:.4f}. {_directions(found)}"
    )


def _beside_copying(found: Forecast) -> str:
    if found.error >= found.error_of_copying:
        return "It does not beat copying."
    return "On this walk it is a little lower, by chance: no rule was there to be found."


def _directions(found: Forecast) -> str:
    hits = found.num_directions_right
    interval = share_interval(hits, ASKED)
    said = f"Of {ASKED} moves up or down it predicts {hits}, a share from {interval.low:.0%} to {interval.high:.0%}"
    if interval.holds(0.5):
        return f"{said} (95% interval): what a coin would do."
    return f"{said} (95% interval), which does not contain one half: one walk in twenty does that by chance."
