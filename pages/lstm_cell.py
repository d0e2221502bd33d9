"""The LSTM cell from the inside: every number of every wire, and what happens when a gate is forced."""

from seqviz.models.cells.equations import lstm_step
from seqviz.models.inspect.surgery import operate
from seqviz.ui import frame
from seqviz.ui.cells import examples as cell_examples
from seqviz.ui.cells import findings as cell_findings
from seqviz.ui.cells import page as cell_page

frame.introduction(
    "The LSTM cell",
    "At which words does the cell drop its past, and what happens if it may not?",
    *cell_page.settings("lstm"),
)
cell_page.cell_part("lstm")
cell_findings.equations("lstm")

frame.tasks(
    [
        (
            "The light switch, set by hand. Watch unit 1, which counts each *on* since the last *off*: its memory c "
            "grows beyond 1, its state h cannot. Which gate wipes it at *off*?",
            {"net": "by hand", "sentence": cell_examples.SWITCHES, "unit": 1, "token": 5, "held": "nothing"},
        ),
        (
            "Take the memory away: hold every forget gate at 0 and compare the states. Does the answer change as much "
            "as they do? Then hold it at 0 only at *but*.",
            {
                "net": "trained",
                "sentence": "My friends called the film dull, but I found it brilliant.",
                "held": "forget_gate",
                "held_at": 0.0,
                "held_units": "all",
                "held_where": "everywhere",
            },
        ),
        (
            "Swap one word: *never* for *rather*. At which token do the two readings part, and which gates differ?",
            {
                "net": "trained",
                "sentence": "The film was never boring.",
                "swap": 4,
                "word": "rather",
                "held": "nothing",
            },
        ),
    ]
)
frame.predict(
    "Every forget gate is held at 0. Is the net now blind to all words but the last?",
    cell_findings.SHUT,
    cell_findings.reveal_forget_shut,
    answer=cell_findings.forget_shut_answer(),
)
frame.told_wrong(
    [
        (
            "A forget gate at 0 blinds the net to earlier words.",
            r"It wipes the memory c. But $h_{t-1}$ still enters every gate and the candidate: the prediction above "
            "measures what comes through.",
        ),
        (
            "tanh ranges over (0, 1); all four layers are gates.",
            "tanh ranges over (−1, 1). Three layers are gates with a sigmoid, which ranges over (0, 1); the candidate "
            "is the fourth, with tanh.",
        ),
        (
            "The candidate is σ(…), and the new cell mixes it with the old candidate.",
            r"The candidate is tanh(…), and $c_t = f_t \odot c_{t-1} + i_t \odot g_t$: it is added to the *old cell*.",
        ),
        (
            "“LSTM(32)” has 32 layers, or 32 cells in a row; and it reads in both directions.",
            "32 is the size of the state: 32 units side by side in one cell, which is applied once a token. It reads "
            "in one direction unless a second net reads from the end.",
        ),
    ]
)
frame.code(lstm_step, operate)
frame.sources(
    [
        "Hochreiter & Schmidhuber 1997, *Long Short-Term Memory*: the cell, without a forget gate.",
        "Gers, Schmidhuber & Cummins 2000, *Learning to Forget*: the forget gate.",
        "PyTorch documentation, `torch.nn.LSTM`: the order of the gates and the two biases.",
        "Olah 2015, *Understanding LSTM Networks*, made drawings with a conveyor belt popular; this one is our own.",
    ]
)
