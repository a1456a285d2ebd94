"""Alembic's entry: runs the revisions on the connection that models.database hands over."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from models import metadata
from models.database import LOCK_SECONDS


def run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=metadata)
    with context.begin_transaction():
        # Two servers that start together migrate one after the other.
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('jiandu.migrate'))")
        # Whoever asks for a table that a migration waits for waits behind it.
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'")
        context.run_migrations()


run(context.config.attributes["connection"])
