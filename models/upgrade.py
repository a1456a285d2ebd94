"""Alembic's migrations, run by code."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from models.database import MIGRATIONS


def migration_config() -> Config:
    """Alembic's configuration, without a file."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(connection: Connection) -> None:
    """Bring the tables to the newest revision, within the connection's transaction."""
    config = migration_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
