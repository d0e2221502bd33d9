"""The GRU cell from the inside, its conventions, and the cells side by side."""

from seqviz.lessons.gru_cell import comparison as cell_comparison
from seqviz.lessons.gru_cell import conventions as gru_conventions
from seqviz.lessons.gru_cell.misconceptions import misconceptions
from seqviz.lessons.gru_cell.tasks import TASKS, on_screen
from seqviz.models.cells.gru.conventions import replacing_step, reset_first_step
from seqviz.models.cells.gru.step import gru_step
from seqviz.models.cells.rnn import rnn_step
from seqviz.ui import frame
from seqviz.ui.cells import findings as cell_findings
from seqviz.ui.cells import page as cell_page
from seqviz.ui.state.tabs import Tabs

PARTS = Tabs(
    {
        "Inside the cell": cell_page.settings("gru"),
        "The cells side by side": cell_comparison.SETTINGS,
    }
)

frame.introduction(
    "The GRU cell, and the cells compared",
    "What does a GRU do with two gates for which the LSTM needs three?",
    *PARTS.settings(),
)
inside, compared = PARTS.draw()
with inside:
    cell_page.cell_part("gru", gru_conventions.conventions_part, cell_findings.equations)
with compared:
    cell_comparison.comparison_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "The update gate of every unit is held at 1 from the first token on. What does the net make of any sentence?",
        cell_findings.OPEN,
        cell_findings.reveal_update_open,
        answer=cell_findings.update_open_answer(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(gru_step, reset_first_step, replacing_step, rnn_step)
frame.sources(
    [
        "Cho et al. 2014, *Learning Phrase Representations using RNN Encoder–Decoder*: the unit; z keeps.",
        "Chung et al. 2014, *Empirical Evaluation of Gated Recurrent Neural Networks*: z replaces.",
        "PyTorch documentation, `torch.nn.GRU`; Keras documentation, `GRU` (`reset_after=True`).",
    ]
)
