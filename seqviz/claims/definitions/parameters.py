"""The claim about the number of parameters: a formula decides it."""

from __future__ import annotations

from seqviz.claims.claim import Claim, Condition, Dial, Measure, Part, Reading


def _ratio(condition: Condition, arm: str, seed: int) -> Reading:
    arguments = {"library": str(condition["library"]).lower(), "units": condition["units"]}
    return Reading(None, "seqviz.claims.readings.parameters:gru_over_lstm", arguments)


E1 = Claim(
    id="E1",
    told="A GRU has three quarters of an LSTM's parameters.",
    told_by=("Most introductions to the GRU: three blocks of weights where the LSTM has four.",),
    parts=(
        Part(
            "a GRU's parameters are three quarters of an LSTM's",
            Measure("parameters of the GRU for each of the LSTM", margin=1e-12),
            (Dial("library", ("PyTorch", "Keras")), Dial("units", (8, 32, 128, 512))),
            "GRU over LSTM",
            0.75,
            _ratio,
        ),
    ),
    pages=("gru_cell",),
    setting="No net is trained: one layer's weights are counted by formula, with as many inputs as units.",
    changes="Another count of biases. PyTorch gives every block of either cell two; Keras's LSTM has one, but its GRU "
    "two (`reset_after=True`, its default), so that the ratio lies above three quarters, less so the larger the layer.",
    kind="exact",
)
