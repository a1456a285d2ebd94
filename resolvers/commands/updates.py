"""What updates give to columns: what is left out stays as it is, null empties what may be empty."""

from __future__ import annotations

from typing import Any

from sqlalchemy import inspect
from strawberry import UNSET
from strawberry.utils.str_converters import to_camel_case

from models import Fault, InvalidValue
from models.base import Table


def changes(row: Table, asked: Any, *names: str) -> dict[str, Any]:
    """The columns of the row, of those named, to which an input gives a value, with the value.

    Raises ``Refusal`` for null where the column always holds a value.
    """
    columns = inspect(type(row)).columns
    given = {name: value for name in names if (value := getattr(asked, name)) is not UNSET}
    for name, value in given.items():
        if value is None and not columns[name].nullable:
            raise InvalidValue(to_camel_case(name), Fault.EMPTY)
    return given


def apply_changes(row: Table, asked: Any, *names: str) -> None:
    """Change the columns named as an input says.  Raises ``Refusal`` as ``changes``."""
    for name, value in changes(row, asked, *names).items():
        setattr(row, name, value)
