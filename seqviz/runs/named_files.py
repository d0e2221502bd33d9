"""The files that an experiment's settings name, whichever field names them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from seqviz.corpora.uploads import PREFIX


def texts_in(config: Any) -> Iterator[str]:
    """Yield every text in plain JSON data, however deep."""
    if isinstance(config, str):
        yield config
    elif isinstance(config, dict | list | tuple):
        for value in config.values() if isinstance(config, dict) else config:
            yield from texts_in(value)


def names_upload(config: Any) -> bool:
    """Tell whether a setting names a file that a person has uploaded."""
    return any(text.startswith(PREFIX) for text in texts_in(config))


def file_stamps(config: Any) -> list[list[str]]:
    """Return a stamp of each file or folder on this computer that a setting names; it changes with the content.

    Uploads have none: each has a key of its own, and what lies under it is never changed.

    Returns:
        For each, its path and the hash of the sizes and times of the files there.
    """
    stamps = ((text, _stamp(Path(text).expanduser())) for text in texts_in(config))
    return [[text, stamp] for text, stamp in stamps if stamp]


def _stamp(path: Path) -> str:
    if (
        not path.is_absolute()
    ):  # a name such as "imdb"; a path is named from the root, or another process misses it
        return ""
    found = hashlib.sha256()
    is_there = False
    for file in sorted(_files(path)):
        try:
            status = os.stat(file)
        except OSError:  # not there, or not ours to read: the run will say so
            continue
        is_there = True
        found.update(f"{file}\0{status.st_size}\0{status.st_mtime_ns}\n".encode(errors="surrogateescape"))
    return found.hexdigest() if is_there else ""


def _files(path: Path) -> Iterator[str]:
    yield str(path)
    for folder, _, names in os.walk(path):  # nothing, where the path is a file
        yield from (os.path.join(folder, name) for name in names)
