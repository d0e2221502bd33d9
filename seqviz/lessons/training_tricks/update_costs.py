"""What one update costs by each method, measured on the spot."""

from __future__ import annotations

import streamlit as st

from seqviz.embeddings.update_cost import UpdateCosts, measure
from seqviz.figures.word2vec import cost_chart
from seqviz.ui import controls, frame
from seqviz.ui.state.address import Choice
from seqviz.ui.state.page_state import usable

SIZES = (300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
#: The largest vocabulary that is timed -> seconds of one core that this takes.
SECONDS = {100_000: 3, 300_000: 6, 1_000_000: 15}
LARGEST = Choice(
    "largest_vocabulary", tuple(map(str, SECONDS)), str(min(SECONDS)), lambda size: f"{int(size):,} words"
)


@st.cache_data(max_entries=len(SECONDS), show_spinner="Timing updates …")
def _costs(largest: int) -> UpdateCosts:
    return measure([size for size in SIZES if size <= largest])


def cost_part() -> None:
    """Measure on the spot what one update costs by each method."""
    st.subheader("What an update costs, measured on the spot")
    with st.expander(
        "Another vocabulary", icon=":material/tune:", expanded=usable(LARGEST) != LARGEST.default
    ):
        largest = int(controls.choice(LARGEST, "Largest vocabulary"))
    if not st.toggle(f"Measure now (about {SECONDS[largest]} seconds of one core)", key="measure"):
        st.caption(
            f"Full softmax, hierarchical softmax and negative sampling, for {SIZES[0]} to {largest:,} words."
        )
        return
    costs = _costs(largest)
    seconds = {
        "full softmax": costs.full,
        "hierarchical softmax": costs.hierarchical,
        "negative sampling, k = 5": costs.sampling,
    }
    frame.figure(
        cost_chart(costs.sizes, seconds),
        key="costs",
        how_to_read="Median time of one pair's update, 100 numbers per vector, in NumPy on this computer; "
        "both axes are logarithmic. The full softmax touches every output vector, the tree about log₂ V "
        "of them, sampling k + 1.",
    )
    st.markdown(_claim(costs))


def _claim(costs: UpdateCosts) -> str:
    first, largest = costs.first_size_with(50), costs.full[-1] / costs.hierarchical[-1]
    said = "Hierarchical softmax is 50 times faster than the full softmax: "
    if first is None:
        return (
            f"“{said}” not here up to {costs.sizes[-1]:,} words, where it is **{largest:.0f} times** faster."
        )
    return (
        f"“{said}” here from **{first:,} words** on; at {costs.sizes[-1]:,} it is **{largest:.0f} times** "
        "faster. Below that it is not: the claim depends on the size of the vocabulary."
    )
