"""A file from the web: with progress, resumed where it broke off, and verified."""

from __future__ import annotations

import hashlib
import http.client
import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seqviz.corpora.records import CorpusError

CHUNK_BYTES = 1 << 18
TIMEOUT_SECONDS = 30
ATTEMPTS = 3
_BROKEN_OFF = (OSError, http.client.HTTPException)


@dataclass(frozen=True)
class RemoteFile:
    """A file that is known before it is fetched: its address, size in bytes and MD5."""

    url: str
    size: int
    md5: str


@dataclass(frozen=True)
class DownloadProgress:
    """How far a download has come, in bytes."""

    received: int
    total: int

    @property
    def fraction(self) -> float:
        """How much is there, 0 to 1."""
        return self.received / self.total if self.total else 0.0


def fetch(remote: RemoteFile, destination: Path) -> Iterator[DownloadProgress]:
    """Fetch a file; what a broken-off transfer left in `<destination>.part` is not fetched again.

    Yields:
        The progress; when the generator ends, `destination` is whole and verified.

    Raises:
        CorpusError: if the server cannot be reached, the transfer breaks off, or the file is not the expected one.
    """
    if destination.exists():
        return
    destination.parent.mkdir(parents=True, exist_ok=True)
    part = destination.with_name(destination.name + ".part")
    for attempt in range(1, ATTEMPTS + 1):
        try:
            yield from _transfer(remote, part)
        except _BROKEN_OFF as error:
            if attempt == ATTEMPTS or isinstance(error, urllib.error.HTTPError):
                raise CorpusError(_broken_off(remote, part, error)) from error
        if _size(part) >= remote.size:
            break
    _verify(remote, part)
    os.replace(part, destination)


def _transfer(remote: RemoteFile, part: Path) -> Iterator[DownloadProgress]:
    received = _size(part)
    if received >= remote.size:
        return
    headers = {"User-Agent": "seqviz", "Accept-Encoding": "identity"}
    if received:
        headers["Range"] = f"bytes={received}-"
    request = urllib.request.Request(remote.url, headers=headers)
    with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
        resumed = answer.status == 206 and str(answer.headers.get("Content-Range", "")).startswith(
            f"bytes {received}-"
        )
        received = received if resumed else 0
        with part.open("ab" if resumed else "wb") as file:
            while received <= remote.size and (chunk := answer.read1(CHUNK_BYTES)):
                file.write(chunk)
                received += len(chunk)
                yield DownloadProgress(min(received, remote.size), remote.size)


def _verify(remote: RemoteFile, part: Path) -> None:
    size = _size(part)
    if size < remote.size:
        raise CorpusError(_broken_off(remote, part, "the server closed the connection"))
    digest = hashlib.md5(usedforsecurity=False)
    with part.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
    if size != remote.size or digest.hexdigest() != remote.md5:
        part.unlink()
        raise CorpusError(
            f"What {remote.url} sent is not the expected file: {size:,} bytes with MD5 {digest.hexdigest()}, "
            f"not {remote.size:,} with {remote.md5}; it was thrown away."
        )


def _broken_off(remote: RemoteFile, part: Path, reason: object) -> str:
    received = _size(part)
    if type(reason) is urllib.error.URLError:
        reason = reason.reason
    if not received:
        return f"{remote.url} cannot be reached ({reason}); is this computer online?"
    return f"The download stopped after {received:,} of {remote.size:,} bytes ({reason}); the next try goes on there."


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
