"""Uploads as seqviz kept them until they moved into the store: a folder for each, on the server's disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from seqviz.runs.store.upload_rows import NewUpload


def former_uploads(folder: Path) -> Iterator[tuple[Path, NewUpload]]:
    """Yield each file with the folder that is its own; what was left half written by a full disk is passed over."""
    for about in folder.glob("*/about.json"):
        try:
            found = _read(about)
        except (OSError, ValueError, KeyError):
            continue
        yield about.parent, found


def _read(path: Path) -> NewUpload:
    about = json.loads(path.read_text(encoding="utf-8"))
    return NewUpload(
        key=path.parent.name,
        data=(path.parent / "content").read_bytes(),
        filename=str(about["filename"]),
        owner=about.get("owner", ""),
        use=about.get("use", "text"),
        columns=about["columns"],
        counted_for=tuple(about.get("counted_for", ())),
        created=datetime.fromtimestamp(path.stat().st_mtime, UTC),
    )
