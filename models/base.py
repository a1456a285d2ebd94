"""What every table shares: names of constraints, column types and UUIDv7 keys."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any, ClassVar, cast
from uuid import UUID

import uuid_utils
from sqlalchemy import (
    DDL,
    Alias,
    Column,
    ColumnElement,
    Computed,
    DateTime,
    Enum,
    FromClause,
    Index,
    MetaData,
    String,
    TableClause,
    column,
    event,
    table,
    text,
)
from sqlmodel import Field, SQLModel

from models.actions import Action
from models.anchors import Anchors, Side
from models.search import FUNCTIONS, Searched
from models.sensitive import Sensitive, SensitiveClass
from models.vocabulary import Vocabulary

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pkey",
        "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ix": "%(table_name)s_%(column_0_N_name)s_idx",
        "ck": "%(table_name)s_%(constraint_name)s_check",
    }
)
for _function in FUNCTIONS:
    event.listen(metadata, "before_create", DDL(_function))  # type: ignore[no-untyped-call]


class Table(SQLModel):
    """Base of every table; its rows are read through the policy room only.

    Rows of a table with anchors are reached by scopes; rows of one that is ``__part_of__`` others, by the
    foreign keys named there, are seen with the row they are part of and only so; those of a ``__part_class__``,
    by who sees that class clear; where the part itself ``__part_is_published__``, also by who reads the whole only
    because it is published.  The history of the whole tells what became of a part by the columns in ``__told_by__``.
    What a part ``__carries__``, by the foreign keys named there, is seen by its own anchors and with the part.  A row
    that is ``__seen_with__`` rows of another table, by a column of each, is seen by who sees one of those.
    ``__searched__`` says by which words a row is found, ``__receipt__`` names the column whose value opens a row to
    whoever was given it.  Values of a class in ``__told_to__`` are shown only to a role that may also do that act on
    the row, however it came to read it; those of a class in ``__clear_to__`` are clear to who reads the row by the
    side named there, whatever the masks say of its role.  Whoever reaches a row by a column that ``__told_since__``
    names reads of its history what was done at the moment in the column named there or after it, and a value of
    ``__told_at__`` where the latest of the moments in the columns named beside it is no earlier; of one without such
    columns nothing, nor that anything was done with it.  Both, and sensitive values, are shown of a part as its whole
    is read.
    """

    # No row is ever checked by Pydantic.
    model_config = {"defer_build": True}
    metadata = metadata
    # Columns that the database computes are known again right after a change.
    __mapper_args__: ClassVar[dict[str, Any]] = {"eager_defaults": True}
    __anchors__: ClassVar[Anchors] = Anchors()
    __part_of__: ClassVar[Mapping[str, type[Table]]] = {}
    __told_by__: ClassVar[tuple[str, ...]] = ()
    __part_class__: ClassVar[SensitiveClass | None] = None
    __part_is_published__: ClassVar[bool] = False
    __carries__: ClassVar[Mapping[str, type[Table]]] = {}
    __seen_with__: ClassVar[tuple[str, type[Table], str] | None] = None
    __sensitive__: ClassVar[Mapping[str, Sensitive]] = {}
    __entrusted__: ClassVar[frozenset[str]] = frozenset()
    __told_to__: ClassVar[Mapping[SensitiveClass, Action]] = {}
    __clear_to__: ClassVar[Mapping[SensitiveClass, Side]] = {}
    __told_since__: ClassVar[Mapping[str, str]] = {}
    __told_at__: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    __searched__: ClassVar[Searched | None] = None
    __receipt__: ClassVar[str | None] = None

    def __init__(self, **given: Any) -> None:
        # SQLModel looks through the fields and inspects the signature of each factory for each row that is made.
        values, factories = _defaults(type(self))
        made = {name: make() for name, make in factories if name not in given}
        self.__dict__.update({**values, **made, **given})

    def __setattr__(self, name: str, value: Any) -> None:
        # SQLAlchemy's attributes are set as Python sets any; SQLModel has Pydantic set them once more, unchecked.
        object.__setattr__(self, name, value)


@cache
def _defaults(model: type[Table]) -> tuple[dict[str, Any], list[tuple[str, Any]]]:
    """The values of columns that a row is made without, and what makes them."""
    fields = model.model_fields.items()
    values = {name: None if field.is_required() else field.default for name, field in fields}
    return values, [(name, field.default_factory) for name, field in fields if field.default_factory is not None]


def aliased(model: type[Table], name: str) -> Alias:
    """The rows of a table under a name, for statements that read them."""
    return cast("Alias", _columns(model).alias(name))


@cache
def _columns(model: type[Table]) -> TableClause:
    # Each alias copies the columns, and those of the table itself bear what only its making needs.
    made = model.__table__  # type: ignore[attr-defined]
    return table(made.name, *(column(each.name, each.type) for each in made.columns))


def is_nullable(value: ColumnElement[Any]) -> bool:
    """Whether a column that was read may be null by its table; a value that is no table's column may not."""
    declared: Any = next(iter(value.base_columns))
    of = metadata.tables.get(getattr(getattr(declared, "table", None), "name", ""))
    return of is not None and bool(of.c[declared.name].nullable)


def keys(model: type[Table], rows: FromClause) -> list[Any]:
    """The columns that together identify a row, of rows of a table."""
    return [rows.c[each.name] for each in model.__table__.primary_key.columns]  # type: ignore[attr-defined]


def uuid7() -> UUID:
    """A new time-ordered key (RFC 9562 version 7)."""
    return UUID(bytes=uuid_utils.uuid7().bytes)


def now() -> datetime:
    """The present moment, with its offset."""
    return datetime.now(UTC)


class Versioned(SQLModel):
    """Columns of every table that commands change: a stale ``version`` is refused."""

    version: int = 1
    updated_at: datetime = Field(default_factory=now, sa_type=DateTime(timezone=True))


def code_text(length: int | None = None) -> String:
    """Text that sorts and prefixes by code point, whatever the database's locale."""
    return String(length, collation="C")


def term(vocabulary: type[Vocabulary], column: str | None = None, *, is_open: bool = False) -> Enum:
    """A column type that holds one term by its name and refuses every other.

    Where a table has several columns of one vocabulary, ``column`` tells their constraints apart.  One that
    ``is_open`` grows with the code: the column takes what the code knows, without a constraint to migrate.
    """
    name = column or vocabulary.__name__.lower()
    return Enum(vocabulary, native_enum=False, create_constraint=not is_open, length=40, name=name)


def timestamp(*, nullable: bool = False) -> Column[Any]:
    """A moment in time, stored with its offset."""
    return Column(DateTime(timezone=True), nullable=nullable)


def moment() -> Any:
    """A moment that is still to come, if it comes at all."""
    return Field(default=None, sa_type=DateTime(timezone=True))


def computed(type_: Any, expression: str, *, nullable: bool = False, primary_key: bool = False) -> Any:
    """A column that PostgreSQL computes from others of its row and stores."""
    column = Column(type_, Computed(expression, persisted=True), nullable=nullable, primary_key=primary_key)
    return Field(default=None, sa_column=column)


def areas(table: str, side: str, column: str, *order: str) -> list[Index]:
    """What a list reads for an area, in its order: an index for each length that a caller's region may have.

    ``column`` is the region of the side, whose name stands in those of the indexes; of a table's only one, ``""``.
    """
    name = f"{table}_{side}_" if side else f"{table}_"
    return [
        Index(f"{name}region_idx", column, *order),
        *(Index(f"{name}area_{n}_idx", text(f'"left"({column}, {n})'), *order) for n in (2, 4, 6)),
    ]


@cache
def carriers(whole: type[Table]) -> list[tuple[type[Table], str]]:
    """The parts that carry rows of a table, each with its foreign key to them."""
    parts = [part for part in Table.__subclasses__() if part.__carries__]
    return [(part, key) for part in parts for key, carried in part.__carries__.items() if carried is whole]


def anchored_tables() -> dict[str, type[Table]]:
    """Every table whose rows a policy can speak of, by the name of its class."""
    return {each.__name__: each for each in Table.__subclasses__() if each.__anchors__.sides}
