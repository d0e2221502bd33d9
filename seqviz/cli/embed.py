"""`embed`: learn word vectors, and write them as a word2vec file that any other program reads."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import Any

from seqviz.cli.command import Command, from_the_root
from seqviz.cli.fields import add_field_options, experiment_of
from seqviz.cli.run_progress import run_and_follow
from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.runs.store.records import TEACHER
from seqviz.runs.store.store import Store


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.txt", help="where the vectors go")
    parser.add_argument("--config", type=Path, metavar="FILE.json", help="settings as one JSON object")
    parser.add_argument(
        "--force",
        "--anew",
        dest="force",
        action="store_true",
        help="train even if the store has this very run",
    )
    add_field_options(parser, WordVectorsExperiment)


def _run(arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    from seqviz.embeddings.space import WordVectors  # slow to load, and `--help` needs none of them
    from seqviz.embeddings.vector_files import write_vectors
    from seqviz.experiments.word_vectors.data import is_name

    experiment = experiment_of(arguments, WordVectorsExperiment(), arguments.config)
    assert isinstance(experiment, WordVectorsExperiment)
    if not is_name(experiment.corpus):  # another process finds a file from the root
        path = str(from_the_root(experiment.corpus))
        experiment = dataclasses.replace(experiment, corpus=path)
    record = run_and_follow(store, store.submit(experiment, TEACHER, force=arguments.force))
    words, weights = store.extras(record.id)["words"], store.weights(record.id)
    vectors = WordVectors(tuple(words), weights["vectors"])
    with open(arguments.out, "w", encoding="utf-8") as file:
        write_vectors(file, vectors)
    result = record.result or {}
    return {"run": record.id, "file": str(arguments.out), "words": len(vectors)} | {
        name: result[name] for name in ("loss", "seconds", "words_per_second", "analogies") if name in result
    }


EMBED = Command(
    name="embed",
    summary="learn word vectors, keep the run in the store and write a word2vec text file",
    examples=(
        "python -m seqviz embed --out world.txt",
        "python -m seqviz embed --corpus imdb --dim 100 --min-count 5 --num-epochs 3 --out imdb.txt",
        "python -m seqviz embed --corpus book.txt --method fasttext --num-epochs 20 --out book.vec",
    ),
    add_arguments=_add_arguments,
    run=_run,
)
