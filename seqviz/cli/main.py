"""The door of the command line: which commands there are, and how each speaks."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from seqviz.cli.command import Command, CommandError, Parser
from seqviz.cli.compare import COMPARE
from seqviz.cli.embed import EMBED
from seqviz.cli.reading import EVALUATE, PREDICT, TRACE
from seqviz.cli.stored_runs import DELETE, EXPORT, RUNS
from seqviz.cli.train import TRAIN
from seqviz.cli.trial import TRIAL
from seqviz.cli.writing import GENERATE, TRAIN_PAIRS, TRAIN_TEXT, TRANSLATE
from seqviz.corpora.records import CorpusError
from seqviz.runs.experiment import ConfigError
from seqviz.runs.registry import known_kinds
from seqviz.runs.store.artifacts import plain
from seqviz.runs.store.records import StoreError
from seqviz.runs.store.store import Store

#: A new family of commands is a file beside this one, and its commands are listed here.
COMMANDS: tuple[Command, ...] = (
    TRAIN,
    EVALUATE,
    PREDICT,
    TRACE,
    EMBED,
    TRAIN_TEXT,
    GENERATE,
    TRAIN_PAIRS,
    TRANSLATE,
    COMPARE,
    TRIAL,
    EXPORT,
    RUNS,
    DELETE,
)

REFUSED, INTERRUPTED = 2, 130

_EXPLANATION = """\
Prepare tonight what the class inspects tomorrow: these commands and the app share one store.

The last line on standard output is one JSON object; progress goes to standard error. An error is one
sentence on standard error and exit status 2. SEQVIZ_STORE names the store (a database URL), SEQVIZ_HOME
the folder for everything else; without them both are in your own data directory.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; return the exit status."""
    try:
        given = _parser().parse_args(arguments)
        with Store() as store, store.uploads.read_here():
            answer = given.command.run(given, store)
    except (CommandError, ConfigError, CorpusError, StoreError) as refusal:
        return _refused(str(refusal))
    except UnicodeEncodeError:
        return _refused("The command line needs text in UTF-8; it has bytes that are none.")
    except OSError as problem:
        return _refused(f"{problem.filename or 'The system'}: {problem.strerror or problem}.")
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED
    print(json.dumps(plain(answer), ensure_ascii=False))
    return 0


def _refused(sentence: str) -> int:
    """Say why nothing was done, whatever characters came; return the exit status."""
    print(sentence.encode("utf-8", "backslashreplace").decode(), file=sys.stderr)
    return REFUSED


def _parser() -> Parser:
    parser = Parser(prog="python -m seqviz", description=_EXPLANATION, epilog=_epilog())
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)
    for command in COMMANDS:
        its_parser = commands.add_parser(
            command.name, help=command.summary, description=command.summary, epilog=_examples(command)
        )
        command.add_arguments(its_parser)
        its_parser.set_defaults(command=command)
    return parser


def _epilog() -> str:
    kinds = [f"  {kind.command:12} {kind.name:15} {kind.summary}" for kind in known_kinds().values()]
    return "\n".join(["what can be trained, and by which command:", *kinds, "", _examples(*COMMANDS)])


def _examples(*commands: Command) -> str:
    lines = [example for command in commands for example in command.examples]
    return "examples:\n" + "\n".join(f"  {line}" for line in lines)
