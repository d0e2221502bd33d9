"""The gated recurrent unit as one object: everything that the app asks about it."""

from __future__ import annotations

from seqviz.models.cells.gru.backward import gru_backward
from seqviz.models.cells.gru.fast_layer import gru_layer
from seqviz.models.cells.gru.gates import gru_gates
from seqviz.models.cells.gru.numpy_step import gru_numpy_layer
from seqviz.models.cells.gru.step import gru_step
from seqviz.models.cells.kind import OPEN, STRONG, CellKind

GRU = CellKind(
    name="gru",
    blocks=("reset_gate", "update_gate", "candidate"),
    gates=("reset_gate", "update_gate", "candidate", "hidden_state"),
    step=gru_step,
    equations=(
        r"«reset_gate|r_t» = \sigma(W_r x_t + b_r + U_r h_{t-1} + b'_r)",
        r"«update_gate|z_t» = \sigma(W_z x_t + b_z + U_z h_{t-1} + b'_z)",
        r"«candidate|n_t» = \tanh(W_n x_t + b_n + «reset_gate|r_t» \odot (U_n h_{t-1} + b'_n))",
        r"«hidden_state|h_t» = (1 - «update_gate|z_t») \odot «candidate|n_t»"
        r" + «update_gate|z_t» \odot «hidden_state|h_{t-1}»",
    ),
    gated_product={"candidate": "reset_gate"},
    in_numbers={
        "hidden_state": (
            r"h &= (1 - z) \cdot n + z \cdot h_{-1}",
            r"&= (1 - «update_gate») \cdot («candidate»)",
            r"&\quad + «update_gate» \cdot («hidden_state₋₁»)",
        )
    },
    light_switch={
        "reset_gate": ((0.0, 0.0, OPEN), (0.0, 0.0, OPEN)),
        "update_gate": ((-2 * OPEN, -2 * OPEN, OPEN), (-2 * OPEN, -2 * OPEN, OPEN)),
        "candidate": ((STRONG, -STRONG, 0.0), (STRONG, 0.0, 0.0)),
    },
    torch_layer_name="GRU",
    keras_layer_name="GRU",
    keras_biases=2,  # its reset gate acts after the product, as in PyTorch
    trained_with="the app's own",
    drawing="gru",
    token_cost=(1.6e-6, 4.5e-11),
    symbol_cost=(3e-6, 1.3e-10),
    fast_layer=gru_layer,
    fast_gates=gru_gates,
    fast_backward=gru_backward,
    fast_numpy=gru_numpy_layer,
)
