"""What the owners of runs call them, where they have named them."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from seqviz.runs.store import schema

labels = sa.Table(
    "labels",
    schema.metadata,
    sa.Column("run_id", sa.String(48), sa.ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    # As JSON, whose escapes take what a database's text may not: a null character, half of a surrogate pair.
    sa.Column("label", sa.JSON, nullable=False),
)

#: The label of a run, beside its other columns; NULL where it has none.
label_of_run = sa.select(labels.c.label).where(labels.c.run_id == schema.runs.c.id).scalar_subquery()


def keep_label(connection: Connection, run_id: str, label: str) -> None:
    """Give a run a name, or take it back with ""."""
    connection.execute(sa.delete(labels).where(labels.c.run_id == run_id))
    if label:
        connection.execute(sa.insert(labels).values(run_id=run_id, label=label))
