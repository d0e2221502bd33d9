"""The LSTM cell from the inside: every number of every wire, and what happens when a gate is forced."""

from seqviz.lessons.lstm_cell.misconceptions import MISCONCEPTIONS
from seqviz.lessons.lstm_cell.tasks import TASKS
from seqviz.models.cells.lstm.step import lstm_step
from seqviz.models.inspect.surgery import operate
from seqviz.ui import frame
from seqviz.ui.cells import findings as cell_findings
from seqviz.ui.cells import page as cell_page
from seqviz.ui.cells.screen import cell_on_screen

frame.introduction(
    "The LSTM cell",
    "At which words does the cell drop its past, and what happens if it may not?",
    *cell_page.settings("lstm"),
)
cell_page.cell_part("lstm", cell_findings.equations)

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, cell_on_screen)
with to_predict:
    frame.predict(
        "Every forget gate is held at 0. Is the net now blind to all words but the last?",
        cell_findings.SHUT,
        cell_findings.reveal_forget_shut,
        answer=cell_findings.forget_shut_answer(),
    )
frame.misconceptions(MISCONCEPTIONS)
frame.you_can_now()
frame.code(lstm_step, operate)
frame.sources(
    [
        "Hochreiter & Schmidhuber 1997, *Long Short-Term Memory*: the cell, without a forget gate.",
        "Gers, Schmidhuber & Cummins 2000, *Learning to Forget*: the forget gate.",
        "PyTorch documentation, `torch.nn.LSTM`: the order of the gates and the two biases.",
        "Olah 2015, *Understanding LSTM Networks*, made drawings with a conveyor belt popular; this one is our own.",
    ]
)
