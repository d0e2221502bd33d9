"""How a database is found, opened and refused, and that it need not be SQLite."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from seqviz.runs.store import schema
from seqviz.runs.store.database import default_store_url
from seqviz.runs.store.records import StoreError
from seqviz.runs.store.store import Store
from seqviz.runs.store.upload_bounds import Allowance
from tests.runs.finished import COUNT, finish
from tests.runs.store.kept_files import keep


def test_a_store_of_another_schema_is_refused_in_a_sentence(store):
    with store.writing() as connection:
        connection.execute(
            sa.update(schema.settings).where(schema.settings.c.name == "schema").values(value="0")
        )
    with pytest.raises(StoreError, match="has schema 0, but this seqviz needs 1"):
        Store(store.url)


def test_a_store_that_cannot_be_opened_is_named_without_its_password(tmp_path):
    with pytest.raises(StoreError, match="cannot be opened") as refused:
        Store("nosuchdatabase://anna:secret@host/runs")
    assert "secret" not in str(refused.value)


def test_the_environment_names_the_store_or_it_is_in_the_data_directory(monkeypatch, tmp_path):
    monkeypatch.setenv("SEQVIZ_HOME", str(tmp_path))
    monkeypatch.delenv("SEQVIZ_STORE", raising=False)
    assert default_store_url() == f"sqlite:///{tmp_path / 'store.sqlite'}"
    monkeypatch.setenv("SEQVIZ_STORE", "postgresql+psycopg://class")
    assert default_store_url() == "postgresql+psycopg://class"


def test_every_statement_is_also_postgresql(store, desk):
    statements: list[sa.sql.ClauseElement] = []
    sa.event.listen(store.engine, "before_execute", lambda _c, statement, *_: statements.append(statement))
    run_id = finish(store, desk)
    desk.report(None)
    store.submit(replace(COUNT, steps=2), "anna")
    for look in (store.run, store.events, store.snapshots, store.weights, store.extras, store.place_in_queue):
        look(run_id)
    store.runs("anna", "counting", 5)
    desk.claim_next(30.0)
    desk.leave()
    store.delete(run_id, "anna")
    spec = keep(store.uploads, b"x", "x.txt", allowances=[Allowance("hers", "Your files", 10)])
    assert store.uploads.read(spec) == b"x"
    assert store.uploads.about(spec) in store.uploads.all_files_of("she")
    store.uploads.delete(spec, "she")
    compiled = [str(statement.compile(dialect=postgresql.dialect())) for statement in statements]
    compiled += [
        str(CreateTable(table).compile(dialect=postgresql.dialect()))
        for table in schema.metadata.tables.values()
    ]
    assert len(compiled) > 20
    assert not any("sqlite" in each.lower() or "pragma" in each.lower() for each in compiled)
