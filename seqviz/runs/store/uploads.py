"""Files that people upload: kept in the store, so that every server and worker of it can learn from them."""

from __future__ import annotations

import logging
import re
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from seqviz.corpora.records import CorpusError
from seqviz.corpora.uploads import PREFIX, KeptFile, Use, read_from
from seqviz.data_dir import data_directory
from seqviz.runs.store import schema
from seqviz.runs.store.database import Database
from seqviz.runs.store.former_uploads import former_uploads
from seqviz.runs.store.trouble import StoreUnavailable
from seqviz.runs.store.upload_bounds import Allowance, refuse_if_no_room, refuse_if_too_large
from seqviz.runs.store.upload_rows import (
    Damaged,
    NewUpload,
    delete_upload,
    find_uploads,
    read_upload,
    write_upload,
)

_KEY = re.compile(r"[A-Za-z0-9_-]{22}")
_GONE = "This uploaded file is no longer here, or never was; upload it again."

_uploads = schema.uploads.c
log = logging.getLogger(__name__)


class Uploads:
    """The uploaded files of a store, each whole or not at all; safe to share between threads.

    Args:
        database: the store's.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(
        self,
        data: bytes,
        filename: str,
        *,
        owner: str,
        use: Use,
        allowances: Sequence[Allowance] = (),
        **columns: str,
    ) -> str:
        """Keep an uploaded file, whatever is in it.

        Args:
            data: its bytes.
            filename: what the person calls it; only ever shown, never used as a path.
            owner: whose it is, as the store of runs knows them.
            use: what it is for.
            allowances: those that it uses up.
            **columns: for a table `text_column` and `label_column`.

        Returns:
            Its spec, `upload:<key>`; whoever knows the key can read the file.

        Raises:
            CorpusError: if it is too large, an allowance is used up, or the store has no room or does not answer.
        """
        refuse_if_too_large(data, filename)
        key, names = secrets.token_urlsafe(16), [allowance.name for allowance in allowances]
        new = NewUpload(key, data, filename, owner, use, columns, names, datetime.now(UTC))
        try:
            with self._database.writing() as connection:
                refuse_if_no_room(connection, new, allowances)
                write_upload(connection, new)
        except StoreUnavailable as problem:
            raise CorpusError(f"{filename} is not kept. {problem}") from problem
        return PREFIX + key

    def files_of(self, owner: str, use: Use) -> dict[str, str]:
        """Return the files that a person has uploaded for a use, the oldest first: spec -> file name."""
        return {file.spec: file.filename for file in self.all_files_of(owner) if file.use == use}

    def all_files_of(self, owner: str) -> list[KeptFile]:
        """Return all files that a person has uploaded, the oldest first."""
        with self._database.reading() as connection:
            return find_uploads(connection, _uploads.owner == owner)

    def about(self, spec: str) -> KeptFile:
        """Return what is known of a file.

        Raises:
            CorpusError: if there is none under this key, or the store does not answer.
        """
        with self._reading() as connection:
            found = find_uploads(connection, _uploads.id == _key_of(spec))
        if not found:
            raise CorpusError(_GONE)
        return found[0]

    def read(self, spec: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            CorpusError: if there is none under this key, it is damaged, or the store does not answer.
        """
        try:
            with self._reading() as connection:
                data = read_upload(connection, _key_of(spec))
        except Damaged as problem:
            raise CorpusError("This uploaded file is damaged in the store; upload it again.") from problem
        if data is None:
            raise CorpusError(_GONE)
        return data

    def delete(self, spec: str, owner: str) -> None:
        """Delete a person's file with its content.

        Raises:
            CorpusError: if this person has none under this key.
            StoreUnavailable: if the store does not answer.
        """
        key = _key_of(spec)
        with self._database.writing() as connection:
            if not delete_upload(connection, key, owner):
                raise CorpusError(_GONE)

    @contextmanager
    def read_here(self) -> Iterator[None]:
        """Let this process read uploaded files from here, those included that an older seqviz kept on this disk."""
        self.take_over(data_directory() / "uploads")
        before = read_from(self)
        try:
            yield
        finally:
            read_from(before)

    def take_over(self, folder: Path) -> None:
        """Move the files of an older seqviz into the store; where it does not take them, they wait for another time."""
        for place, former in former_uploads(folder):
            if not _KEY.fullmatch(former.key):  # its writing was broken off
                continue
            try:
                # Another process may take it over at the same moment.
                with suppress(IntegrityError), self._database.writing() as connection:
                    write_upload(connection, former)
            except StoreUnavailable:  # the store has logged why
                return
            shutil.rmtree(place, ignore_errors=True)
            if place.exists():
                log.warning("%s is in the store now and could not be deleted here: delete it by hand", place)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._database.reading() as connection:
                yield connection
        except StoreUnavailable as problem:
            raise CorpusError(str(problem)) from problem


def _key_of(spec: str) -> str:
    key = spec.removeprefix(PREFIX)
    if not _KEY.fullmatch(key):
        raise CorpusError(_GONE)
    return key
