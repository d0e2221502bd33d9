"""The frame that every lesson stands in, so that every page reads the same way.

From top to bottom: the question · what one needs · controls beside the picture · how to read it · what to try, beside
predict, then look · common misconceptions · you can now · next lesson · folded away: the code behind it, sources.
"""

from __future__ import annotations

from seqviz.ui.frame.afterwards import misconceptions, you_can_now
from seqviz.ui.frame.folded import code, sources
from seqviz.ui.frame.parts import FOLDED, PARTS, side_by_side
from seqviz.ui.frame.picture import figure
from seqviz.ui.frame.prediction import predict
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.frame.task_list import tasks
from seqviz.ui.frame.top import introduction

__all__ = [
    "FOLDED",
    "PARTS",
    "Result",
    "Task",
    "code",
    "done",
    "figure",
    "introduction",
    "misconceptions",
    "missing",
    "predict",
    "side_by_side",
    "sources",
    "tasks",
    "you_can_now",
]
