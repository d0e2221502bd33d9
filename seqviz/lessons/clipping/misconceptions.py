"""What is often said of clipping, and what is so."""

from __future__ import annotations

CLIPPING_BY_VALUE = (
    "Clipping by value is the same as clipping by norm.",
    "By norm the step keeps its direction and is made shorter. By value each number is cut by itself, so the "
    "direction changes.",
)
CLIPPING_TEACHES = (
    "With clipping a net learns long dependencies.",
    "It keeps steps short where a gradient explodes. A gradient that has vanished is not made longer by it, and a "
    "clipped run may learn nothing: the dotted line tells.",
)
SMALLER_RATE = (
    "A smaller learning rate does the same.",
    "It makes every step shorter, the good ones too. Clipping shortens only those whose gradient is longer than the "
    "limit.",
)

#: (what is often said, what is so), Markdown.
MISCONCEPTIONS = [CLIPPING_BY_VALUE, CLIPPING_TEACHES, SMALLER_RATE]
