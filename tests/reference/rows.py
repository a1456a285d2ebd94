"""Rows in memory, found by column."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta, timezone
from typing import Any

from models import Table
from resolvers.declarations import NODES, TYPES

CHINA = timezone(timedelta(hours=8))


class Row(dict[str, Any]):
    """A row, with the name of its type."""

    type_name = ""


class Rows:
    """All rows of some tables, found by column."""

    def __init__(self, tables: dict[type[Table], list[dict[str, Any]]]) -> None:
        self._tables: dict[type[Table], list[Row]] = {}
        for model, rows in tables.items():
            self._tables[model] = [self._row(model, row) for row in rows]
        self._indexes: dict[tuple[type[Table], str], dict[Any, list[Row]]] = {}

    @staticmethod
    def _row(model: type[Table], values: dict[str, Any]) -> Row:
        row = Row(values)
        row.type_name = next(name for name, each in TYPES.items() if each.model is model)
        return row

    def all(self, model: type[Table]) -> list[Row]:
        """All rows of a table."""
        return self._tables[model]

    def where(self, model: type[Table], column: str, value: Any) -> list[Row]:
        """The rows of a table with a value in a column."""
        if (model, column) not in self._indexes:
            index: dict[Any, list[Row]] = defaultdict(list)
            for row in self._tables[model]:
                index[row[column]].append(row)
            self._indexes[model, column] = index
        return self._indexes[model, column].get(value, [])


def model_named(name: str) -> type[Table]:
    """The table of the type of this name."""
    return next(model for model in NODES if model.__name__ == name)


def facts_of(model: type[Table], row: Row) -> dict[str, dict[str, Any]]:
    """What a row says of each of its sides, as Casbin is told."""
    return {
        side.name: {fact: column if column is True else row[column] for fact, column in side.columns().items()}
        for side in model.__anchors__.sides
    }
