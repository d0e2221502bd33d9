"""The next-word comparison as code."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from seqviz.corpora.stories import all_words, draw_story
from seqviz.experiments.next_word.config import ARMS
from seqviz.experiments.next_word.train import MOST_FILLERS
from seqviz.export.comparison_code import comparison_writer
from seqviz.export.comparison_parts import Parts, labelling_parts
from seqviz.export.filling import fill
from seqviz.export.standalone import standalone
from seqviz.runs.labelling import NOT_COUNTED
from seqviz.runs.story_batches import STORIES_ASIDE

_fill = partial(fill, folder=Path(__file__).parent / "templates")


def parts_of(experiment: Any) -> Parts:
    """Return what this comparison's scripts consist of."""
    arms = {name: (1, name == ARMS[1]) for name in ARMS}
    return Parts(
        about="Two nets name the next word; the one that reads from both ends has seen it",
        functions=standalone(draw_story, all_words),
        data=fill("stories_data", {"answers": _fill("answers", {})}),
        further={
            "NOT_COUNTED": NOT_COUNTED,
            "MOST_FILLERS": MOST_FILLERS,
            "STORIES_ASIDE": STORIES_ASIDE // 8,
        },
        **labelling_parts(experiment, arms, "accuracy_whole"),
    )


CODE = comparison_writer(parts_of)
