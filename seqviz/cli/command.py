"""What a command of `python -m seqviz` is."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from seqviz.runs.store.store import Store


class CommandError(Exception):
    """A command that cannot be done; the message is one sentence for the person at the keyboard."""


@dataclass(frozen=True)
class Command:
    """One command.

    Attributes:
        name: as it is typed.
        summary: one line for the list of commands.
        examples: whole lines, as they are typed.
        add_arguments: declares the arguments on the command's parser.
        run: does it; what it returns is printed as one JSON object.
    """

    name: str
    summary: str
    examples: tuple[str, ...]
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Store], dict[str, Any]]


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence, and takes no abbreviations."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter)

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        sentence = message[:1].upper() + message[1:].rstrip(".")
        raise CommandError(f"{sentence}; see {self.prog} --help.")


def from_the_root(path: str | Path) -> Path:
    """Return a path as another process finds it.

    Raises:
        CommandError: if it begins with the home of somebody who is not known here.
    """
    try:
        return Path(path).expanduser().resolve()
    except RuntimeError as problem:
        raise CommandError(f"{path}: {problem}") from problem


def add_run_argument(parser: argparse.ArgumentParser) -> None:
    """Declare the run that a command is about."""
    parser.add_argument(
        "run", metavar="RUN", help="id of a run, or name of one that comes with the app, as `runs` prints it"
    )
