"""`train`: make a run, as the page's button does."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import Any

from seqviz.cli.command import Command, CommandError, from_the_root
from seqviz.cli.fields import add_field_options, experiment_of
from seqviz.cli.run_progress import run_and_follow
from seqviz.corpora.loading import known_corpora, load_corpus, load_texts
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.presets import PRESETS
from seqviz.runs.store.records import TEACHER
from seqviz.runs.store.store import Store

REPORTED = ("accuracy", "seconds", "parameters", "epochs")


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--preset", choices=PRESETS, default="quick", help="settings to begin from")
    parser.add_argument("--config", type=Path, metavar="FILE.json", help="settings as one JSON object")
    parser.add_argument("--test", type=Path, metavar="PATH", help="reviews to measure the finished net on")
    parser.add_argument(
        "--force",
        "--anew",
        dest="force",
        action="store_true",
        help="train even if the store has this very run",
    )
    add_field_options(parser, SentimentExperiment)


def _run(arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    preset = PRESETS[arguments.preset].experiment
    experiment = experiment_of(arguments, preset, arguments.config)
    assert isinstance(experiment, SentimentExperiment)
    experiment = dataclasses.replace(experiment, corpus=_corpus(experiment.corpus))
    test = None if arguments.test is None else load_texts(arguments.test)
    record = run_and_follow(store, store.submit(experiment, TEACHER, force=arguments.force))
    result = record.result or {}
    report = {"run": record.id} | {name: result[name] for name in REPORTED if name in result}
    if test is not None:
        from seqviz.cli.reading import measured, reader_of

        report["test_accuracy"] = measured(reader_of(store, record.id), test).accuracy
    return report


def _corpus(named: str) -> str:
    """Return the corpus as another process finds it: a name as it is, a path from the root, once it could be read."""
    names = [corpus.spec for corpus in known_corpora()]
    if named in names or named.startswith("upload:"):
        return named
    path = from_the_root(named)
    if not path.exists():
        raise CommandError(
            f"The corpus needs to be one of {', '.join(names)}, or a file or folder, not {named!r}."
        )
    load_corpus(str(path))  # a broken file is refused here, before it becomes a run that failed
    return str(path)


TRAIN = Command(
    name="train",
    summary="train a net that tells positive reviews from negative ones, and keep it in the store",
    examples=(
        "python -m seqviz train",
        "python -m seqviz train --cell gru --hidden-sizes 64,32 --bidirectional",
        "python -m seqviz train --preset imdb --corpus aclImdb_v1.tar.gz",
        "python -m seqviz train --corpus mine.csv --test others.csv --num-epochs 8",
    ),
    add_arguments=_add_arguments,
    run=_run,
)
