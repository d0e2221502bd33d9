"""Every field of an experiment as an option, and the options back into an experiment."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import Field, fields
from pathlib import Path
from typing import Any

from seqviz.cli.command import CommandError
from seqviz.runs.experiment import Experiment, from_config, to_config

_METAVARS: dict[type, str] = {int: "N", float: "X", str: "WORD"}


def add_field_options(parser: argparse.ArgumentParser, experiment: type[Experiment]) -> None:
    """Declare one option per field: `--hidden-sizes 64,32`, `--bidirectional` or `--no-bidirectional`."""
    group = parser.add_argument_group("settings (what is not given stays as it is in the preset or file)")
    for each in fields(experiment):  # type: ignore[arg-type]
        flag = "--" + each.name.replace("_", "-")
        meaning = str(each.metadata.get("meaning", "")).replace("%", "%%")
        options: dict[str, Any] = {"dest": each.name, "default": None}
        if isinstance(each.default, bool):
            options |= {"action": argparse.BooleanOptionalAction}
        else:
            options |= {"type": _reader(each), "metavar": _metavar(each)}
        group.add_argument(flag, **options, help=f"{meaning} (default {_written(each.default)})")


def _reader(each: Field[Any]) -> Callable[[str], Any]:
    """Return what turns the typed text into the field's value; the experiment itself checks the value."""
    default: Any = each.default
    if isinstance(default, tuple):
        return lambda text: tuple(_number(part.strip(), type(default[0])) for part in text.split(","))
    return lambda text: _number(text, type(default))


def _number(text: str, kind: type) -> Any:
    try:
        return kind(text)
    except ValueError:
        return text


def _metavar(each: Field[Any]) -> str:
    options = getattr(each.metadata.get("bound"), "options", None)
    if options:
        return "{" + ",".join(options) + "}"
    if isinstance(each.default, tuple):
        return "N,N,…"
    return _METAVARS.get(type(each.default), "VALUE")


def _written(default: Any) -> str:
    return ",".join(map(str, default)) if isinstance(default, tuple) else str(default).replace("%", "%%")


def experiment_of(arguments: argparse.Namespace, default: Experiment, config: Path | None) -> Experiment:
    """Build the experiment: the default, changed by the file, changed by the options.

    Raises:
        ConfigError: on a setting that does not exist or is out of bounds.
        CommandError: on a file that holds no JSON object.
    """
    settings = to_config(default) | (_read_config(config) if config else {})
    given = {name: getattr(arguments, name) for name in to_config(default)}
    settings |= {name: value for name, value in given.items() if value is not None}
    return from_config(type(default), settings)


def _read_config(path: Path) -> dict[str, Any]:
    try:
        config = json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError as problem:
        raise CommandError(f"{path} is not JSON: {problem}.") from problem
    except RecursionError as problem:
        raise CommandError(
            f"{path} needs one JSON object of settings, not lists within lists without end."
        ) from problem
    if not isinstance(config, dict):
        raise CommandError(f"{path} needs one JSON object of settings, not a {type(config).__name__}.")
    return config
