"""What a command leaves behind beside the row it changed: the audit entry and the receipt."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, DateTime, Index, LargeBinary, SmallInteger, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from models.base import Table, now, timestamp, uuid7

# The account of what anyone may do without one, in entries and receipts (RFC 9562's nil).
NOBODY = UUID(int=0)


class AuditEntry(Table, table=True):
    """Who did what, when, from where, and the values before and after; append-only.

    Of a row that changed with another, ``acted_on_type`` and ``acted_on_id`` name the one that the act was done with.
    ``sequence``, ``previous_hash`` and ``hash`` are empty until the sealer chains the entry behind the
    last sealed one, so that writers never wait for each other.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("audit_entry_object_idx", "object_type", "object_id", "id"),
        Index("audit_entry_unsealed_idx", "id", postgresql_where=text("sequence IS NULL")),
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    at: datetime = Field(default_factory=now, sa_column=timestamp())
    account_id: UUID
    account_name: str
    organization_id: UUID | None
    rule: str
    action: str
    object_type: str
    object_id: str
    acted_on_type: str | None = None
    acted_on_id: str | None = None
    before: dict[str, Any] | None = Field(sa_column=Column(JSONB(none_as_null=True)))
    after: dict[str, Any] | None = Field(sa_column=Column(JSONB(none_as_null=True)))
    correlation_id: str
    remote_address: str | None
    sequence: int | None = Field(default=None, sa_column=Column(BigInteger, unique=True))
    previous_hash: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    hash: bytes | None = Field(default=None, sa_column=Column(LargeBinary))


class CommandReceipt(Table, table=True):
    """The outcome of a command under the client's idempotency key: the same key never acts twice.

    Of a command that needs no account, ``account_id`` is ``NOBODY``.
    """

    __tablename__ = "command_receipt"

    account_id: UUID = Field(primary_key=True)
    idempotency_key: str = Field(primary_key=True)
    command: str
    fingerprint: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    object_id: str
    created_at: datetime = Field(default_factory=now, sa_column=timestamp())


class PublicUse(Table, table=True):
    """How often a command that needs no account was done in an hour from one network."""

    __tablename__ = "public_use"

    network: str = Field(primary_key=True)
    command: str = Field(primary_key=True)
    hour: datetime = Field(sa_column=Column(DateTime(timezone=True), primary_key=True))
    count: int


class Installation(Table, table=True):
    """What this database is known by outside of it, in one row: its copies have the same id, any other has another."""

    __tablename__ = "installation"

    id: UUID = Field(primary_key=True)


class SeedRun(Table, table=True):
    """A set of seeds that was loaded, so that it is not loaded again over what people have changed."""

    __tablename__ = "seed_run"

    name: str = Field(primary_key=True)
    at: datetime = Field(default_factory=now, sa_column=timestamp())


class FieldKey(Table, table=True):
    """The fingerprint of a key that sensitive columns were encrypted with, by its place among the keys, from 1 on."""

    __tablename__ = "field_key"

    number: int = Field(sa_column=Column(SmallInteger, primary_key=True, autoincrement=False))
    fingerprint: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    since: datetime = Field(default_factory=now, sa_column=timestamp())


class NumberSeries(Table, table=True):
    """The last number that a body gave in a series of a year; numbers have no gaps."""

    __tablename__ = "number_series"

    organization_id: UUID = Field(primary_key=True, foreign_key="organization.id")
    series: str = Field(primary_key=True)
    year: int = Field(primary_key=True)
    last: int
