"""Which settings of word2vec matter, as its authors and a later comparison found."""

from __future__ import annotations

import streamlit as st

#: setting -> what was found, and where it stands.
FOUND = {
    "Noise words k": "5 to 20 for small corpora, 2 to 5 for large ones (Mikolov et al. 2013b, section 2.2). Levy et "
    "al. find that skip-gram gains from more.",
    "Architecture, vector size, subsampling, window": "The four choices that matter most; the best ones differ from "
    "task to task (Mikolov et al. 2013b, section 7).",
    "Power of the counts, ¾": "Recommended always, for other methods as well (Levy et al. 2015).",
    "The method itself": "Skip-gram, GloVe and counts with SVD lie close together once all are tuned alike: much of "
    "what is put down to a method is due to its settings (Levy et al. 2015).",
}


def settings_part() -> None:
    """Draw the table of settings."""
    st.subheader("Which settings matter most")
    st.table(
        {"Setting": list(FOUND), "What was found": list(FOUND.values())}, border="horizontal", hide_index=True
    )
