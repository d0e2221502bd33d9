"""Where an experiment's runs are found: the same experiment has the same address."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from seqviz.runs.experiment import Experiment, to_config
from seqviz.runs.named_files import file_stamps
from seqviz.runs.store import schema
from seqviz.runs.store.records import TEACHER


def is_kept_private(experiment: Experiment, owner: str) -> bool:
    """Tell whether the run is listed to its owner only; a teacher's runs are for the class."""
    return experiment.is_private() and owner != TEACHER


def address_of(connection: Connection, experiment: Experiment, owner: str) -> str:
    """Return the experiment's address, hexadecimal.

    It is a hash of kind, version, config and a stamp of every file that the config names, so that a corrected file
    is learned from again. On a person's own text it is keyed with the owner and the store's secret salt, so that
    nobody can guess it.
    """
    config = to_config(experiment)
    stamps = file_stamps(config) or None
    text = json.dumps([experiment.kind, experiment.version, config, stamps], sort_keys=True)
    if not is_kept_private(experiment, owner):
        return hashlib.sha256(text.encode()).hexdigest()[:16]
    key = f"{_salt(connection)}:{owner}".encode()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()[:32]


def _salt(connection: Connection) -> str:
    """Return the store's salt; `prepare_settings` made it."""
    query = sa.select(schema.settings.c.value).where(schema.settings.c.name == "salt")
    return str(connection.execute(query).scalar_one())


def prepare_settings(connection: Connection) -> None:
    """Write the salt and the schema's version into a new store."""
    for name, value in (("salt", secrets.token_hex(32)), ("schema", str(schema.SCHEMA_VERSION))):
        known = connection.execute(sa.select(schema.settings.c.value).where(schema.settings.c.name == name))
        if known.first() is None:
            connection.execute(sa.insert(schema.settings).values(name=name, value=value))
