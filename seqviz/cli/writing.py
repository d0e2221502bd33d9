"""Nets that write: `train-text` and `generate`, `train-pairs` and `translate`."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

from seqviz.cli.command import Command, CommandError, add_run_argument, from_the_root
from seqviz.cli.fields import add_field_options, experiment_of
from seqviz.cli.run_progress import run_and_follow
from seqviz.corpora.pairs import BUNDLED
from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.export.kept_runs import kept_run
from seqviz.runs.store.records import TEACHER
from seqviz.runs.store.store import Store


def _train(
    experiment: Any, where: str, is_name: Callable[[str], bool], reported: tuple[str, ...]
) -> Callable[[argparse.Namespace, Store], dict[str, Any]]:
    """Return a command's work: train the experiment, its text found by name or by path."""

    def run(arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
        chosen: Any = experiment_of(arguments, experiment, arguments.config)
        named = getattr(chosen, where)
        if not is_name(named):  # another process finds a file from the root
            chosen = dataclasses.replace(chosen, **{where: str(from_the_root(named))})
        record = run_and_follow(store, store.submit(chosen, TEACHER, force=arguments.force))
        return {"run": record.id} | {name: (record.result or {}).get(name) for name in reported}

    return run


def _training_arguments(experiment: type[Any]) -> Callable[[argparse.ArgumentParser], None]:
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--config", type=Path, metavar="FILE.json", help="settings as one JSON object")
        parser.add_argument(
            "--force",
            "--anew",
            dest="force",
            action="store_true",
            help="train even if the store has this very run",
        )
        add_field_options(parser, experiment)

    return add


def _weights_of(store: Store, run_id: str, kind: str) -> tuple[dict[str, Any], dict[str, Any], Any]:
    """Return a finished run's config, extras and weights.

    Raises:
        CommandError: if the run is of another kind, or ended before its net was complete.
    """
    run = kept_run(store, run_id)
    if run.kind != kind:
        raise CommandError(f"Run {run_id} is a {run.kind} run; this command needs a {kind} run.")
    if run.state != "finished":
        raise CommandError(f"Run {run_id} is {run.state}, so it has no finished net; train it again.")
    return run.config, run.extras, run.weights


def _generate_arguments(parser: argparse.ArgumentParser) -> None:
    add_run_argument(parser)
    parser.add_argument("--prompt", default="", metavar="TEXT", help="what the text begins with")
    parser.add_argument("--length", type=int, default=400, metavar="N", help="symbols to write (default 400)")
    parser.add_argument(
        "--temperature", type=float, default=0.8, metavar="X", help="0 takes the likeliest (default 0.8)"
    )
    parser.add_argument(
        "--top-k", type=int, default=0, metavar="N", help="only the N likeliest symbols; 0 for all"
    )
    parser.add_argument(
        "--top-p", type=float, default=1.0, metavar="X", help="only the likeliest that reach X together"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="seed of the random numbers")


def _generate(arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    from seqviz.experiments.language_model.trained import FORBIDDEN, LanguageReader
    from seqviz.models.sampling import SamplingRule, draw

    if not 1 <= arguments.length <= 100_000:
        raise CommandError(f"The length needs a number from 1 to 100000, not {arguments.length}.")
    if arguments.seed < 0:
        raise CommandError(f"The seed needs a number of at least 0, not {arguments.seed}.")
    reader = LanguageReader.from_run(*_weights_of(store, arguments.run, LanguageModelExperiment.kind))
    try:
        rule = SamplingRule(arguments.temperature, arguments.top_k, arguments.top_p)
    except ValueError as problem:
        raise CommandError(f"{str(problem)[:1].upper()}{str(problem)[1:]}.") from problem
    begin = reader.ids(arguments.prompt)
    drawn = draw(reader.stepper, begin, arguments.length, rule, arguments.seed, FORBIDDEN)
    return {"text": arguments.prompt + reader.text(drawn), "unknown": reader.unknown(arguments.prompt)}


def _translate_arguments(parser: argparse.ArgumentParser) -> None:
    add_run_argument(parser)
    parser.add_argument("--text", required=True, metavar="TEXT", help="the source")
    parser.add_argument(
        "--beam", type=int, default=1, metavar="N", help="beam width; 1, the default, is greedy"
    )


def _translate(arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    import torch

    from seqviz.experiments.translation.trained import TranslationReader

    torch.set_num_threads(1)
    if not 1 <= arguments.beam <= 64:
        raise CommandError(f"The beam needs a width from 1 to 64, not {arguments.beam}.")
    reader = TranslationReader.from_run(*_weights_of(store, arguments.run, TranslationExperiment.kind))
    if not reader.tokens(arguments.text):
        raise CommandError("There is nothing to translate: --text needs at least one word.")
    tree = reader.search(arguments.text, arguments.beam)
    written = tuple(reader.target_vocabulary[k] for k in tree.tokens())
    return {
        "text": reader.text(written),
        "tokens": list(written),
        "log_probability": tree.nodes[tree.best].total,
        "unknown": reader.unknown(arguments.text),
    }


TRAIN_TEXT = Command(
    name="train-text",
    summary="train a net that predicts a text symbol by symbol",
    examples=(
        "python -m seqviz train-text",
        "python -m seqviz train-text --corpus novel.txt --cell gru --hidden-sizes 128,128 --num-epochs 10",
    ),
    add_arguments=_training_arguments(LanguageModelExperiment),
    run=_train(
        LanguageModelExperiment(),
        "corpus",
        lambda name: name == "harbour" or name.startswith(("gutenberg:", "upload:")),
        ("loss", "perplexity", "bits_per_character", "ngram_bits_per_character", "seconds", "parameters"),
    ),
)
GENERATE = Command(
    name="generate",
    summary="let a trained language model write",
    examples=('python -m seqviz generate RUN --prompt "The wind was " --temperature 0.5',),
    add_arguments=_generate_arguments,
    run=_generate,
)
TRAIN_PAIRS = Command(
    name="train-pairs",
    summary="train an encoder-decoder net on pairs of sequences",
    examples=(
        "python -m seqviz train-pairs --task dates --attention none",
        "python -m seqviz train-pairs --task fra.txt --num-pairs 20000 --hidden-size 128",
    ),
    add_arguments=_training_arguments(TranslationExperiment),
    run=_train(
        TranslationExperiment(),
        "task",
        lambda name: name in BUNDLED or name.startswith("upload:"),
        ("exact_match", "loss", "seconds", "parameters"),
    ),
)
TRANSLATE = Command(
    name="translate",
    summary="let a trained encoder-decoder net write",
    examples=('python -m seqviz translate RUN --text "the girl sees the white house" --beam 3',),
    add_arguments=_translate_arguments,
    run=_translate,
)
