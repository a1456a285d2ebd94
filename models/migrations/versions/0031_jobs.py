"""The tables of what is done at its time, which procrastinate makes, in a schema of their own

They hold nothing that lasts: a release that changes them drops the schema and makes it anew.

Revision ID: 0031
Revises: 0030
"""

from typing import Any

from alembic import op
from procrastinate.schema import SchemaManager

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    statements = f"""
        CREATE SCHEMA procrastinate;
        SET LOCAL search_path TO procrastinate;
        {SchemaManager.get_schema()}
        SET LOCAL search_path TO public;
    """
    connection: Any = op.get_bind().connection.dbapi_connection
    connection.run_async(lambda driver: driver.execute(statements))


def downgrade() -> None:
    op.execute("DROP SCHEMA procrastinate CASCADE")
