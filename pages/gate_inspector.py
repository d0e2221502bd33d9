"""Every gate of every unit at every token of any sentence, through any trained net."""

from seqviz.lessons.gate_inspector import address as inspector_address
from seqviz.lessons.gate_inspector import page as inspector_page
from seqviz.lessons.gate_inspector import units as inspector_units
from seqviz.lessons.gate_inspector.inspector import inspect
from seqviz.lessons.gate_inspector.misconceptions import MISCONCEPTIONS
from seqviz.lessons.gate_inspector.tasks import TASKS, on_screen
from seqviz.models.cells.gru.step import gru_step
from seqviz.models.cells.lstm.step import lstm_step
from seqviz.models.inspect.arithmetic import worked_out
from seqviz.models.inspect.units import rank_units
from seqviz.ui import frame

frame.introduction(
    "Gate inspector",
    "What does each unit of a trained net do at each word of *your* sentence?",
    *inspector_address.SETTINGS,
    *inspector_units.SETTINGS,
)
inspected = inspect()

frame.tasks(TASKS, lambda: on_screen(inspected))
if inspected:
    inspector_page.guess(inspected.reading, inspected.layer)
frame.misconceptions(MISCONCEPTIONS)
frame.you_can_now()
frame.code(lstm_step, gru_step, worked_out, rank_units)
frame.sources(
    [
        "Karpathy, Johnson and Fei-Fei (2015), *Visualizing and Understanding Recurrent Networks*, "
        "[arXiv:1506.02078](https://arxiv.org/abs/1506.02078): text coloured by single units.",
        "Strobelt, Gehrmann, Pfister and Rush (2018), *LSTMVis*, "
        "[arXiv:1606.07461](https://arxiv.org/abs/1606.07461): from units to the texts that excite them.",
        "Hochreiter and Schmidhuber (1997), *Long short-term memory*; Gers, Schmidhuber and Cummins (2000), "
        "*Learning to forget*; Cho et al. (2014), [arXiv:1406.1078](https://arxiv.org/abs/1406.1078): the cells.",
    ]
)
