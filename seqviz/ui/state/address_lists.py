"""Settings whose value is a list: some of a few words, some runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

#: A run's id, alone or in brackets at the end of its name.
_RUN_ID = re.compile(r"(?:^|\()([\w-]{1,64})\)?$")


@dataclass(frozen=True)
class Several:
    """Some of a few words, in an order of the person's own.

    Attributes:
        name: the setting's name in the address, and its control's key.
        options: the words to choose from.
        default: taken when the address says nothing.
        label: how an option is written on the control, and in the address.
    """

    name: str
    options: tuple[str, ...]
    default: tuple[str, ...]
    label: Callable[[str], str] = str

    @property
    def written(self) -> str:
        """The default, as the control would show it."""
        return ", ".join(map(self.label, self.default)) or "nothing"

    def fault(self, text: str) -> str | None:
        """Say what the address's words, one a line, should have been, or None when they are right."""
        labels = [self.label(option) for option in self.options]
        return None if set(text.split("\n")) <= {"", *labels} else f"some of {', '.join(labels)}"

    def read(self, texts: Sequence[str]) -> list[str]:
        """Return the options that the address's texts stand for, each once; a word that is none is left out."""
        by_label = {self.label(option): option for option in self.options}
        return list(dict.fromkeys(by_label[text] for text in texts if text in by_label))

    def write(self, value: Sequence[str]) -> list[str]:
        """Return the texts by which the address tells some options, an empty one for none."""
        return [self.label(option) for option in value] or [""]


@dataclass(frozen=True)
class RunIds:
    """Some runs, by their ids; which of them there are, the page says.

    Attributes:
        name: the setting's name in the address, and its control's key.
        most: how many at most.
        default: taken when the address says nothing.
    """

    name: str
    most: int
    default: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """The default, as the address would write it."""
        return "none"

    def fault(self, text: str) -> str | None:
        """Say what the address's runs, one a line, should have been, or None when they are right."""
        runs = [line for line in text.split("\n") if line]
        right = len(runs) <= self.most and all(_RUN_ID.search(run) for run in runs)
        return None if right else f"the ids of at most {self.most} runs"

    def read(self, texts: Sequence[str]) -> list[str]:
        """Return the ids in the address's texts, each once; older addresses name a run before its id."""
        found = (_RUN_ID.search(text) for text in texts)
        return list(dict.fromkeys(match[1] for match in found if match))

    def write(self, value: Sequence[str]) -> list[str]:
        """Return the texts by which the address tells some runs, an empty one for none."""
        return list(value) or [""]
