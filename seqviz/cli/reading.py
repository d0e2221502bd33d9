"""`evaluate`, `predict` and `trace`: let a net that has been trained read. Torch is loaded when one is asked for."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from seqviz.cli.command import Command, CommandError, add_run_argument
from seqviz.corpora.loading import load_texts
from seqviz.corpora.records import LabelledTexts
from seqviz.export.kept_runs import kept_run
from seqviz.runs.store.store import Store

if TYPE_CHECKING:
    from seqviz.experiments.sentiment.evaluation import Evaluation
    from seqviz.experiments.sentiment.trained import SentimentReader


def reader_of(store: Store, run_id: str) -> SentimentReader:
    """Rebuild a run's net.

    Raises:
        StoreError: if there is no such run, or it has no weights.
        CommandError: if it is no sentiment run.
    """
    import torch

    from seqviz.experiments.sentiment.trained import SentimentReader

    torch.set_num_threads(1)
    run = kept_run(store, run_id)
    if run.kind != "sentiment":
        raise CommandError(f"Run {run_id} is a {run.kind} run; this command needs a sentiment run.")
    if "vocabulary" not in run.extras:
        raise CommandError(f"Run {run_id} {run.state} before its net was complete; train it again.")
    return SentimentReader.from_run(run.config, run.extras, run.weights)


def measured(reader: SentimentReader, texts: LabelledTexts) -> Evaluation:
    """Let the net judge labelled texts, trimmed as its training trimmed them."""
    from seqviz.experiments.sentiment.evaluation import evaluate
    from seqviz.runs.encoding import encode
    from seqviz.text.tokens import words

    encoded = encode([words(text) for text in texts.texts], texts, reader.vocabulary)
    return evaluate(reader.net, encoded.trimmed(reader.experiment.max_length, reader.experiment.keep))


def _evaluate(arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    texts = load_texts(arguments.data)
    found = measured(reader_of(store, arguments.run), texts)
    return {"run": arguments.run, "accuracy": found.accuracy, "loss": found.loss, "examples": len(texts)}


def _predict(arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    reader = reader_of(store, arguments.run)
    encoded = _encoded(reader, arguments.text)
    positive = reader.positive(encoded)
    return {
        "negative": 1 - positive,
        "positive": positive,
        "tokens": encoded.tokens,
        "positive_after_each_token": reader.positive_after_each_token(encoded),
    }


def _trace(arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    reader = reader_of(store, arguments.run)
    trace = reader.trace(_encoded(reader, arguments.text))
    arrays = {f"{layer.name}.{gate}": value for layer in trace.layers for gate, value in layer.gates.items()}
    with arguments.out.open("wb") as file:
        np.savez(file, tokens=np.array(trace.tokens), **arrays)  # type: ignore[arg-type]
    return {"run": arguments.run, "tokens": trace.tokens, "file": str(arguments.out)}


def _encoded(reader: SentimentReader, text: str) -> Any:
    from seqviz.experiments.sentiment.trained import NothingToReadError

    try:
        return reader.encode(text)
    except NothingToReadError as problem:
        raise CommandError(str(problem)) from problem


def _add_data(parser: argparse.ArgumentParser) -> None:
    add_run_argument(parser)
    parser.add_argument(
        "--data", type=Path, required=True, metavar="PATH",
        help="csv, csv.gz, aclImdb folder, tar.gz or zip; of a data set with a test part, that part",
    )  # fmt: skip


def _add_text(parser: argparse.ArgumentParser) -> None:
    add_run_argument(parser)
    parser.add_argument("--text", required=True, metavar='"…"', help="what the net is to read")


def _add_text_and_file(parser: argparse.ArgumentParser) -> None:
    _add_text(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.npz", help="where the gates go")


EVALUATE = Command(
    "evaluate",
    "measure a trained net on labelled reviews",
    (
        "python -m seqviz evaluate 4962e26d05b8a3f0-1 --data others.csv",
        "python -m seqviz evaluate imdb-lstm --data aclImdb_v1.tar.gz",
    ),
    _add_data,
    _evaluate,
)
PREDICT = Command(
    "predict",
    "let a trained net read one text, and say how sure it is after each token",
    ('python -m seqviz predict 4962e26d05b8a3f0-1 --text "slow at first, but what an ending"',),
    _add_text,
    _predict,
)
TRACE = Command(
    "trace",
    "write the value of every gate of every unit at every token to a NumPy file",
    ('python -m seqviz trace 4962e26d05b8a3f0-1 --text "not bad at all" --out gates.npz',),
    _add_text_and_file,
    _trace,
)
