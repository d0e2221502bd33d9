"""The long short-term memory as one object: everything that the app asks about it."""

from __future__ import annotations

from seqviz.models.cells.kind import OPEN, STRONG, CellKind
from seqviz.models.cells.lstm.backward import lstm_backward
from seqviz.models.cells.lstm.fast_layer import lstm_layer
from seqviz.models.cells.lstm.gates import lstm_gates
from seqviz.models.cells.lstm.numpy_step import lstm_numpy_layer
from seqviz.models.cells.lstm.step import lstm_step

LSTM = CellKind(
    name="lstm",
    blocks=("input_gate", "forget_gate", "candidate", "output_gate"),
    gates=("input_gate", "forget_gate", "candidate", "output_gate", "cell_state", "hidden_state"),
    states=("hidden_state", "cell_state"),
    step=lstm_step,
    equations=(
        r"«input_gate|i_t» = \sigma(W_i x_t + b_i + U_i h_{t-1} + b'_i)",
        r"«forget_gate|f_t» = \sigma(W_f x_t + b_f + U_f h_{t-1} + b'_f)",
        r"«candidate|g_t» = \tanh(W_g x_t + b_g + U_g h_{t-1} + b'_g)",
        r"«output_gate|o_t» = \sigma(W_o x_t + b_o + U_o h_{t-1} + b'_o)",
        r"«cell_state|c_t» = «forget_gate|f_t» \odot «cell_state|c_{t-1}» + «input_gate|i_t» \odot «candidate|g_t»",
        r"«hidden_state|h_t» = «output_gate|o_t» \odot \tanh(«cell_state|c_t»)",
    ),
    in_numbers={
        "cell_state": (
            r"c &= f \cdot c_{-1} + i \cdot g",
            r"&= «forget_gate» \cdot («cell_state₋₁») + «input_gate» \cdot («candidate»)",
        ),
        "hidden_state": (r"h &= o \cdot \tanh(c)", r"&= «output_gate» \cdot \tanh(«cell_state»)"),
    },
    forget_bias_gate="forget_gate",
    light_switch={
        "input_gate": ((2 * OPEN, 2 * OPEN, -OPEN), (2 * OPEN, 0.0, -OPEN)),
        "forget_gate": ((-2 * OPEN, -2 * OPEN, OPEN), (0.0, -2 * OPEN, OPEN)),
        "candidate": ((STRONG, -STRONG, 0.0), (STRONG, 0.0, 0.0)),
        "output_gate": ((0.0, 0.0, OPEN), (0.0, 0.0, OPEN)),
    },
    torch_layer_name="LSTM",
    keras_layer_name="LSTM",
    trained_with="PyTorch's `torch.lstm`",
    drawing="lstm",
    token_cost=(0.6e-6, 3.4e-11),
    symbol_cost=(2e-6, 1.3e-10),
    fast_layer=lstm_layer,
    fast_gates=lstm_gates,
    fast_backward=lstm_backward,
    fast_numpy=lstm_numpy_layer,
)
