"""What was done of each lesson, and how a browser writes it down.

One entry a lesson, the one opened last at the end: `cleaning:o.1.3.p0a1b2c-2~tokens:o`. `o` says that it was opened, a
digit that this task was checked, `d` that all were, and `p` which option was chosen at a question, by the question's
checksum. The browser's word is data: what is not written like this, or too long, is left out.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

#: A cookie holds no more (RFC 6265, 6.1), its name and attributes included.
LONGEST = 3_800
_ENTRY = re.compile(r"(?P<page>[a-z0-9_]{1,40}):(?P<marks>[a-z0-9.-]{0,1500})")
_PREDICTION = re.compile(r"p(?P<question>[0-9a-f]{6})-(?P<option>\d)")


@dataclass
class Marks:
    """What was done of one lesson.

    Attributes:
        opened: it was opened.
        done: all its tasks were checked.
        tasks: the numbers of the tasks that were checked, from 1.
        predictions: a question's checksum -> the number of the option chosen, from 0.
    """

    opened: bool = False
    done: bool = False
    tasks: set[int] = field(default_factory=set)
    predictions: dict[str, int] = field(default_factory=dict)


def checksum(question: str) -> str:
    """Return six hexadecimal digits that stand for a question."""
    return f"{zlib.crc32(question.encode()):08x}"[:6]


def written(lessons: Mapping[str, Marks]) -> str:
    """Write down what was done: page -> marks, as the browser keeps it; the oldest goes where it grows too long."""
    entries = [f"{page}:{_marks_written(marks)}" for page, marks in lessons.items()]
    while len("~".join(entries)) > LONGEST:
        entries.pop(0)
    return "~".join(entries)


def _marks_written(marks: Marks) -> str:
    parts = [
        *(["o"] if marks.opened else []),
        *(["d"] if marks.done else []),
        *(str(number) for number in sorted(marks.tasks)),
        *(f"p{question}-{option}" for question, option in marks.predictions.items()),
    ]
    return ".".join(parts)


def read(text: str, pages: Collection[str]) -> dict[str, Marks]:
    """Read what a browser says was done: page -> marks.

    Args:
        text: as the browser keeps it; what is wrong with it is passed over.
        pages: those that there are.
    """
    if len(text) > LONGEST:
        return {}
    found = (_ENTRY.fullmatch(entry) for entry in text.split("~"))
    return {entry["page"]: _marks_read(entry["marks"]) for entry in found if entry and entry["page"] in pages}


def _marks_read(text: str) -> Marks:
    marks = Marks()
    for part in text.split("."):
        if part in ("o", "d"):
            marks.opened, marks.done = marks.opened or part == "o", marks.done or part == "d"
        elif re.fullmatch("[1-9]", part):
            marks.tasks.add(int(part))
        elif prediction := _PREDICTION.fullmatch(part):
            marks.predictions[prediction["question"]] = int(prediction["option"])
    return marks
